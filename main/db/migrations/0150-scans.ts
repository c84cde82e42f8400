/**
 * What was read from pictures of pages, under the hash of the document's bytes, as its words are. The index finds pages
 * with so few words that the rest may be a picture, without reading any words. Beside it, the folder that new files are taken in
 * from, and what was taken from it: inside the encrypted file, since names of files and folders may name a child.
 */
export const scans = {
  version: 150,
  sql: `
    CREATE TABLE evidence_scans (
      sha256 TEXT NOT NULL, page INTEGER NOT NULL, confidence INTEGER, words TEXT NOT NULL,
      PRIMARY KEY (sha256, page)
    ) STRICT;
    CREATE INDEX evidence_texts_short ON evidence_texts(sha256, page) WHERE octet_length("text") < 100;
    CREATE TABLE watched_folder (
      id INTEGER PRIMARY KEY CHECK (id = 1), path TEXT NOT NULL, computer TEXT NOT NULL
    ) STRICT;
    CREATE TABLE watched_files (name TEXT PRIMARY KEY, print TEXT NOT NULL) STRICT;
  `,
};
