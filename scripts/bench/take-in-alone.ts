// Takes a folder into a new engagement, in a process that does nothing else, and prints how that went as JSON.
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { indexWaiting } from '../../main/services/search/index-words.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { today } from '../../shared/domain/time.ts';
import { plainContext } from '../plain-context.ts';
import { peakMegabytes } from './peak-memory.ts';

export type TakenIn = {
  readonly milliseconds: number;
  readonly startMegabytes: number;
  readonly peakMegabytes: number;
  /** Of the main thread, in milliseconds: how long nothing else had its turn. */
  readonly longestTask: number;
  readonly usualLongest: number;
};

const [file = '', folder = ''] = process.argv.slice(2);
const paths = (await readdir(folder)).map((name) => join(folder, name));
const session = await createSession(file, randomBytes(16).toString('hex'));
try {
  const ctx = plainContext({
    db: session.db,
    now: '2026-11-24T10:42:00.000Z',
    outside: { chooseFiles: async () => paths },
  });
  const startMegabytes = peakMegabytes();
  // As in the app, which has shown the time in London before anybody adds a file.
  today(ctx.clock());
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const startedAt = performance.now();
  const added = await addEvidence(ctx, { targets: [] });
  const milliseconds = performance.now() - startedAt;
  // The words go into the search index after the files are in; the window is to stay as quick meanwhile.
  await indexWaiting(session.db);
  delays.disable();
  const refused = added.find(({ outcome }) => outcome !== 'added');
  if (refused) throw new Error(`${refused.fileName} was not taken in. ${refused.reason}`);
  const taken: TakenIn = {
    milliseconds,
    startMegabytes,
    peakMegabytes: peakMegabytes(),
    longestTask: delays.max / 1e6,
    usualLongest: delays.percentile(99) / 1e6,
  };
  console.log(JSON.stringify(taken));
} finally {
  await closeSession(session);
  await rm(file, { force: true });
}
