import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { putChunk, readContent } from '../../main/db/evidence-content.ts';
import { isContentWhole } from '../../main/db/evidence-intake.ts';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';

describe('migration 210', () => {
  it('leaves the documents of an older file as they are', () => {
    const db = new Database(':memory:');
    migrate(
      db,
      migrations.filter(({ version }) => version < 210),
    );
    putChunk(db as never, 'a', 0, Buffer.from('The plan'));

    migrate(db);

    expect(Buffer.from(readContent(db as never, 'a')).toString()).toBe('The plan');
    expect(isContentWhole(db as never, 'a', 8)).toBe(true);
    db.close();
  });
});
