import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { checkChain } from '../../main/db/change-log.ts';
import { newKey } from '../../main/db/cipher.ts';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { keyConnection } from '../../main/db/open.ts';

it('keeps the log of a file from before there were writers, and its hashes hold', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lano-migrate-'));
  const db = new Database(join(folder, 'Old.lano'));
  keyConnection(db, await newKey('harbour violet ninety teapot'));
  migrate(
    db,
    migrations.filter(({ version }) => version < 160),
  );
  db.exec(`INSERT INTO change_sets VALUES (1, 'set-1', '2026-11-24T10:42:00.000Z', 'Tester', 'savePlace', 'Added', 'do', NULL);
    INSERT INTO change_log VALUES (1, 'set-1', 'places', 'place-1', NULL, '{"id":"place-1"}', '${'0'.repeat(64)}',
      '5e054751bf2995b4470773a46fcdde33ac24c8e20963f02ebdb09b91d20a0ad8')`);
  const before = db.prepare('SELECT hash FROM change_log').pluck().get();

  migrate(db);

  expect(db.prepare('SELECT id, writer, clock FROM change_sets').all()).toEqual([
    { id: 'set-1', writer: '', clock: 1 },
  ]);
  expect(checkChain(db)).toMatchObject({ head: before, brokenAt: null });
  db.close();
  await rm(folder, { recursive: true });
});
