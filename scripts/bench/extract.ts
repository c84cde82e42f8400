import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { type DocumentReader, openDocumentReader } from '../../main/services/evidence/document-reader.ts';
import { runCommand, runOrFail } from '../run-command.ts';
import { withTempFolder } from '../temp-folder.ts';
import { type Benchmark, PeerMissing } from './benchmark.ts';
import { alternate, median, timed } from './rounds.ts';
import { rowOf } from './rows.ts';
import { inventedText, picker } from './search-words.ts';

const ROUNDS = 3;
const DOCUMENTS = 100;
const PAGES = 12;
const LINES = 40;
const WORKERS = 2;

export const extract: Benchmark = {
  key: 'extract',
  about: 'the words of 100 PDFs of 12 pages, in two threads, against pdftotext of each',
  run: async () => {
    const { output } = await runCommand('pdftotext', ['-v'], { output: 'collect' });
    if (!output.includes('pdftotext')) throw new PeerMissing('"pdftotext" is not installed.');
    return withTempFolder('lano-bench-', async (folder) => {
      const documents = join(folder, 'documents');
      await mkdir(documents);
      const paths = await writePdfs(documents);
      const found = await alternate(ROUNDS, {
        product: () => readAll(paths),
        peer: () => timed(() => runOrFail('sh', ['-c', SCRIPT, 'sh', documents, folder])),
      });
      return [
        rowOf(
          {
            name: 'words of 100 PDFs in two threads, against pdftotext one by one',
            unit: 'ms',
            value: median(found.product),
            peer: median(found.peer),
          },
          { of: 'ratio', atMost: 2 },
        ),
      ];
    });
  },
};

const SCRIPT = 'set -e; for file in "$1"/*.pdf; do pdftotext "$file" "$2/words.txt"; done';

const readAll = async (paths: readonly string[]): Promise<number> => {
  const readers = Array.from({ length: WORKERS }, () => openDocumentReader());
  const left = [...paths];
  const readOn = async (reader: DocumentReader): Promise<void> => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const { texts } = await reader.readWords('pdf', { path });
      if (texts.length < PAGES || texts[0] === '') throw new Error('A document was not read.');
    }
  };
  try {
    return await timed(() => Promise.all(readers.map(readOn)));
  } finally {
    await Promise.all(readers.map((reader) => reader.close()));
  }
};

const writePdfs = async (folder: string): Promise<readonly string[]> => {
  const pick = picker(20261124);
  const paths: string[] = [];
  for (let number = 1; number <= DOCUMENTS; number += 1) {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    for (let at = 0; at < PAGES; at += 1) {
      const page = pdf.addPage([595, 842]);
      for (let line = 0; line < LINES; line += 1)
        page.drawText(inventedText(pick, 80), { x: 50, y: 790 - line * 18, size: 10, font });
    }
    const path = join(folder, `${number}.pdf`);
    await writeFile(path, await pdf.save());
    paths.push(path);
  }
  return paths;
};
