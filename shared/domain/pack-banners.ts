/** Words by which a document says of itself that it is not to go out as it is. */
const stops =
  /\b(?:delete|remove|strip out)\s+(?:this\s+\w+\s+)?(?:prior to|before)\s+(?:submi(?:tting|ssion)|sending|sharing|publication|issue)\b/i;
const doubts = [
  /\b(?:strictly\s+)?(?:for\s+)?internal(?:\s+use)?\s+only\b/i,
  /\binternal\s+(?:note|comment)s?\b\s*[:\]–-]/i,
  /\bnot\s+for\s+(?:onward\s+)?(?:sharing|circulation|distribution|publication|disclosure)\b/i,
  /\b(?:do not|don[’']t)\s+(?:share|circulate|distribute|forward)\b/i,
] as const;
const draft =
  /\bdraft\s+(?:v(?:ersion)?\s*\d|for\s+(?:comment|discussion|sign|approval|review))|^\s*draft\s*$/im;

/** One such banner: how grave it is, what it says, and on which page, counted from 1. */
export type PackBanner = {
  readonly is: 'stop' | 'doubt' | 'draft';
  readonly words: string;
  readonly page: number;
};

/** The banners in the words of a document's pages; each kind is told once, where it stands first. */
export function bannersIn(pages: readonly string[]): readonly PackBanner[] {
  const found = new Map<string, PackBanner>();
  pages.forEach((text, at) => {
    const kinds = [
      ['stop', stops],
      ...doubts.map((one) => ['doubt', one] as const),
      ['draft', draft],
    ] as const;
    for (const [is, pattern] of kinds) {
      const words = pattern.exec(text)?.[0].trim().replaceAll(/\s+/g, ' ');
      if (words && !found.has(is)) found.set(is, { is, words: words.slice(0, 80), page: at + 1 });
    }
  });
  return [...found.values()];
}
