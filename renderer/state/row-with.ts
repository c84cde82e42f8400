/** The row of a list that is asked for by its id; null where none is, or it has gone. */
export function rowWith<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string | undefined,
): Row | null {
  return rows.find((row) => row.id === id) ?? null;
}
