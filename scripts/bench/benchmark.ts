import type { BenchRow } from './rows.ts';

/** Something to measure. Each works alone, and leaves nothing behind. */
export type Benchmark = {
  /** What `--only` takes. */
  readonly key: string;
  readonly about: string;
  readonly run: () => Promise<readonly BenchRow[]>;
};

/** A peer that this machine lacks: the row is left out, and the reason printed. */
export class PeerMissing extends Error {}
