import { BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors.ts';
import type { Outside } from '../services/context.ts';
import { escapeHtml } from '../services/html.ts';
import { printFontFaces } from './print-font.ts';

/** Prints HTML in the app's own type, in a hidden window that has no scripts, no preload and a session of its own, and closes it. */
export const printPdf: Outside['printPdf'] = async (
  html,
  { title, landscape = false, pageSize = 'A4', marking },
) => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      javascript: false,
      partition: 'print',
      spellcheck: false,
    },
  });
  try {
    const faces = `<style>${await printFontFaces()}</style>`;
    const page = html.replace('</head>', `${faces}</head>`);
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(page).toString('base64')}`);
    const strip = (inner: string) =>
      `${faces}<div style="font: 600 8pt 'Inter Variable', Arial, sans-serif; width: 100%; padding: 0 16mm; display: flex; justify-content: space-between">${inner}</div>`;
    return await window.webContents.printToPDF({
      landscape,
      pageSize,
      printBackground: true,
      preferCSSPageSize: false,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: strip(`<span>${escapeHtml(marking)}</span><span>${escapeHtml(title)}</span>`),
      footerTemplate: strip(
        `<span>${escapeHtml(marking)}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span>`,
      ),
    });
  } catch {
    throw new AppError('pack/cannot-print');
  } finally {
    window.destroy();
  }
};
