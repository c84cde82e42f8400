import DOMPurify from 'dompurify';
import paperUrl from '../../styles/evidence-paper.css?url';
import { findPlaces, type Sought } from './pdf/pdf-search.ts';

/**
 * Threat answered: a document whose HTML runs, posts, or fetches. It is cleaned to plain elements here, and then shown in
 * a frame without scripts, forms or an origin, under a policy of its own that loads our one style sheet and inlined images.
 */
export function cleanHtml(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: allowed,
    ALLOWED_ATTR: ['colspan', 'rowspan', 'src', 'alt', 'start', 'scope', 'lang', 'dir'],
    ALLOWED_URI_REGEXP: /^data:image\/(?:png|jpeg|gif|webp);/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}

/** What is sought in a document, and which of its hits is looked at, counted from 0. */
type Looked = { readonly sought: Sought; readonly at: number };

/** The page for the frame, with what is sought marked in it, and how many hits there are. */
export function framedHtml(
  clean: DocumentFragment,
  title: string,
  { sought, at }: Looked,
): { readonly page: string; readonly hits: number } {
  const body = document.createElement('body');
  body.append(clean.cloneNode(true));
  const hits = markInside(body, sought);
  hits[at]?.classList.add('looked-at');
  const style = new URL(paperUrl, document.baseURI).href;
  const policy = `default-src 'none'; img-src data:; style-src ${new URL(style).origin === 'null' ? style : new URL(style).origin}`;
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escaped(title)}</title><link rel="stylesheet" href="${style}"></head>${body.outerHTML}</html>`;
  return { page, hits: hits.length };
}

/** Puts a mark round each place of what is sought; the frame has no scripts, so it is done before. */
function markInside(body: HTMLElement, sought: Sought): readonly HTMLElement[] {
  const marks: HTMLElement[] = [];
  const texts: Text[] = [];
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) {
    const places = findPlaces(text.data, sought);
    if (places.length === 0) continue;
    const found = places.map(([from, to]) => markOf(text.data.slice(from, to)));
    const gaps = places.map(([from], index) => text.data.slice(places[index - 1]?.[1] ?? 0, from));
    const rest = text.data.slice(places.at(-1)?.[1] ?? 0);
    text.replaceWith(...found.flatMap((mark, index) => [gaps[index] ?? '', mark]), rest);
    marks.push(...found);
  }
  return marks;
}

function markOf(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

const allowed = [
  ...[
    'a',
    'abbr',
    'b',
    'blockquote',
    'br',
    'caption',
    'code',
    'col',
    'colgroup',
    'dd',
    'div',
    'dl',
    'dt',
    'em',
  ],
  ...[
    'figcaption',
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
    'li',
    'ol',
    'p',
    'pre',
    'q',
    's',
  ],
  ...[
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'u',
    'ul',
  ],
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
