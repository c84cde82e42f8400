/** Who was asked to each meeting and what they answered, and how each meeting went on the day. */
export const attendance = {
  version: 50,
  sql: `
    CREATE TABLE invitations (
      id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meetings(id),
      person_id TEXT NOT NULL REFERENCES people(id), state TEXT NOT NULL,
      stand_in_id TEXT REFERENCES people(id), heard_at TEXT NOT NULL, heard_by TEXT NOT NULL,
      day TEXT, start INTEGER, UNIQUE (meeting_id, person_id)
    ) STRICT;
    CREATE INDEX invitations_person ON invitations(person_id);
    CREATE TABLE meeting_marks (
      id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meetings(id),
      outcome TEXT NOT NULL, late_minutes INTEGER NOT NULL, absent_ids TEXT NOT NULL,
      marked_at TEXT NOT NULL, marked_by TEXT NOT NULL
    ) STRICT;
  `,
};
