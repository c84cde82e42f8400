/** Which PDF is the printed form of a document that has no pages of its own, so that packs may hold the one for the other. */
export const printedForms = {
  version: 240,
  sql: 'ALTER TABLE evidence_items ADD COLUMN printed_of_id TEXT;',
};
