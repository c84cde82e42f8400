import { invariant } from '../../shared/assert.ts';
import type { Connection } from './connection.ts';
import { type Migration, migrations } from './migrations/index.ts';

/** "LANO" in ASCII: tells an engagement file from any other database under the same cipher. */
export const applicationId = 0x4c414e4f;

/** Brings the file up to the newest version; each step is one transaction, so a step that fails leaves no trace. */
export function migrate(db: Connection, steps: readonly Migration[] = migrations): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  let previous = 0;
  for (const step of steps) {
    invariant(step.version > previous, 'migrations are in rising order');
    previous = step.version;
    if (step.version <= from) continue;
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    })();
  }
}
