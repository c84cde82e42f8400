/**
 * Copies that come together again: each step has a writer, which is one opening of one copy, and a clock that is never
 * behind what that copy had seen; a row that was brought in says who wrote which of its fields when.
 */
export const handOver = {
  version: 160,
  sql: `
    ALTER TABLE change_sets ADD COLUMN writer TEXT NOT NULL DEFAULT '';
    ALTER TABLE change_sets ADD COLUMN clock INTEGER NOT NULL DEFAULT 0;
    UPDATE change_sets SET clock = seq;
    ALTER TABLE change_log ADD COLUMN brought TEXT;
    CREATE TABLE hand_overs (
      id TEXT PRIMARY KEY, at TEXT NOT NULL, "to" TEXT NOT NULL, handed_by TEXT NOT NULL, head TEXT NOT NULL
    ) STRICT;
    CREATE TABLE bring_backs (
      id TEXT PRIMARY KEY, at TEXT NOT NULL, file_name TEXT NOT NULL, who TEXT NOT NULL, head TEXT NOT NULL,
      steps INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL, removed INTEGER NOT NULL,
      conflicts INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE merged_steps (
      id TEXT PRIMARY KEY, bring_back_id TEXT NOT NULL REFERENCES bring_backs(id), writer TEXT NOT NULL,
      clock INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT NOT NULL, summary TEXT NOT NULL
    ) STRICT;
  `,
};
