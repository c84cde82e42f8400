import { stat } from 'node:fs/promises';
import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import { notLookedAt } from '../../../shared/domain/hidden-data.ts';
import { AppError, type AppFailure } from '../../../shared/errors.ts';
import { limitedWorker } from '../limited-worker.ts';
import type { MailParts } from './reading/attachment.ts';
import type { Words } from './reading/words.ts';

export type DocumentBytes = { readonly bytes: Uint8Array } | { readonly path: string };

export type Question =
  | { readonly ask: 'words'; readonly type: EvidenceType; readonly from: DocumentBytes }
  | { readonly ask: 'parts'; readonly type: EvidenceType; readonly from: DocumentBytes }
  | { readonly ask: 'html'; readonly type: 'docx' | 'xlsx'; readonly bytes: Uint8Array };

export type Answer =
  | { readonly say: 'words'; readonly words: Words }
  | { readonly say: 'parts'; readonly parts: MailParts }
  | { readonly say: 'html'; readonly html: string }
  | { readonly say: 'failed'; readonly failure: AppFailure };

export type DocumentReader = {
  /** The words of a document. What was not read within the time counts as not read, which is no failure. */
  readonly readWords: (type: EvidenceType, from: DocumentBytes) => Promise<Words>;
  /** Who sent a message and what came with it; null where it could not be taken apart in time. */
  readonly readParts: (type: EvidenceType, from: DocumentBytes) => Promise<MailParts | null>;
  /** A Word document or workbook as HTML; fails with `evidence/unreadable` when it cannot be had in time. */
  readonly readHtml: (type: 'docx' | 'xlsx', bytes: Uint8Array) => Promise<string>;
  readonly close: () => Promise<void>;
};

const unreadWords: Words = { pages: null, texts: [''], facts: notLookedAt };

/**
 * Starts reading documents off the main thread, one at a time. A document that takes longer than a minute, or more
 * memory than a document should, is given up, and the thread with it; the next one gets a fresh thread.
 */
export function openDocumentReader(limits = { milliseconds: 60_000, megabytes: 1024 }): DocumentReader {
  const thread = limitedWorker<Question, Answer>('read-document', limits);
  const ask = async (
    question: Question,
    handedOver: readonly ArrayBuffer[] = [],
  ): Promise<Exclude<Answer, { say: 'failed' }> | null> => {
    const answer = await thread.ask(question, handedOver);
    if (answer?.say === 'failed') throw new AppError(answer.failure.code, answer.failure.detail);
    return answer;
  };
  return {
    readWords: async (type, from) => {
      const answer = await ask(...handingOver({ ask: 'words', type, from }));
      if (await isLarge(from)) thread.renew();
      return answer?.say === 'words' ? answer.words : unreadWords;
    },
    readParts: async (type, from) => {
      const answer = await ask(...handingOver({ ask: 'parts', type, from })).catch(() => null);
      return answer?.say === 'parts' ? answer.parts : null;
    },
    readHtml: async (type, bytes) => {
      const answer = await ask({ ask: 'html', type, bytes });
      if (answer?.say === 'html') return answer.html;
      throw new AppError('evidence/unreadable', 'It took too long to read.');
    },
    close: thread.close,
  };
}

/** What was read of so large a document is not left for the collector to find while the next is being read. */
const largeSize = 24 * 1024 * 1024;

async function isLarge(from: DocumentBytes): Promise<boolean> {
  if ('bytes' in from) return from.bytes.length > largeSize;
  const size = await stat(from.path).then(
    (found) => found.size,
    () => 0,
  );
  return size > largeSize;
}

type About = Extract<Question, { from: DocumentBytes }>;

/** A copy of the document goes over and is not copied again; what it is a part of stays here. */
function handingOver(question: About): readonly [About, readonly ArrayBuffer[]] {
  if ('path' in question.from) return [question, []];
  const bytes = new Uint8Array(question.from.bytes);
  return [{ ...question, from: { bytes } }, [bytes.buffer]];
}
