/** When people and places are to be had, who chairs a meeting, and which rules this engagement keeps. */
export const availability = {
  version: 30,
  sql: `
    ALTER TABLE meetings ADD COLUMN chair_id TEXT REFERENCES people(id);
    ALTER TABLE version_meetings ADD COLUMN chair_id TEXT;
    CREATE TABLE usual_hours (
      id TEXT PRIMARY KEY, person_id TEXT REFERENCES people(id), place_id TEXT REFERENCES places(id),
      weekday INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      CHECK ((person_id IS NULL) <> (place_id IS NULL))
    ) STRICT;
    CREATE TABLE absences (
      id TEXT PRIMARY KEY, person_id TEXT REFERENCES people(id), place_id TEXT REFERENCES places(id),
      from_day TEXT, to_day TEXT, weekdays TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      words TEXT NOT NULL, CHECK ((person_id IS NULL) <> (place_id IS NULL))
    ) STRICT;
    CREATE TABLE busy_times (
      id TEXT PRIMARY KEY, person_id TEXT REFERENCES people(id), place_id TEXT REFERENCES places(id),
      calendar TEXT NOT NULL, day TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      CHECK ((person_id IS NULL) <> (place_id IS NULL))
    ) STRICT;
    CREATE TABLE availability_checks (
      id TEXT PRIMARY KEY, person_id TEXT NOT NULL UNIQUE REFERENCES people(id), note TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE rule_settings (
      id TEXT PRIMARY KEY, rule TEXT NOT NULL UNIQUE, is_on INTEGER NOT NULL, minutes INTEGER
    ) STRICT;
    CREATE INDEX usual_hours_person ON usual_hours(person_id);
    CREATE INDEX absences_person ON absences(person_id);
    CREATE INDEX busy_times_person ON busy_times(person_id);
  `,
};
