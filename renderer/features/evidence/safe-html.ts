import DOMPurify from 'dompurify';
import { markTerms, parseQuery, type SearchTerm } from '../../../shared/domain/search-query.ts';
import paperUrl from '../../styles/evidence-paper.css?url';

/**
 * Threat answered: a document whose HTML runs, posts, or fetches. It is cleaned to plain elements, and then shown in a
 * frame without scripts, forms or an origin, under a policy of its own that loads our one style sheet and inlined images.
 */
export function framedHtml(html: string, title: string, typed = ''): string {
  const clean = DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: allowed,
    ALLOWED_ATTR: ['colspan', 'rowspan', 'src', 'alt', 'start', 'scope', 'lang', 'dir'],
    ALLOWED_URI_REGEXP: /^data:image\/(?:png|jpeg|gif|webp);/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  markInside(clean, parseQuery(typed).wanted);
  const body = document.createElement('body');
  body.append(clean);
  const style = new URL(paperUrl, document.baseURI).href;
  const policy = `default-src 'none'; img-src data:; style-src ${new URL(style).origin === 'null' ? style : new URL(style).origin}`;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escaped(title)}</title><link rel="stylesheet" href="${style}"></head>${body.outerHTML}</html>`;
}

/** Puts a mark round what was sought; the frame has no scripts, so it is done before. */
function markInside(fragment: DocumentFragment, terms: readonly SearchTerm[]): void {
  if (terms.length === 0) return;
  const texts: Text[] = [];
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  for (const text of texts) {
    const pieces = markTerms(text.data, terms);
    if (!pieces.some((piece) => piece.isHit)) continue;
    text.replaceWith(...pieces.map((piece) => (piece.isHit ? markOf(piece.text) : piece.text)));
  }
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
