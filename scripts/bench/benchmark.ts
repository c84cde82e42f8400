import type { BenchRow } from './rows.ts';

export type BenchOptions = {
  /** What takes many minutes is measured whole, and not by a part that tells as much. */
  readonly isFull: boolean;
};

/** Something to measure. Each works alone, and leaves nothing behind. */
export type Benchmark = {
  /** What `--only` takes. */
  readonly key: string;
  readonly about: string;
  readonly run: (options: BenchOptions) => Promise<readonly BenchRow[]>;
};

/** A peer that this machine lacks: the row is left out, and the reason printed. */
export class PeerMissing extends Error {}
