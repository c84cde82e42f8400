/**
 * What the week ends in and what follows: final feedback by audience, indicators of the criteria, lessons for the next
 * one, follow-ups that repeat, and dates that wait for the one date.
 */
export const after = {
  version: 180,
  sql: `
    CREATE TABLE hearings (
      id TEXT PRIMARY KEY, audience TEXT NOT NULL, "on" TEXT NOT NULL, present TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;
    ALTER TABLE feedback_entries ADD COLUMN confidence TEXT NOT NULL DEFAULT 'not-said';
    ALTER TABLE feedback_entries ADD COLUMN evidence_given TEXT NOT NULL DEFAULT '';
    ALTER TABLE feedback_entries ADD COLUMN hearing_id TEXT REFERENCES hearings(id);
    ALTER TABLE deadlines ADD COLUMN repeats TEXT NOT NULL DEFAULT 'once';
    ALTER TABLE deadlines ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE engagements ADD COLUMN outcome_on TEXT;
    ALTER TABLE engagements ADD COLUMN outcome_note TEXT NOT NULL DEFAULT '';
    ALTER TABLE engagements ADD COLUMN published_on TEXT;
    CREATE TABLE indicators (
      id TEXT PRIMARY KEY, criterion_id TEXT NOT NULL REFERENCES criteria(id), position INTEGER NOT NULL,
      "text" TEXT NOT NULL, state TEXT NOT NULL, shown_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX indicators_criterion ON indicators(criterion_id);
    CREATE TABLE lessons (
      id TEXT PRIMARY KEY, area TEXT NOT NULL, kind TEXT NOT NULL, "text" TEXT NOT NULL, is_earlier INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE counted_dates (
      id TEXT PRIMARY KEY, "of" TEXT NOT NULL, row_id TEXT NOT NULL, from_offset INTEGER NOT NULL,
      to_offset INTEGER NOT NULL, start INTEGER, is_daily INTEGER NOT NULL
    ) STRICT;
  `,
};
