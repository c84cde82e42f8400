/** Where the words sought stand in a page's text, from the first letter to after the last. */
export type Place = readonly [number, number];

/** Every place of the words in a text, whatever their case and accents; blanks match any stretch of blanks. */
export function findPlaces(text: string, sought: string): readonly Place[] {
  const { folded, origin } = foldText(text);
  const words = foldText(sought.trim()).folded;
  if (words === '') return [];
  const pattern = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s*');
  return [...folded.matchAll(new RegExp(pattern, 'g'))].flatMap(({ index, 0: found }): readonly Place[] => {
    const [start, last] = [origin[index], origin[index + found.length - 1]];
    return start === undefined || last === undefined ? [] : [[start, last + 1]];
  });
}

/** Small letters without accents, and for each where in the text it came from. */
function foldText(text: string): { readonly folded: string; readonly origin: readonly number[] } {
  let folded = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letters = text.charAt(at).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
    folded += letters;
    for (let count = 0; count < letters.length; count += 1) origin.push(at);
  }
  return { folded, origin };
}

/** A hit of a search through a document: its page, and which of the page's hits it is; both count from 0. */
export type Hit = { readonly page: number; readonly index: number };

/** Every hit in the order of the pages. */
export function hitsIn(pages: readonly string[], sought: string): readonly Hit[] {
  return pages.flatMap((text, page) => findPlaces(text, sought).map((_, index) => ({ page, index })));
}

/** The first hit on or after a page, so that a search goes on from where the reader is. */
export function firstHitFrom(hits: readonly Hit[], page: number): number {
  const at = hits.findIndex((hit) => hit.page >= page);
  return at < 0 ? 0 : at;
}
