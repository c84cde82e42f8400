/** What was given in answer to a request, reminders, a child's chronology and audit, and cohort lists that can be shredded. */
export const childrenAndRequests = {
  version: 80,
  sql: `
    ALTER TABLE requests ADD COLUMN meeting_id TEXT REFERENCES meetings(id);
    ALTER TABLE requests ADD COLUMN due_hours REAL;
    ALTER TABLE requests ADD COLUMN remind_on TEXT;
    CREATE TABLE request_reminders (
      id TEXT PRIMARY KEY, request_id TEXT NOT NULL REFERENCES requests(id), at TEXT NOT NULL, "to" TEXT NOT NULL
    ) STRICT;
    CREATE INDEX request_reminders_request ON request_reminders(request_id);
    CREATE TABLE request_answers (
      id TEXT PRIMARY KEY, request_id TEXT REFERENCES requests(id), reference TEXT NOT NULL, asked TEXT NOT NULL,
      at TEXT NOT NULL, given_to TEXT NOT NULL, given_by TEXT NOT NULL, how TEXT NOT NULL, note TEXT NOT NULL,
      evidence_id TEXT NOT NULL, title TEXT NOT NULL, file_name TEXT NOT NULL, type TEXT NOT NULL,
      sha256 TEXT NOT NULL, size INTEGER NOT NULL, pages INTEGER, version INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX request_answers_request ON request_answers(request_id);
    CREATE INDEX request_answers_sha256 ON request_answers(sha256);

    ALTER TABLE children ADD COLUMN unique_id TEXT NOT NULL DEFAULT '';
    ALTER TABLE children ADD COLUMN address TEXT NOT NULL DEFAULT '';
    ALTER TABLE checklist_items ADD COLUMN received_on TEXT;
    ALTER TABLE checklist_items ADD COLUMN version TEXT NOT NULL DEFAULT '';
    ALTER TABLE checklist_items ADD COLUMN stage TEXT NOT NULL DEFAULT 'not-said';
    ALTER TABLE checklist_items ADD COLUMN third_party_check TEXT NOT NULL DEFAULT 'not-checked';
    ALTER TABLE checklist_items ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
    CREATE TABLE chronology_entries (
      id TEXT PRIMARY KEY, child_id TEXT NOT NULL REFERENCES children(id), date TEXT NOT NULL,
      what TEXT NOT NULL, sector TEXT, source TEXT NOT NULL
    ) STRICT;
    CREATE INDEX chronology_entries_child ON chronology_entries(child_id);
    CREATE TABLE audit_findings (
      id TEXT PRIMARY KEY, child_id TEXT NOT NULL REFERENCES children(id),
      criterion_id TEXT REFERENCES criteria(id), kind TEXT NOT NULL, "text" TEXT NOT NULL, sector TEXT,
      owner_id TEXT REFERENCES people(id), due_on TEXT, is_done INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX audit_findings_child ON audit_findings(child_id);

    CREATE TABLE cohorts (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, at TEXT NOT NULL, rows INTEGER NOT NULL, shredded_at TEXT
    ) STRICT;
    CREATE TABLE cohort_children (
      id TEXT PRIMARY KEY, cohort_id TEXT NOT NULL REFERENCES cohorts(id), row_number INTEGER NOT NULL,
      facts TEXT NOT NULL, child_id TEXT
    ) STRICT;
    CREATE INDEX cohort_children_cohort ON cohort_children(cohort_id);
    CREATE TABLE cohort_findings (
      cohort_id TEXT NOT NULL REFERENCES cohorts(id), row_number INTEGER NOT NULL, rule TEXT NOT NULL,
      severity TEXT NOT NULL, sentence TEXT NOT NULL
    ) STRICT;
    CREATE INDEX cohort_findings_cohort ON cohort_findings(cohort_id);
  `,
};
