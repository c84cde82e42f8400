// Run as a process of its own, to be killed: puts a file under a new passphrase, and says with which code it failed if it did.
import { rekeySession } from '../../main/services/vault/rekey-session.ts';
import { closeSession, openSession } from '../../main/services/vault/session.ts';

const [path = '', current = '', next = ''] = process.argv.slice(2);
let session = await openSession(path, current);
try {
  await rekeySession(session, {
    ...{ next, signal: new AbortController().signal },
    goOn: (renewed) => {
      session = renewed;
    },
  });
} catch (error) {
  process.stdout.write(String((error as { code?: unknown }).code));
}
await closeSession(session);
