import type { Worker } from 'node:worker_threads';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import { notLookedAt } from '../../../shared/domain/hidden-data.ts';
import { AppError, type AppFailure } from '../../../shared/errors.ts';
import { startWorker } from '../start-worker.ts';
import type { MailParts } from './reading/attachment.ts';
import type { Words } from './reading/words.ts';

export type DocumentBytes = { readonly bytes: Uint8Array } | { readonly path: string };

type Ask =
  | { readonly ask: 'words'; readonly type: EvidenceType; readonly from: DocumentBytes }
  | { readonly ask: 'parts'; readonly type: EvidenceType; readonly from: DocumentBytes }
  | { readonly ask: 'html'; readonly type: 'docx' | 'xlsx'; readonly bytes: Uint8Array };

export type Question = Ask & { readonly id: number };

export type Answer =
  | { readonly id: number; readonly say: 'so-far' | 'words'; readonly words: Words }
  | { readonly id: number; readonly say: 'parts'; readonly parts: MailParts }
  | { readonly id: number; readonly say: 'html'; readonly html: string }
  | { readonly id: number; readonly say: 'failed'; readonly failure: AppFailure };

export type DocumentReader = {
  /** The words of a document. What was not read within the time counts as not read, which is no failure. */
  readonly readWords: (type: EvidenceType, from: DocumentBytes) => Promise<Words>;
  /** Who sent a message and what came with it; null where it could not be taken apart in time. */
  readonly readParts: (type: EvidenceType, from: DocumentBytes) => Promise<MailParts | null>;
  /** A Word document or workbook as HTML; fails with `evidence/unreadable` when it cannot be had in time. */
  readonly readHtml: (type: 'docx' | 'xlsx', bytes: Uint8Array) => Promise<string>;
  readonly close: () => Promise<void>;
};

type Limits = { readonly milliseconds: number; readonly megabytes: number };

type Waiting = {
  readonly id: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (answer: Answer | 'gave-up') => void;
  soFar: Answer | null;
};

const unreadWords: Words = { pages: null, texts: [''], facts: notLookedAt };

/**
 * Starts reading documents off the main thread, one at a time. A document that takes longer than a minute, or more
 * memory than a document should, is given up, and the thread with it; the next one gets a fresh thread.
 */
export function openDocumentReader(
  limits: Limits = { milliseconds: 60_000, megabytes: 1024 },
): DocumentReader {
  let worker: Worker | null = null;
  let waiting: Waiting | null = null;
  let lastId = 0;

  const end = (answer: Answer | 'gave-up'): void => {
    if (!waiting) return;
    const { timer, soFar, resolve } = waiting;
    waiting = null;
    clearTimeout(timer);
    resolve(answer === 'gave-up' && soFar ? soFar : answer);
  };

  const giveUp = (): void => {
    void worker?.terminate();
    worker = null;
    end('gave-up');
  };

  const start = (): Worker => {
    const started = startWorker('read-document', {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    started.on('message', (answer: Answer) => {
      if (answer.id !== waiting?.id) return;
      if (answer.say === 'so-far') waiting.soFar = answer;
      else end(answer);
    });
    // A thread that was given up may still fail or end; only the one in use is waited for.
    const onEnd = (): void => {
      if (worker === started) giveUp();
    };
    started.on('error', onEnd);
    started.on('exit', onEnd);
    return started;
  };

  const ask = (question: Ask): Promise<Answer | 'gave-up'> => {
    worker ??= start();
    lastId += 1;
    const id = lastId;
    const running = worker;
    return new Promise((resolve) => {
      waiting = { id, soFar: null, resolve, timer: setTimeout(giveUp, limits.milliseconds) };
      running.postMessage({ id, ...question });
    });
  };

  return {
    readWords: async (type, from) => {
      const answer = await ask({ ask: 'words', type, from: owned(from) });
      if (answer === 'gave-up') return unreadWords;
      if (answer.say === 'failed') throw new AppError(answer.failure.code, answer.failure.detail);
      return answer.say === 'words' || answer.say === 'so-far' ? answer.words : unreadWords;
    },
    readParts: async (type, from) => {
      const answer = await ask({ ask: 'parts', type, from: owned(from) });
      return answer !== 'gave-up' && answer.say === 'parts' ? answer.parts : null;
    },
    readHtml: async (type, bytes) => {
      const answer = await ask({ ask: 'html', type, bytes });
      if (answer !== 'gave-up' && answer.say === 'html') return answer.html;
      if (answer !== 'gave-up' && answer.say === 'failed')
        throw new AppError(answer.failure.code, answer.failure.detail);
      throw new AppError('evidence/unreadable', 'It took too long to read.');
    },
    close: async () => {
      const running = worker;
      worker = null;
      end('gave-up');
      await running?.terminate();
    },
  };
}

/** Handing over a part of a piece of memory would hand over, and copy, the whole of it. */
const owned = (from: DocumentBytes): DocumentBytes =>
  'bytes' in from ? { bytes: from.bytes.slice() } : from;
