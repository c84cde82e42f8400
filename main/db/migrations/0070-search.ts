/** A table whose rows are found by the words in them; the expressions are SQL over one of its rows. */
export type Indexed = {
  readonly kind: string;
  readonly table: string;
  readonly title: readonly string[];
  readonly body: readonly string[];
};

/** What is searched beside the words of documents. A child is found by code, never by name. */
export const indexedTables: readonly Indexed[] = [
  { kind: 'evidence', table: 'evidence_items', title: ['title'], body: ['file_name', '"from"', 'notes'] },
  { kind: 'meeting', table: 'meetings', title: ['title'], body: ['notes'] },
  {
    kind: 'person',
    table: 'people',
    title: ['name'],
    body: ['role', 'discipline', 'availability', 'email', 'phone', 'notes'],
  },
  { kind: 'place', table: 'places', title: ['name'], body: ['site'] },
  {
    kind: 'child',
    table: 'children',
    title: ["'Child'", 'code'],
    body: ['initials', 'need', 'setting', 'social_care_status', 'notes'],
  },
  {
    kind: 'request',
    table: 'requests',
    title: ['reference', 'title'],
    body: ['wording', '"group"', 'asked_by'],
  },
  {
    kind: 'feedback',
    table: 'feedback_entries',
    title: [],
    body: ['"text"', 'said_by', 'heard_by', 'action'],
  },
  { kind: 'criterion', table: 'criteria', title: ['code', 'title'], body: ['"group"'] },
];

/** The columns one after another, a line each in a body. */
export function joinedColumns(columns: readonly string[], between: string, row = ''): string {
  const own = columns.map((column) => (column.startsWith("'") ? column : `${row}${column}`));
  return own.length === 0 ? "''" : own.join(` || ${between} || `);
}

const line = 'char(10)';
const space = "' '";

/** Triggers that keep the index right whoever writes: a form, an import, Undo or Redo. */
export function triggersFor({ kind, table, title, body }: Indexed): string {
  const put = `
      INSERT INTO search_rows (kind, ref, page, start) VALUES ('${kind}', NEW.id, 0, 0);
      INSERT INTO search_words (rowid, title, body) VALUES (last_insert_rowid(),
        ${joinedColumns(title, space, 'NEW.')}, ${joinedColumns(body, line, 'NEW.')});`;
  const take = `
      DELETE FROM search_words WHERE rowid IN (SELECT id FROM search_rows WHERE kind = '${kind}' AND ref = OLD.id);
      DELETE FROM search_rows WHERE kind = '${kind}' AND ref = OLD.id;`;
  const columns = [...title, ...body].filter((column) => !column.startsWith("'")).join(', ');
  return `
    CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} BEGIN ${put} END;
    CREATE TRIGGER ${table}_search_update AFTER UPDATE OF ${columns} ON ${table} BEGIN ${take} ${put} END;
    CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table} BEGIN ${take} END;
    INSERT INTO search_rows (kind, ref, page, start) SELECT '${kind}', id, 0, 0 FROM ${table};
    INSERT INTO search_words (rowid, title, body)
      SELECT search_rows.id, ${joinedColumns(title, space, 'row.')}, ${joinedColumns(body, line, 'row.')}
      FROM search_rows JOIN ${table} AS row ON row.id = ref WHERE search_rows.kind = '${kind}';`;
}

/**
 * The search index. It holds words and where they stand, not the text again. Records are indexed as they are written; the
 * pages of documents wait in a queue, since a long one takes longer than the window may be kept waiting.
 */
export const search = {
  version: 70,
  sql: `
    CREATE TABLE search_rows (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, page INTEGER NOT NULL, start INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX search_rows_ref ON search_rows(kind, ref, page);
    CREATE VIRTUAL TABLE search_words USING fts5(
      title, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    );
    INSERT INTO search_words (search_words, rank) VALUES ('rank', 'bm25(6.0, 1.0)');
    CREATE TABLE search_queue (
      sha256 TEXT NOT NULL, page INTEGER NOT NULL, start INTEGER NOT NULL, PRIMARY KEY (sha256, page)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER evidence_texts_search_insert AFTER INSERT ON evidence_texts WHEN NEW."text" <> '' BEGIN
      INSERT OR REPLACE INTO search_queue (sha256, page, start) VALUES (NEW.sha256, NEW.page, 0);
    END;
    CREATE TRIGGER evidence_texts_search_delete AFTER DELETE ON evidence_texts BEGIN
      DELETE FROM search_queue WHERE sha256 = OLD.sha256 AND page = OLD.page;
      DELETE FROM search_words WHERE rowid IN
        (SELECT id FROM search_rows WHERE kind = 'page' AND ref = OLD.sha256 AND page = OLD.page);
      DELETE FROM search_rows WHERE kind = 'page' AND ref = OLD.sha256 AND page = OLD.page;
    END;
    INSERT INTO search_queue (sha256, page, start) SELECT sha256, page, 0 FROM evidence_texts WHERE "text" <> '';
    ${indexedTables.map(triggersFor).join('\n')}
  `,
};
