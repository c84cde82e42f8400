/** What the partnership says of itself, who contributed, what changed for children, and what was shown to whom. */
export const evaluation = {
  version: 100,
  sql: `
    CREATE TABLE assessments (
      id TEXT PRIMARY KEY, criterion_id TEXT NOT NULL REFERENCES criteria(id), assessed_by TEXT NOT NULL,
      position TEXT NOT NULL, achieved TEXT NOT NULL, needed TEXT NOT NULL, data_gaps TEXT NOT NULL,
      voice TEXT NOT NULL, rating TEXT NOT NULL, rating_reason TEXT NOT NULL, standing TEXT NOT NULL,
      internal_notes TEXT NOT NULL, updated_at TEXT NOT NULL, UNIQUE (criterion_id, assessed_by)
    ) STRICT;
    CREATE TABLE contributions (
      id TEXT PRIMARY KEY, criterion_id TEXT NOT NULL REFERENCES criteria(id), "group" TEXT NOT NULL,
      said_by TEXT NOT NULL, "text" TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL, reply TEXT NOT NULL
    ) STRICT;
    CREATE TABLE impacts (
      id TEXT PRIMARY KEY, date TEXT NOT NULL, title TEXT NOT NULL, "group" TEXT NOT NULL,
      criterion_id TEXT REFERENCES criteria(id), shown_by TEXT NOT NULL
    ) STRICT;
    CREATE TABLE evaluation_versions (
      id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, at TEXT NOT NULL, audience TEXT NOT NULL,
      note TEXT NOT NULL, assessments TEXT NOT NULL
    ) STRICT;
  `,
};
