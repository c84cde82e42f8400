/** Who answers for what and to whom, what families say, and what earlier inspections found. */
export const governance = {
  version: 170,
  sql: `
    CREATE TABLE boards (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, remit TEXT NOT NULL, answers_to_id TEXT REFERENCES boards(id),
      rhythm TEXT NOT NULL, meets_on TEXT, papers_days INTEGER NOT NULL, watches TEXT NOT NULL
    ) STRICT;
    CREATE TABLE board_members (
      id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES boards(id), person_id TEXT REFERENCES people(id),
      role TEXT NOT NULL, is_chair INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX board_members_board ON board_members(board_id);
    CREATE TABLE reports (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, board_id TEXT REFERENCES boards(id),
      audience TEXT NOT NULL, "on" TEXT, rhythm TEXT NOT NULL, state TEXT NOT NULL, access TEXT NOT NULL,
      access_reason TEXT NOT NULL, is_key_decision INTEGER NOT NULL, wards TEXT NOT NULL, contact TEXT NOT NULL,
      summary TEXT NOT NULL, decision_wanted TEXT NOT NULL, options_rejected TEXT NOT NULL, decision TEXT NOT NULL,
      decided_on TEXT, implications TEXT NOT NULL, appendices TEXT NOT NULL, background_papers TEXT NOT NULL,
      document_id TEXT REFERENCES evidence_items(id), is_embargoed INTEGER NOT NULL, internal_notes TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sign_offs (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, about TEXT NOT NULL, report_id TEXT REFERENCES reports(id),
      document_id TEXT REFERENCES evidence_items(id), due_on TEXT, steps TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;
    CREATE TABLE briefings (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, "on" TEXT, who TEXT NOT NULL, service TEXT NOT NULL,
      meeting_id TEXT REFERENCES meetings(id), notes TEXT NOT NULL, actions TEXT NOT NULL, information TEXT NOT NULL,
      document_id TEXT REFERENCES evidence_items(id), is_done INTEGER NOT NULL, internal_notes TEXT NOT NULL
    ) STRICT;
    CREATE TABLE resources (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, "from" TEXT NOT NULL, pounds INTEGER,
      starts_on TEXT, ends_on TEXT, note TEXT NOT NULL
    ) STRICT;
    CREATE TABLE alignments (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, owner TEXT NOT NULL, standing TEXT NOT NULL,
      shown_by TEXT NOT NULL, document_id TEXT REFERENCES evidence_items(id), note TEXT NOT NULL
    ) STRICT;
    CREATE TABLE surveys (
      id TEXT PRIMARY KEY, title TEXT NOT NULL, "group" TEXT NOT NULL, opens_on TEXT, closes_on TEXT, closes_at INTEGER,
      target INTEGER, sent_by TEXT NOT NULL, document_id TEXT REFERENCES evidence_items(id),
      criterion_id TEXT REFERENCES criteria(id), note TEXT NOT NULL
    ) STRICT;
    CREATE TABLE survey_entries (
      id TEXT PRIMARY KEY, survey_id TEXT NOT NULL REFERENCES surveys(id), at TEXT NOT NULL, kind TEXT NOT NULL,
      count INTEGER, note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX survey_entries_survey ON survey_entries(survey_id);
    CREATE TABLE voice_records (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, "from" TEXT, "to" TEXT, count INTEGER,
      upheld INTEGER, shows TEXT NOT NULL, learnt TEXT NOT NULL, document_id TEXT REFERENCES evidence_items(id),
      criterion_id TEXT REFERENCES criteria(id), is_internal INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE reviews (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, "by" TEXT NOT NULL, "from" TEXT, "to" TEXT,
      outcome TEXT NOT NULL, document_id TEXT REFERENCES evidence_items(id), revisit_on TEXT,
      revisit_result TEXT NOT NULL, benchmark TEXT NOT NULL
    ) STRICT;
    CREATE TABLE finding_progress (
      id TEXT PRIMARY KEY, finding_id TEXT NOT NULL REFERENCES findings(id), "on" TEXT NOT NULL, "text" TEXT NOT NULL,
      document_id TEXT REFERENCES evidence_items(id)
    ) STRICT;
    CREATE INDEX finding_progress_finding ON finding_progress(finding_id);
    ALTER TABLE findings ADD COLUMN review_id TEXT REFERENCES reviews(id);
    ALTER TABLE findings ADD COLUMN criterion_id TEXT REFERENCES criteria(id);
    ALTER TABLE findings ADD COLUMN is_embargoed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE plan_actions ADD COLUMN reference TEXT NOT NULL DEFAULT '';
    ALTER TABLE plan_actions ADD COLUMN linked_ids TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE plan_actions ADD COLUMN internal_notes TEXT NOT NULL DEFAULT '';
    UPDATE plan_actions SET reference = CASE plan WHEN 'preparation' THEN 'P' ELSE 'A' END || (
      SELECT count(*) FROM plan_actions AS earlier
      WHERE earlier.plan = plan_actions.plan AND earlier.rowid <= plan_actions.rowid
    );
  `,
};
