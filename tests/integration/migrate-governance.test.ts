import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { listRows } from '../../main/db/table.ts';
import { boards, findings, planActions, recordedTables } from '../../main/db/tables.ts';

let db: Database.Database;

beforeEach(() => {
  db = new Database(':memory:');
});
afterEach(() => {
  db.close();
});

describe('a file from before governance', () => {
  it('opens with its actions numbered in each plan, and its findings neither embargoed nor from a review', () => {
    for (const { sql } of migrations.filter(({ version }) => version < 170)) db.exec(sql);
    db.pragma(`user_version = ${migrations.findLast(({ version }) => version < 170)?.version}`);
    db.exec(`
      INSERT INTO findings (id, kind, "text", headings, "from", "on", progress, is_resolved) VALUES ('f', 'weakness', 'Waits are long', '[]', 'Area inspection, 2019', NULL, '', 0);
      INSERT INTO plan_actions (
        id, plan, area, title, owner_id, partner, measure, due_on, state, rating, depends_on_id, criterion_id, finding_id
      ) VALUES
        ('a', 'improvement', '', 'First', NULL, '', '', NULL, 'done', 'green', NULL, NULL, 'f'),
        ('b', 'preparation', '', 'Rooms', NULL, '', '', NULL, 'done', 'green', NULL, NULL, NULL),
        ('c', 'improvement', '', 'Second', NULL, '', '', NULL, 'done', 'green', 'a', NULL, NULL);
    `);

    migrate(db);

    expect(
      listRows(db as never, planActions).map(({ id, reference, linkedIds }) => [id, reference, linkedIds]),
    ).toEqual([
      ['a', 'A1', []],
      ['b', 'P1', []],
      ['c', 'A2', []],
    ]);
    expect(listRows(db as never, findings)).toMatchObject([
      { reviewId: null, isEmbargoed: false, from: 'Area inspection, 2019' },
    ]);
    expect(listRows(db as never, boards)).toEqual([]);
  });

  it('has a column for every field that is recorded', () => {
    for (const { sql } of migrations) db.exec(sql);

    for (const { name, columns } of recordedTables.values()) {
      const there = db.prepare(`SELECT name FROM pragma_table_info('${name}')`).pluck().all();
      expect([name, [...columns].sort()]).toEqual([name, there.sort()]);
    }
  });
});
