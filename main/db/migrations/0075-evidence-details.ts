/** What a document came with, whose it is, how careful to be with it, and what it takes the place of. */
export const evidenceDetails = {
  version: 75,
  sql: `
    ALTER TABLE evidence_items ADD COLUMN sector TEXT;
    ALTER TABLE evidence_items ADD COLUMN sensitivity TEXT;
    ALTER TABLE evidence_items ADD COLUMN replaces_id TEXT;
    ALTER TABLE evidence_items ADD COLUMN came_with_id TEXT;
  `,
};
