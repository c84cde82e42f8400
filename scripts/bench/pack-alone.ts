// Does one thing with an engagement full of documents, in a process that does nothing else, and prints how that went.
import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Connection } from '../../main/db/connection.ts';
import { readChunks } from '../../main/db/evidence-content.ts';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import type { Context, Outside } from '../../main/services/context.ts';
import { exportPack } from '../../main/services/pack/packs.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import { closeSession, createSession, openSession } from '../../main/services/vault/session.ts';
import { plainPack } from '../../shared/domain/pack.ts';
import { plainContext } from '../plain-context.ts';
import { peakMegabytes } from './peak-memory.ts';
import { timed } from './rounds.ts';

export type PackAlone = {
  readonly milliseconds: number;
  readonly startMegabytes: number;
  readonly peakMegabytes: number;
  /** Of the main thread, in milliseconds. */
  readonly longestTask: number;
  readonly usualLongest: number;
  /** Of the zip; empty without one. */
  readonly passphrase: string;
};

const [what = '', file = '', folder = ''] = process.argv.slice(2);
const passphrase = 'bench';

const fill = async (): Promise<void> => {
  // Here, so that what takes files in weighs on no measurement.
  const { addEvidence } = await import('../../main/services/evidence/add-evidence.ts');
  const { startEngagement } = await import('../../main/services/start-engagement.ts');
  const { frameworkById } = await import('../../shared/domain/frameworks.ts');
  const session = await createSession(file, passphrase);
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const ctx = contextOf(session.db, { chooseFiles: async () => paths });
  const framework = frameworkById('area-send-full-inspection');
  if (!framework) throw new Error('There is no framework to start from.');
  startEngagement(ctx, { title: 'Bench', council: '', anchorDate: null, framework });
  await addEvidence(ctx, { targets: [] });
  await closeSession(session);
};

const contextOf = (db: Connection, outside: Partial<Outside> = {}): Context => ({
  ...plainContext({
    db,
    now: '2026-11-24T10:42:00.000Z',
    // Printing takes Electron, and as long for 1 GB as for little.
    outside: { printPdf: async () => new Uint8Array(9), ...outside },
  }),
  // The file is opened again and again, and counted ids would begin again with it.
  newId: randomUUID,
});

const readAndVerify = (db: Connection): void => {
  for (const { sha256 } of listRows(db, evidenceItems)) {
    const hash = createHash('sha256');
    for (const chunk of readChunks(db, sha256)) hash.update(chunk);
    if (hash.digest('hex') !== sha256) throw new Error('A document is not what was taken in.');
  }
};

const measure = async (): Promise<PackAlone> => {
  const startMegabytes = peakMegabytes();
  const session = await openSession(file, passphrase);
  const ctx = contextOf(session.db, { chooseFolder: async () => folder });
  const choice = { ...plainPack({ whole: true }), saveAs: what === 'zip' ? 'zip' : 'folder' } as const;
  let zipPassphrase = '';
  try {
    if (what !== 'read') await previewPack(ctx, choice);
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    const milliseconds = await timed(async () => {
      if (what === 'read') return readAndVerify(session.db);
      const made = await exportPack(ctx, { ...choice, recipient: '', reason: 'A bench' });
      zipPassphrase = made?.zipPassphrase ?? '';
    });
    delays.disable();
    return {
      milliseconds,
      startMegabytes,
      peakMegabytes: peakMegabytes(),
      longestTask: delays.max / 1e6,
      usualLongest: delays.percentile(99) / 1e6,
      passphrase: zipPassphrase,
    };
  } finally {
    await closeSession(session);
  }
};

if (what === 'fill') await fill();
else console.log(JSON.stringify(await measure()));
