/**
 * What is marked for redaction on which pages, who checked it, and the copy that was made. Documents are named without a
 * foreign key: one that is removed may be put back, and with it its redaction.
 */
export const redactions = {
  version: 140,
  sql: `
    ALTER TABLE evidence_items ADD COLUMN made_from_id TEXT;
    CREATE TABLE redactions (
      id TEXT PRIMARY KEY, evidence_id TEXT NOT NULL, base_id TEXT NOT NULL, base_sha256 TEXT NOT NULL,
      profile TEXT NOT NULL, child_id TEXT, marked_by TEXT NOT NULL, checked_by TEXT NOT NULL, checked_at TEXT,
      copy_id TEXT, copy_sha256 TEXT, made_by TEXT NOT NULL, made_at TEXT, pages INTEGER NOT NULL,
      counts TEXT NOT NULL, left_as_is INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX redactions_evidence ON redactions(evidence_id);
    CREATE TABLE redaction_marks (
      id TEXT PRIMARY KEY, redaction_id TEXT NOT NULL REFERENCES redactions(id), page INTEGER NOT NULL,
      "left" REAL NOT NULL, top REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
      reason TEXT NOT NULL, how TEXT NOT NULL, is_left INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX redaction_marks_redaction ON redaction_marks(redaction_id);
  `,
};
