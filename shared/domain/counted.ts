const figures = new Intl.NumberFormat('en-GB');

/** A count with its noun: "1 page", "2 people", "1,200 documents". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figures.format(count)} ${count === 1 ? one : many}`;

/** How many of the items there are under each key, in order of first appearance; those without a key are left out. */
export function countBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<NonNullable<Key>, number> {
  const counts = new Map<NonNullable<Key>, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null && key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
