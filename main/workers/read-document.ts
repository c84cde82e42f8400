import { type FileHandle, open } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { invariant } from '../../shared/assert.ts';
import { AppError } from '../../shared/errors.ts';
import type { Answer, Question } from '../services/evidence/document-reader.ts';
import { readWords } from '../services/evidence/reading/read-words.ts';
import type { ByteSource } from '../services/evidence/zip-file.ts';

/**
 * Threat answered: a document made to break or stall whatever reads it. Reading runs here, away from the window and the
 * file, with a limit on memory, and whoever asked ends this thread when it takes too long.
 */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;

port.on('message', (question: Question) => {
  void answer(question).then((said) => port.postMessage(said));
});

async function answer(question: Question): Promise<Answer> {
  const { id } = question;
  try {
    if (question.ask === 'html') {
      const { docxHtml, xlsxHtml } = await import('../services/evidence/reading/viewer-html.ts');
      const toHtml = question.type === 'xlsx' ? xlsxHtml : docxHtml;
      return { id, say: 'html', html: await toHtml(question.bytes) };
    }
    const file = 'path' in question.from ? await open(question.from.path, 'r') : null;
    try {
      const source = file
        ? await fileSource(file)
        : bytesSource('bytes' in question.from ? question.from.bytes : new Uint8Array());
      if (question.ask === 'parts') {
        const { mailParts } = await import('../services/evidence/reading/mail-parts.ts');
        const bytes = await source.read(0, source.size);
        return { id, say: 'parts', parts: await mailParts(question.type, bytes) };
      }
      const words = await readWords(question.type, source, (soFar) =>
        port.postMessage({ id, say: 'so-far', words: soFar }),
      );
      return { id, say: 'words', words };
    } finally {
      await file?.close();
    }
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('evidence/unreadable');
    return {
      id,
      say: 'failed',
      failure: { code: known.code, ...(known.detail ? { detail: known.detail } : {}) },
    };
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
