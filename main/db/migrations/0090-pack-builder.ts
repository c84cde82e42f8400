/** What a pack held, for whom it was made and by which recipe, so that it can be proved and the next can hold only what is new. */
export const packBuilder = {
  version: 90,
  sql: `
    ALTER TABLE pack_exports ADD COLUMN request_id TEXT;
    ALTER TABLE pack_exports ADD COLUMN audience TEXT NOT NULL DEFAULT 'inspector';
    ALTER TABLE pack_exports ADD COLUMN version TEXT NOT NULL DEFAULT '';
    ALTER TABLE pack_exports ADD COLUMN recipe_id TEXT;
    ALTER TABLE pack_exports ADD COLUMN contents TEXT NOT NULL DEFAULT '[]';
    CREATE TABLE pack_recipes (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, choices TEXT NOT NULL
    ) STRICT;
  `,
};
