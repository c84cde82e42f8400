/** One bar: what it stands for, and how many of each part. */
export type PictureRow = { readonly label: string; readonly values: readonly number[] };

/** A picture as the numbers behind it: a question, its answer in a sentence, and bars of parts that are always in the same order. */
export type Picture = {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** What the bars are: "Child", "Day". */
  readonly what: string;
  readonly parts: readonly string[];
  readonly rows: readonly PictureRow[];
};

/** The longest bar of a picture, which all others are drawn against; 1 at least. */
export function longestBar(rows: readonly PictureRow[]): number {
  return Math.max(1, ...rows.map(totalOf));
}

export function totalOf({ values }: PictureRow): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The row with most of one part; null where none has any. */
export function mostOf(rows: readonly PictureRow[], part: number): PictureRow | null {
  const most = rows.reduce<PictureRow | null>(
    (best, row) => ((row.values[part] ?? 0) > (best?.values[part] ?? 0) ? row : best),
    null,
  );
  return most;
}
