import type { Criterion } from '../../../shared/domain/engagement.ts';
import type { FeedbackEntry } from '../../../shared/domain/feedback.ts';
import { type Triangulated, triangulate } from '../../../shared/domain/triangulation.ts';

/** The two columns of the matrix. */
export const matrixKinds = ['strength', 'area-for-improvement'] as const;
export type MatrixKind = (typeof matrixKinds)[number];

/** What was said of one kind under one criterion. */
export type MatrixCell = {
  readonly key: string;
  readonly kind: MatrixKind;
  /** Newest first. */
  readonly entries: readonly FeedbackEntry[];
  readonly heard: Triangulated;
};

export type MatrixRow = {
  /** Null for what stands under no criterion yet. */
  readonly criterion: Criterion | null;
  readonly count: number;
  readonly cells: readonly MatrixCell[];
};

/** The log by criterion and kind; a last row for what stands under none, where there is any. */
export function matrixOf(
  entries: readonly FeedbackEntry[],
  criteria: readonly Criterion[],
): readonly MatrixRow[] {
  const rowFor = (criterion: Criterion | null): MatrixRow => {
    const own = entries.filter((entry) => entry.criterionId === (criterion?.id ?? null));
    return {
      criterion,
      count: own.length,
      cells: matrixKinds.map((kind) => {
        const said = own.filter((entry) => entry.kind === kind);
        return { key: `${criterion?.id ?? 'none'} ${kind}`, kind, entries: said, heard: triangulate(said) };
      }),
    };
  };
  const loose = rowFor(null);
  return [...criteria.map(rowFor), ...(loose.count > 0 ? [loose] : [])];
}
