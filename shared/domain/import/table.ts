/** One cell as it was in the file; a date is `yyyy-mm-dd`, with `Thh:mm` after it when the cell held a time too. */
export type Cell = string | number | boolean | null | { readonly date: string };

export type Row = readonly Cell[];

/** One sheet; a row may be shorter or longer than its neighbours. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Cells joined into one; the first of each holds the value. Left out where there are none. */
  readonly merges?: readonly Merge[];
};

/** A rectangle of joined cells, by row and column from 0, the last ones included. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** What was read from a spreadsheet or a text file of values; a text file has one sheet. */
export type Table = { readonly sheets: readonly Sheet[] };

/** How much is read at most; larger files are refused before they are unpacked. */
export const tableLimits = {
  rows: 50_000,
  columns: 200,
  unpackedBytes: 200 * 1024 * 1024,
} as const;
