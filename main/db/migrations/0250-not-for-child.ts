/** The child whose papers the user said a document is not part of, so that it is not proposed again. */
export const notForChild = {
  version: 250,
  sql: 'ALTER TABLE evidence_items ADD COLUMN not_for_child_id TEXT;',
};
