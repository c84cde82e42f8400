import { defaultOptions, parseAsync, renderDocument } from 'docx-preview';
import { leaveOutPageNumbers } from './page-numbers.ts';
import { paperOf, wordsOwnStyle } from './word-paper.ts';

const options = {
  ...defaultOptions,
  ...{ inWrapper: false, useBase64URL: true, renderAltChunks: false, renderComments: false },
  // Fonts and widths differ from Word's, so the breaks that Word last made would leave pages half empty.
  ...{ renderChanges: false, ignoreLastRenderedPageBreak: true, experimental: true },
};

/** The pages of a Word document as HTML to print: its layout, headers, footers, pictures and notes, and no script of it. */
export async function layOutWord(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const word = await parseAsync(bytes.buffer, options);
  leaveOutPageNumbers(word);
  const nodes = await renderDocument(word, options);
  const styles = nodes.filter((node) => node instanceof HTMLStyleElement);
  const sections = nodes.filter((node) => node instanceof HTMLElement && node.tagName === 'SECTION');
  const body = document.createElement('body');
  body.append(...styles, ...sections);
  markHeadings(body);
  leaveOutAddresses(body);
  leaveOutBareFooters(body);
  const rules = paperOf([...body.querySelectorAll<HTMLElement>('section.docx')]);
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Document</title><style>${wordsOwnStyle}</style></head>${body.outerHTML}<style>${rules}</style></html>`;
}

/** Word's headings are paragraphs of a style; read aloud and outlined they are to be headings. */
function markHeadings(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const [, level] = /(?:^|\s)docx_heading([1-6])(?:\s|$)/i.exec(paragraph.className) ?? [];
    if (!level) continue;
    paragraph.setAttribute('role', 'heading');
    paragraph.setAttribute('aria-level', level);
  }
}

/** A footer that said nothing but the number of the page. */
function leaveOutBareFooters(body: HTMLElement): void {
  for (const footer of body.querySelectorAll('section.docx > footer'))
    if (
      /^[\s|/–-]*(?:page)?[\s|/–-]*(?:of)?[\s|/–-]*$/i.test(footer.textContent ?? '') &&
      !footer.querySelector('img, svg')
    )
      footer.remove();
}

/** Addresses that would do something other than open a page or a message, and pictures that are elsewhere. */
function leaveOutAddresses(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a[href]'))
    if (!/^(?:https?:|mailto:|#)/i.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
  for (const picture of body.querySelectorAll('[src]'))
    if (!/^data:image\//i.test(picture.getAttribute('src') ?? '')) picture.removeAttribute('src');
}
