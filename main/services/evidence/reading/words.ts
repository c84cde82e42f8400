import type { HiddenFact } from '../../../../shared/domain/hidden-data.ts';

/**
 * The words of a document: one text for each page, then, where there is any, one with what does not show on a page
 * (properties, comments, notes), then one empty text for each part that could not be read.
 */
export type Words = {
  readonly pages: number | null;
  readonly texts: readonly string[];
  /** What it holds besides that nobody sees. */
  readonly facts: readonly HiddenFact[];
};

/** Letters kept of one page; a longer one counts as not wholly read. */
const longestPage = 4_000_000;

type Besides = {
  readonly hidden?: string;
  readonly unread?: number;
  readonly counted?: boolean;
  readonly facts?: readonly HiddenFact[];
};

/** Puts the words of a document together; `unread` is the number of parts, such as attachments, left unread. */
export function wordsOf(
  pages: readonly string[],
  { hidden = '', unread = 0, counted = true, facts = [] }: Besides = {},
): Words {
  const cut = pages.filter((page) => page.length > longestPage).length;
  const shown = pages.map((page) => cleaned(page.slice(0, longestPage)));
  const extra = cleaned(hidden.slice(0, longestPage));
  const texts = [...shown, ...(extra ? [extra] : []), ...Array.from({ length: unread + cut }, () => '')];
  return { pages: counted && pages.length > 0 ? pages.length : null, texts, facts };
}

/** Control characters part words in PDFs; they have no place in stored text. */
function cleaned(text: string): string {
  return (
    text
      .replaceAll('\r\n', '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
      .replaceAll(/[ \t]+\n/g, '\n')
      .trim()
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  pound: '£',
  eacute: 'é',
  middot: '·',
  bull: '•',
};

/** Turns the entities of XML, and the common ones of HTML, into letters. */
export function withoutEntities(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : ' ';
  });
}

/** The words of an HTML page: no scripts, no styles, one line a block; addresses of links and hidden text stay in. */
export function htmlText(html: string): string {
  const shown = html
    .replaceAll(/<(script|style|template|noscript)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<!--([\s\S]*?)-->/g, ' ')
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/table|\/title)\b[^>]*>/gi, '\n')
    .replaceAll(/<\/t[dh]\s*>/gi, '\t')
    .replaceAll(/<a\b[^>]*?\bhref\s*=\s*["']?(?:mailto:)?([^"'>\s]+)[^>]*>/gi, ' ')
    .replaceAll(/<[^>]*>/g, '');
  return withoutEntities(shown).replaceAll(/\n[ \t\n]*\n/g, '\n\n');
}
