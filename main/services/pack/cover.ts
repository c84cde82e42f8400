import { escapeHtml, htmlPage } from '../html.ts';
import { factsTable, type IndexFacts } from './render.ts';

/** The cover sheet as HTML to print: for whom, by whom, what is said with it, and the hash that proves the whole. */
export function coverPage(
  subject: string,
  facts: IndexFacts,
  { note, documents, manifestSha256 }: { note: string; documents: number; manifestSha256: string },
): string {
  const title = `${subject}: evidence pack`;
  const groups = manifestSha256.match(/.{8}/g) ?? [];
  const body = `<h1>${escapeHtml(title)}</h1>
    ${factsTable({ ...facts, documents })}
    ${note ? `<h2>Covering note</h2>${paragraphs(note)}` : ''}
    <h2>What proves this pack</h2>
    <p>The SHA-256 of <code>manifest-sha256.txt</code>, the list of the hashes of every file, when the pack was made:</p>
    <p class="proof">${groups.map((group) => `<span>${group}</span>`).join(' ')}</p>
    <p>It is also kept in the record of the engagement. “Check a pack” in LANO Desk compares the files, the list and that
    record, however long after; so does <code>sha256sum manifest-sha256.txt</code>.</p>`;
  return htmlPage(title, body, style);
}

const paragraphs = (note: string): string =>
  note
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');

const style = `
  .facts { width: auto; } .facts th, .facts td { border: 0; padding: 1pt 12pt 1pt 0; font-size: 10.5pt; }
  .proof { font: 11pt "DejaVu Sans Mono", Consolas, monospace; line-height: 1.6; }
`;
