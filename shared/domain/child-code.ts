/** The code of the nth child, counted from 0: A to Z, then AA, AB and on. */
export function codeAt(index: number): string {
  const before = Math.floor(index / 26) - 1;
  return (before < 0 ? '' : codeAt(before)) + String.fromCharCode(65 + (index % 26));
}

/** The first code that is not taken. */
export function nextChildCode(taken: Iterable<string>): string {
  const known = new Set(taken);
  let index = 0;
  while (known.has(codeAt(index))) index += 1;
  return codeAt(index);
}

/** Orders codes as they are given out: Z comes before AA. */
export function compareCodes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** How a child is called everywhere but on its own page: "Child C". */
export function childLabel(child: { readonly code: string }): string {
  return `Child ${child.code}`;
}

/** A meeting's title with the child it is about: "Tracking meeting, Child C", unless the title says so already. */
export function titleWithChild(title: string, code: string): string {
  const label = childLabel({ code });
  return code === '' || title.toLowerCase().includes(label.toLowerCase()) ? title : `${title}, ${label}`;
}

/** How several children are called at once: "Children B, C and E"; one alone as `childLabel` says. */
export function childrenLabel(codes: readonly string[]): string {
  const sorted = codes.toSorted(compareCodes);
  const last = sorted.at(-1) ?? '';
  return sorted.length < 2
    ? childLabel({ code: last })
    : `Children ${sorted.slice(0, -1).join(', ')} and ${last}`;
}
