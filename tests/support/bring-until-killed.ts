// Run as a process of its own: brings a copy back and is killed when everything is written and nothing is kept yet.
import { bringBack } from '../../main/services/hand-over/bring-back.ts';
import { openSession } from '../../main/services/vault/session.ts';

const [mine = '', theirs = '', passphrase = ''] = process.argv.slice(2);
const ours = await openSession(mine, passphrase);
const other = await openSession(theirs, passphrase);
let ids = 0;
const ctx = {
  db: ours.db,
  clock: () => '2026-11-24T10:42:00.000Z',
  newId: () => {
    ids += 1;
    // The first is the step itself; the second is the account of it, after the rows.
    if (ids === 2) process.kill(process.pid, 'SIGKILL');
    return crypto.randomUUID();
  },
  actor: 'Tester',
  changed: () => {},
};
bringBack(ctx, { db: other.db, fileName: 'theirs.lano' }, new Map());
