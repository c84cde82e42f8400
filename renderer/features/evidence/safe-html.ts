import DOMPurify from 'dompurify';
import paperUrl from '../../styles/evidence-paper.css?url';

/**
 * Threat answered: a document whose HTML runs, posts, or fetches. It is cleaned to plain elements, and then shown in a
 * frame without scripts, forms or an origin, under a policy of its own that loads our one style sheet and inlined images.
 */
export function framedHtml(html: string, title: string): string {
  const clean = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowed,
    ALLOWED_ATTR: ['colspan', 'rowspan', 'src', 'alt', 'start', 'scope', 'lang', 'dir'],
    ALLOWED_URI_REGEXP: /^data:image\/(?:png|jpeg|gif|webp);/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  const style = new URL(paperUrl, document.baseURI).href;
  const policy = `default-src 'none'; img-src data:; style-src ${new URL(style).origin === 'null' ? style : new URL(style).origin}`;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escaped(title)}</title><link rel="stylesheet" href="${style}"></head><body>${clean}</body></html>`;
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
