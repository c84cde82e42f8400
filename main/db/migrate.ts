import { invariant } from '../../shared/assert.ts';
import type { Connection } from './connection.ts';
import { type Migration, migrations } from './migrations/index.ts';

/** "LANO" in ASCII: tells an engagement file from any other database under the same cipher. */
export const applicationId = 0x4c414e4f;

/**
 * Brings the file up to the newest version in one transaction: a step that fails leaves the file as it was, and a new
 * file waits for the disk once.
 */
export function migrate(db: Connection, steps: readonly Migration[] = migrations): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  const due = steps.filter(({ version }) => version > from);
  if (due.length === 0) return;
  db.transaction(() => {
    let previous = from;
    for (const { version, sql } of due) {
      invariant(version > previous, 'migrations are in rising order');
      previous = version;
      db.exec(sql);
    }
    db.pragma(`user_version = ${previous}`);
  })();
}
