import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { findInIndex, readSearched } from '../../main/db/search-index.ts';
import { listRows } from '../../main/db/table.ts';
import { indicators, signOffs } from '../../main/db/tables.ts';

let db: Database.Database;

beforeEach(() => {
  db = new Database(':memory:');
});
afterEach(() => {
  db.close();
});

describe('a file from before sign-offs named a version', () => {
  it('opens with its sign-offs and indicators as they were, and its boards and actions found by their words', () => {
    migrate(
      db,
      migrations.filter(({ version }) => version < 230),
    );
    db.exec(`
      INSERT INTO boards VALUES ('b', 'Quokka board', 'Watches the plan', NULL, 'none', NULL, 0, 'none');
      INSERT INTO plan_actions (
        id, plan, area, title, owner_id, partner, measure, due_on, state, rating, depends_on_id, criterion_id, finding_id,
        reference, internal_notes
      ) VALUES ('a', 'improvement', 'Quokka area', 'First', NULL, '', '', NULL, 'done', 'green', NULL, NULL, NULL, 'A1', 'wombat');
      INSERT INTO sign_offs VALUES ('s', 'Self-evaluation', 'evaluation', NULL, NULL, NULL,
        '[{"title":"Council","isBody":true,"initials":"DW","on":"2026-11-24"}]', '');
      INSERT INTO criteria (id, code, title, "group", kind, position, source, is_verified) VALUES ('c', 'E1', 'Early', '', 'question', 0, '', 1);
      INSERT INTO indicators VALUES ('i', 'c', 0, 'In 20 weeks', 'met', 'SEN2');
    `);

    migrate(db);

    expect(listRows(db as never, signOffs)).toMatchObject([{ versionId: null, steps: [{ initials: 'DW' }] }]);
    expect(listRows(db as never, indicators)).toMatchObject([{ seeAlso: [], shownBy: 'SEN2' }]);
    const found = (match: string) =>
      [...findInIndex(db as never, match, { limit: 9, kinds: null, within: null })].map(({ ref }) => ref);
    expect(found('quokka').sort()).toEqual(['a', 'b']);
    expect(found('wombat')).toEqual([]);
    expect(readSearched(db as never, 'action', 'a')).toMatchObject({ title: 'A1 First' });
  });
});
