import { type FileHandle, open } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';
import type { Answer, Question } from '../services/evidence/document-reader.ts';
import { readWords } from '../services/evidence/reading/read-words.ts';
import type { Words } from '../services/evidence/reading/words.ts';
import type { ByteSource } from '../services/evidence/zip-file.ts';
import { failureOf } from '../services/failure-of.ts';
import type { Numbered } from '../services/limited-worker.ts';

/**
 * Threat answered: a document made to break or stall whatever reads it. Reading runs here, away from the window and the
 * file, with a limit on memory, and whoever asked ends this thread when it takes too long.
 */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;

port.on('message', ({ id, body }: Numbered<Question>) => {
  const soFar = (words: Words): void =>
    port.postMessage({ id, body: { say: 'words', words } satisfies Answer, isSoFar: true });
  void answer(body, soFar)
    .catch((error: unknown): Answer => ({ say: 'failed', failure: failureOf(error) }))
    .then((said) => port.postMessage({ id, body: said }));
});

async function answer(question: Question, soFar: (words: Words) => void): Promise<Answer> {
  if (question.ask === 'html') {
    const { docxHtml, xlsxHtml } = await import('../services/evidence/reading/viewer-html.ts');
    const toHtml = question.type === 'xlsx' ? xlsxHtml : docxHtml;
    return { say: 'html', html: await toHtml(question.bytes) };
  }
  const file = 'path' in question.from ? await open(question.from.path, 'r') : null;
  try {
    const source = file
      ? await fileSource(file)
      : bytesSource('bytes' in question.from ? question.from.bytes : new Uint8Array());
    if (question.ask === 'words')
      return { say: 'words', words: await readWords(question.type, source, soFar) };
    const { mailParts } = await import('../services/evidence/reading/mail-parts.ts');
    const bytes = await source.read(0, source.size);
    return { say: 'parts', parts: await mailParts(question.type, bytes) };
  } finally {
    await file?.close();
  }
}

const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
      return bytes.subarray(0, bytesRead);
    },
  };
}
