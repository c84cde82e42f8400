// Run as a process of its own: opens the file and makes one pack of all of it, saying so as it gets on, until it is killed.
import { exportPack } from '../../main/services/pack/packs.ts';
import { openSession } from '../../main/services/vault/session.ts';
import { plainPack } from '../../shared/domain/pack.ts';
import { makePdf } from './make-documents.ts';
import { silentOutside } from './temp-engagement.ts';

const [path = '', passphrase = '', into = ''] = process.argv.slice(2);
const session = await openSession(path, passphrase);
const ctx = {
  db: session.db,
  clock: () => '2026-11-24T10:42:00.000Z',
  newId: () => crypto.randomUUID(),
  actor: 'Tester',
  changed: () => {},
  outside: {
    ...silentOutside,
    chooseFolder: async () => into,
    printPdf: () => makePdf({ pages: [['Index']] }),
    progress: (_: string, done: number) => process.stdout.write(`${done}\n`),
  },
};
process.stdout.write('ready\n');
await exportPack(ctx, { ...plainPack({ whole: true }), recipient: '', reason: 'A test' });
process.stdout.write('made\n');
setInterval(() => {}, 1000);
