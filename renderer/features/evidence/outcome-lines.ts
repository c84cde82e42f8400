import type { AddedFile } from '../../../shared/ipc/evidence.ts';

/** What is to be said of one file, or of several of which the same is so. */
export type OutcomeLine = {
  readonly fileName: string;
  /** How many more it is said of. */
  readonly others: number;
  readonly reason: string;
};

const first: Readonly<Record<AddedFile['outcome'], number>> = { refused: 0, added: 1, 'already-here': 2 };

/** The files of which there is something to say: those not added first, and those that are all the same as one together. */
export function outcomeLines(files: readonly AddedFile[]): readonly OutcomeLine[] {
  const told = files.filter((file) => file.reason !== '');
  const lines = new Map<string, OutcomeLine>();
  for (const { fileName, outcome, reason } of told.toSorted((a, b) => first[a.outcome] - first[b.outcome])) {
    const key = outcome === 'already-here' ? reason : `${lines.size}`;
    const known = lines.get(key);
    lines.set(key, known ? { ...known, others: known.others + 1 } : { fileName, others: 0, reason });
  }
  return [...lines.values()];
}
