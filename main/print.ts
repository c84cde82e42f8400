import { app } from 'electron';
import { AppError } from '../shared/errors.ts';
import { printPdf } from './app/print-pdf.ts';
import { registerSchemes } from './security/protocol.ts';
import { closeSessionToTheWorld } from './security/session.ts';
import type { PrintOptions } from './services/context.ts';

/**
 * Prints for a script that has no window: takes documents from the process that started it, one message each, answers
 * with the PDF, and ends with that process. Nothing is ever shown, and nothing is written to the disk.
 */
export type PrintJob = { readonly id: number; readonly html: string; readonly options: PrintOptions };

export type PrintAnswer =
  | { readonly say: 'ready' }
  | { readonly say: 'printed'; readonly id: number; readonly pdfBase64: string }
  | { readonly say: 'failed'; readonly id: number };

const answer = (said: PrintAnswer): void => {
  process.send?.(said);
};

app.enableSandbox();
registerSchemes();
app.dock?.hide();
app.on('session-created', closeSessionToTheWorld);
// Each document has a window of its own; the end of the last one is not the end of the work.
app.on('window-all-closed', () => {});
process.on('disconnect', () => app.exit(0));
process.on('message', (job: PrintJob) => void print(job));

async function print({ id, html, options }: PrintJob): Promise<void> {
  try {
    const pdf = await printPdf(html, options);
    answer({ say: 'printed', id, pdfBase64: Buffer.from(pdf).toString('base64') });
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error);
    answer({ say: 'failed', id });
  }
}

void app.whenReady().then(() => answer({ say: 'ready' }));
