import { randomUUID } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { assertNever, invariant } from '../../shared/assert.ts';
import { AppError } from '../../shared/errors.ts';
import type { Connection } from '../db/connection.ts';
import { copyContent } from '../db/copy-content.ts';
import { openDatabase, openSecond } from '../db/open.ts';
import { bringBack, noStamp } from '../services/hand-over/bring-back.ts';
import type { BringAnswer, BringQuestion } from '../services/hand-over/bring-worker.ts';
import { compareCopies, missingDocuments } from '../services/hand-over/compare-copies.ts';
import { describeReturn } from '../services/hand-over/describe-return.ts';

/** Compares two copies of an engagement and brings one back into the other, so that neither is felt in the window. */
invariant(parentPort, 'this file runs as a worker');
const port = parentPort;

type Open = {
  readonly ours: Connection;
  readonly theirs: Connection;
  readonly fileName: string;
  readonly hashes: readonly string[];
  readonly copySome: () => boolean;
};
let open: Open | null = null;

port.on('message', (question: BringQuestion) => {
  void answer(question).then((said) => port.postMessage(said));
});

async function answer(question: BringQuestion): Promise<BringAnswer> {
  try {
    return await done(question);
  } catch (error) {
    if (error instanceof AppError) {
      const { code, detail, message } = error;
      return { say: 'failed', code, message, ...(detail === undefined ? {} : { detail }) };
    }
    const { code, message } = error as { code?: unknown; message?: unknown };
    return { say: 'failed', code: String(code ?? ''), message: String(message ?? '') };
  }
}

async function done(question: BringQuestion): Promise<BringAnswer> {
  if (question.ask === 'open') {
    const { path, key, fileName } = question.other;
    const theirs = await openDatabase(path, key);
    const ours = openSecond(question.opening);
    open = { ours, theirs, fileName, hashes: [], copySome: () => false };
    return { say: 'done' };
  }
  if (question.ask === 'close') {
    open?.ours.close();
    open?.theirs.close();
    open = null;
    return { say: 'done' };
  }
  invariant(open, 'it was opened first');
  const { ours, theirs, fileName } = open;
  switch (question.ask) {
    case 'look': {
      const comparison = compareCopies(ours, theirs, new Map(), noStamp);
      const hashes = missingDocuments(ours, comparison);
      open = { ...open, hashes, copySome: copyContent(ours, theirs, hashes) };
      const view = describeReturn({ ours, theirs, fileName, comparison, documents: hashes.length });
      return { say: 'seen', view };
    }
    case 'copy':
      return { say: 'copied', hasMore: open.copySome() };
    case 'bring': {
      const changed = new Set<string>();
      const ctx = {
        db: ours,
        clock: () => question.at,
        newId: randomUUID,
        actor: question.actor,
        changed: (tables: readonly string[]) => {
          for (const table of tables) changed.add(table);
        },
      };
      const brought = bringBack(ctx, { db: theirs, fileName }, new Map(question.choices), open.hashes);
      return { say: 'brought', brought, tables: [...changed] };
    }
    default:
      return assertNever(question, 'every question has its answer');
  }
}
