/** Preparation and action plans with their progress, what was found, and what we say of a draft report. */
export const plan = {
  version: 120,
  sql: `
    CREATE TABLE findings (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, "text" TEXT NOT NULL, headings TEXT NOT NULL, "from" TEXT NOT NULL,
      "on" TEXT, progress TEXT NOT NULL, is_resolved INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE plan_actions (
      id TEXT PRIMARY KEY, plan TEXT NOT NULL, area TEXT NOT NULL, title TEXT NOT NULL,
      owner_id TEXT REFERENCES people(id), partner TEXT NOT NULL, measure TEXT NOT NULL, due_on TEXT,
      state TEXT NOT NULL, rating TEXT NOT NULL, depends_on_id TEXT REFERENCES plan_actions(id),
      criterion_id TEXT REFERENCES criteria(id), finding_id TEXT REFERENCES findings(id)
    ) STRICT;
    CREATE TABLE progress_updates (
      id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES plan_actions(id), at TEXT NOT NULL,
      "text" TEXT NOT NULL, rating TEXT NOT NULL
    ) STRICT;
    CREATE INDEX progress_updates_action ON progress_updates(action_id);
    CREATE TABLE accuracy_points (
      id TEXT PRIMARY KEY, paragraph TEXT NOT NULL, they_say TEXT NOT NULL, we_say TEXT NOT NULL,
      shown_by TEXT NOT NULL, answer TEXT NOT NULL
    ) STRICT;
  `,
};
