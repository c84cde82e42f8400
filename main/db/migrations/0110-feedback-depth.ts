/** From which sector something was said, whether in the speaker's own words, and what was replied. */
export const feedbackDepth = {
  version: 110,
  sql: `
    ALTER TABLE feedback_entries ADD COLUMN sector TEXT;
    ALTER TABLE feedback_entries ADD COLUMN is_quote INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feedback_entries ADD COLUMN reply TEXT NOT NULL DEFAULT '';
  `,
};
