import { findPlaces, type Sought } from './pdf-search.ts';

/** The names under which the styles colour search hits; see ::highlight in evidence.css. */
const hitMark = 'evidence-hit';
const currentMark = 'evidence-hit-current';

const marked = new Map<object, { readonly all: readonly Range[]; readonly current: Range | null }>();

/**
 * Marks the words sought in an element without changing it: the letters stay as they are for copying and for screen
 * readers. `current` is which of the element's hits is the one being looked at, or null. Gives that one's range.
 */
export function markHits(
  owner: object,
  element: HTMLElement,
  sought: Sought,
  current: number | null,
): Range | null {
  const { text, nodes } = textOf(element);
  const ranges = findPlaces(text, sought).flatMap(([start, end]) => {
    const [from, to] = [placeOf(nodes, start), placeOf(nodes, end - 1)];
    if (!from || !to) return [];
    const range = new Range();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset + 1);
    return [range];
  });
  const chosen = current === null ? null : (ranges[current] ?? null);
  marked.set(owner, { all: ranges, current: chosen });
  paint();
  return chosen;
}

/** Takes an owner's marks away. */
export function clearHits(owner: object): void {
  if (marked.delete(owner)) paint();
}

function paint(): void {
  const all = [...marked.values()];
  const current = all.flatMap((one) => (one.current ? [one.current] : []));
  const others = all.flatMap((one) => one.all.filter((range) => range !== one.current));
  CSS.highlights.set(hitMark, new Highlight(...others));
  CSS.highlights.set(currentMark, new Highlight(...current));
}

type TextNodes = readonly { readonly node: Text; readonly start: number }[];

function textOf(element: HTMLElement): { readonly text: string; readonly nodes: TextNodes } {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof HTMLBRElement) {
      text += '\n';
    }
  }
  return { text, nodes };
}

function placeOf(nodes: TextNodes, at: number): { readonly node: Text; readonly offset: number } | null {
  const found = nodes.findLast(({ start }) => start <= at);
  if (!found || at - found.start >= found.node.length) return null;
  return { node: found.node, offset: at - found.start };
}
