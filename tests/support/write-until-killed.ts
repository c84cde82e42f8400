// Run as a process of its own: opens the file and writes for ever, saying so after each step, until it is killed.
import { editEngagement } from '../../main/services/engagement.ts';
import { openSession } from '../../main/services/vault/session.ts';
import { silentOutside } from './temp-engagement.ts';

const [path = '', passphrase = ''] = process.argv.slice(2);
const session = await openSession(path, passphrase);
let steps = 0;
const ctx = {
  db: session.db,
  clock: () => '2026-11-24T10:42:00.000Z',
  newId: () => crypto.randomUUID(),
  actor: 'Tester',
  changed: () => {},
  outside: silentOutside,
};
for (;;) {
  steps += 1;
  editEngagement(ctx, { council: `Council ${steps}` });
  process.stdout.write(`${steps}\n`);
}
