import { randomBytes, randomUUID } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '../../main/db/connection.ts';
import { countRows, listRows } from '../../main/db/table.ts';
import { feedbackEntries } from '../../main/db/tables.ts';
import { insertRow, updateRow } from '../../main/db/write.ts';
import { type Context, write } from '../../main/services/context.ts';
import { bringBack } from '../../main/services/hand-over/bring-back.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import { closeSession, createSession, openSession } from '../../main/services/vault/session.ts';
import type { FeedbackEntry } from '../../shared/domain/feedback.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import type { FeedbackId } from '../../shared/domain/ids.ts';
import { plainContext } from '../plain-context.ts';
import { withTempFolder } from '../temp-folder.ts';
import type { Benchmark } from './benchmark.ts';
import { alternate, median, timed } from './rounds.ts';
import { rowOf } from './rows.ts';

const ROUNDS = 3;
/** Half of the changes are to entries that were there, half are new entries. */
const HALF = 5000;
const NOW = '2026-11-24T10:42:00.000Z';

export const merge: Benchmark = {
  key: 'merge',
  about: '10,000 changes of another copy brought back, against the same rows written by plain SQL',
  run: () =>
    withTempFolder('lano-bench-', async (folder) => {
      const passphrase = randomBytes(16).toString('hex');
      const files = { mine: join(folder, 'mine.lano'), theirs: join(folder, 'theirs.lano'), passphrase };
      await writeCopies(files);
      const found = await alternate(ROUNDS, {
        product: () => onCopy(folder, files, bringAll),
        peer: () => onCopy(folder, files, writePlainly),
      });
      return [
        rowOf(
          {
            name: '10,000 changes of another copy compared, brought in and logged, against plain SQL writing the same rows',
            unit: 'ms',
            value: median(found.product),
            peer: median(found.peer),
          },
          { of: 'ratio', atMost: 4 },
        ),
      ];
    }),
};

type Files = { readonly mine: string; readonly theirs: string; readonly passphrase: string };

/** Copies must not give the same id twice. */
const contextOf = (db: Connection): Context => ({ ...plainContext({ db, now: NOW }), newId: randomUUID });

const entry = (at: number): FeedbackEntry => ({
  ...{ id: `feedback-${String(at).padStart(6, '0')}` as FeedbackId, at: NOW, kind: 'neutral' },
  ...{ text: `Entry ${at}: what somebody said about how agencies plan together`, saidBy: 'SENCO' },
  ...{ heardBy: 'Inspector 1', meetingId: null, childId: null, criterionId: null, isEmbargoed: false },
  ...{
    action: '',
    actionOwnerId: null,
    actionDueOn: null,
    actionDueAt: null,
    isActionDone: false,
    sector: null,
  },
  ...{ isQuote: false, reply: '', hearingId: null, confidence: 'not-said', evidenceGiven: '' },
});

const writeCopies = async ({ mine, theirs, passphrase }: Files): Promise<void> => {
  const framework = frameworkById('blank');
  if (!framework) throw new Error('There is no blank framework to measure with.');
  const first = await createSession(mine, passphrase);
  const ctx = contextOf(first.db);
  startEngagement(ctx, { title: 'Bench', council: 'Bench', anchorDate: '2026-11-23', framework });
  write(ctx, { action: 'logFeedback', summary: 'Before the parting' }, (tx) => {
    for (let at = 0; at < HALF; at += 1) insertRow(tx, feedbackEntries, entry(at));
  });
  await closeSession(first);
  await copyFile(mine, theirs);
  const second = await openSession(theirs, passphrase);
  write(contextOf(second.db), { action: 'logFeedback', summary: 'After it' }, (tx) => {
    for (let at = 0; at < HALF; at += 1) {
      updateRow(tx, feedbackEntries, entry(at).id, { reply: `Answered ${at}` });
      insertRow(tx, feedbackEntries, entry(HALF + at));
    }
  });
  await closeSession(second);
};

type Side = { readonly mine: Connection; readonly theirs: Connection };

const onCopy = async (folder: string, files: Files, work: (side: Side) => void): Promise<number> => {
  const path = join(folder, 'round.lano');
  await copyFile(files.mine, path);
  const mine = await openSession(path, files.passphrase);
  const theirs = await openSession(files.theirs, files.passphrase);
  try {
    const milliseconds = await timed(() => work({ mine: mine.db, theirs: theirs.db }));
    const entries = countRows(mine.db, feedbackEntries);
    if (entries !== 2 * HALF) throw new Error(`There are ${entries} entries where ${2 * HALF} are meant.`);
    return milliseconds;
  } finally {
    await closeSession(mine);
    await closeSession(theirs);
    await rm(path, { force: true });
  }
};

const bringAll = ({ mine, theirs }: Side): void => {
  const ctx = contextOf(mine);
  const { added, changed } = bringBack(ctx, { db: theirs, fileName: 'theirs.lano' }, new Map());
  if (added !== HALF || changed !== HALF) throw new Error(`It brought ${added} and ${changed} rows.`);
};

/** The peer: reads the rows of the other file and writes them, with no log, no comparing and no way back. */
const writePlainly = ({ mine, theirs }: Side): void => {
  const columns = feedbackEntries.columns.map((column) => `"${column}"`);
  const put = mine.prepare(
    `INSERT OR REPLACE INTO feedback_entries (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const rows = listRows(theirs, feedbackEntries).map((row) => feedbackEntries.toStored(row));
  mine.transaction(() => {
    for (const row of rows) put.run(...feedbackEntries.columns.map((column) => row[column] ?? null));
  })();
};
