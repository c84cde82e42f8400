import { BrowserWindow, session } from 'electron';
import { AppError } from '../../shared/errors.ts';
import { appOrigin, servePaper } from '../security/protocol.ts';
import type { Outside, PrintOptions } from '../services/context.ts';
import { escapeHtml } from '../services/html.ts';
import { printFontFaces } from './print-font.ts';

/** Prints HTML in the app's own type, in a hidden window that has no scripts, no preload and a session of its own, and closes it. */
export const printPdf: Outside['printPdf'] = async (html, options) => {
  const { landscape = false, pageSize = 'A4', hasOwnPaper = false } = options;
  const faces = `<style>${await printFontFaces()}</style>`;
  const name = hold(html.replace('</head>', `${faces}</head>`));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      partition,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(`${appOrigin}/${name}`);
    return await window.webContents.printToPDF({
      landscape,
      pageSize,
      printBackground: true,
      preferCSSPageSize: hasOwnPaper,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      ...strips(options, faces),
    });
  } catch {
    throw new AppError('pack/cannot-print');
  } finally {
    window.destroy();
    pages.delete(name);
  }
};

/** What stands at the head and foot of each page. */
function strips({ title, marking, isFootFree = false }: PrintOptions, faces: string) {
  // Where the pages are in other type than the app's, it is not waited for, and words in it would not be printed at all.
  const type = faces.replaceAll('@font-face {', '@font-face { font-display: swap;');
  const strip = (inner: string) =>
    `${type}<div style="font: 600 8pt 'Inter Variable', Arial, sans-serif; width: 100%; padding: 0 16mm; display: flex; justify-content: space-between">${inner}</div>`;
  const marked = `<span>${escapeHtml(marking)}</span>`;
  const page = '<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span>';
  return {
    headerTemplate: strip(`${marked}${isFootFree ? page : `<span>${escapeHtml(title)}</span>`}`),
    footerTemplate: isFootFree ? '<span></span>' : strip(`${marked}${page}`),
  };
}

const partition = 'print';

/** The pages being printed. An address cannot hold a page of many pictures, so it only names one. */
const pages = new Map<string, string>();
let last = 0;

function hold(html: string): string {
  if (last === 0) servePaper(session.fromPartition(partition), (name) => pages.get(name));
  last += 1;
  pages.set(String(last), html);
  return String(last);
}
