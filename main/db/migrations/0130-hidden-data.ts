/** What each document holds that does not show on its pages, under the hash of its bytes, as its words are. */
export const hiddenData = {
  version: 130,
  sql: `
    CREATE TABLE evidence_hidden (sha256 TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT;
  `,
};
