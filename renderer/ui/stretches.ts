export type Stretched<Item> = { readonly from: number; readonly stretch: readonly Item[] };

/** The items parted into stretches of a length, the last one shorter, each with the place of its first. */
export function stretchesOf<Item>(items: readonly Item[], length: number): readonly Stretched<Item>[] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, at) => {
    const from = at * length;
    return { from, stretch: items.slice(from, from + length) };
  });
}
