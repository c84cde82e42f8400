/**
 * Which pages of a PDF hold a large picture beside letters of their own, as a list of their numbers, under the hash of
 * the document's bytes: it is found once, by looking at each page. Outside the change log, as words are.
 */
export const picturedPages = {
  version: 220,
  sql: `
    CREATE TABLE evidence_pictured (sha256 TEXT PRIMARY KEY, pages TEXT NOT NULL) STRICT;
  `,
};
