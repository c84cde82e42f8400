import { identifiersIn } from './identifiers-in-text.ts';

/**
 * The rows of a list of children in whose text, in small letters, each word that was typed stands somewhere; or, where
 * several UPNs or NHS numbers were pasted at once, the rows of those, in the order in which they were pasted.
 */
export function findRows<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string,
  typed: string,
): readonly Row[] {
  const numbers = identifiersIn(typed).filter(({ kind }) => kind === 'UPN' || kind === 'NHS number');
  if (numbers.length > 1) {
    const pasted = numbers.map(({ value }) => value.toLowerCase());
    const place = (row: Row) => pasted.findIndex((value) => textOf(row).includes(value));
    const placed = rows.map((row) => ({ row, at: place(row) })).filter(({ at }) => at >= 0);
    return placed.toSorted((a, b) => a.at - b.at).map(({ row }) => row);
  }
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter((row) => words.every((word) => textOf(row).includes(word)));
}
