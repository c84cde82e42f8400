/**
 * Published versions of the timetable. What a version froze refers to nothing that is still edited: people, places and
 * children may be removed, and it stays as it was.
 */
export const versions = {
  version: 20,
  sql: `
    CREATE TABLE timetable_versions (
      id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, at TEXT NOT NULL, published_by TEXT NOT NULL,
      note TEXT NOT NULL, organiser_email TEXT NOT NULL
    ) STRICT;
    CREATE TABLE version_meetings (
      id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES timetable_versions(id), meeting_id TEXT NOT NULL,
      title TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, start INTEGER NOT NULL, minutes INTEGER NOT NULL,
      place_id TEXT, child_id TEXT, child_code TEXT NOT NULL, sectors_needed TEXT NOT NULL,
      needs_video INTEGER NOT NULL, needs_step_free INTEGER NOT NULL, notes TEXT NOT NULL,
      strand_ids TEXT NOT NULL, person_ids TEXT NOT NULL, UNIQUE (version_id, meeting_id)
    ) STRICT;
    CREATE TABLE version_people (
      id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES timetable_versions(id), person_id TEXT NOT NULL,
      name TEXT NOT NULL, side TEXT NOT NULL, role TEXT NOT NULL, email TEXT NOT NULL, strand_id TEXT,
      UNIQUE (version_id, person_id)
    ) STRICT;
    CREATE TABLE version_strands (
      id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES timetable_versions(id), strand_id TEXT NOT NULL,
      name TEXT NOT NULL, position INTEGER NOT NULL, UNIQUE (version_id, strand_id)
    ) STRICT;
    CREATE TABLE version_places (
      id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES timetable_versions(id), place_id TEXT NOT NULL,
      name TEXT NOT NULL, site TEXT NOT NULL, capacity INTEGER, has_video INTEGER NOT NULL,
      is_step_free INTEGER NOT NULL, is_online INTEGER NOT NULL, travel_minutes INTEGER NOT NULL,
      UNIQUE (version_id, place_id)
    ) STRICT;
    CREATE TABLE version_changes (
      id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES timetable_versions(id), meeting_id TEXT NOT NULL,
      kind TEXT NOT NULL, aspects TEXT NOT NULL, sequence INTEGER NOT NULL, reason TEXT NOT NULL,
      UNIQUE (version_id, meeting_id)
    ) STRICT;
    CREATE TABLE version_tellings (
      id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES timetable_versions(id), person_id TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
  `,
};
