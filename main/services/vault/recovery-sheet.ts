import { writeFile } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Outside } from '../context.ts';
import { escapeHtml, htmlPage } from '../html.ts';

/** Prints the sheet that opens the file without its passphrase, and saves it where the user says. */
export async function saveRecoverySheet(
  outside: Outside,
  sheet: { readonly title: string; readonly digits: string },
): Promise<{ saved: boolean }> {
  const path = await outside.chooseSavePath('Save the recovery sheet', 'Recovery sheet.pdf', [
    { name: 'PDF', extensions: ['pdf'] },
  ]);
  if (!path) return { saved: false };
  const title = `Recovery sheet: ${sheet.title}`;
  const rows = (sheet.digits.match(/(?:\S{4} ?){4}/g) ?? []).map((row) => `<tr><td>${row.trim()}</td></tr>`);
  const body = `<h1>${escapeHtml(title)}</h1>
    <p>This key opens the engagement file if the passphrase is forgotten. Whoever holds this sheet and the file can read
    everything in it, so keep the sheet in a safe or a sealed envelope, away from the computer.</p>
    <h2>Recovery key</h2><table class="key">${rows.join('')}</table>
    <h2>How to use it</h2>
    <p>Open LANO Desk, choose the file, choose “Use the recovery sheet”, and type the 64 digits. Spaces and capitals do
    not matter. The key stops working when the passphrase is changed; print a new sheet then.</p>
    <p>Any program that reads the SQLCipher 4 format also opens the file with this key, given as a raw key.</p>
    <p class="meta">The date it was printed and who holds it: ______________________________________</p>`;
  const style =
    '.key td { font: 600 17pt "DejaVu Sans Mono", Consolas, monospace; letter-spacing: 0.08em; padding: 6pt 0; }';
  const pdf = await outside.printPdf(htmlPage(title, body, style), {
    title,
    marking: 'Keep apart from the computer',
  });
  await writeFile(path, pdf).catch(() => {
    throw new AppError('disk/cannot-write');
  });
  return { saved: true };
}
