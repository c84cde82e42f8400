import { type HiddenFact, HiddenFacts } from '../../shared/domain/hidden-data.ts';
import type { Connection, ReadableDb } from './connection.ts';
import { statement } from './statement.ts';
import { noteNewWords } from './words-key.ts';

/**
 * What documents hold that does not show, kept under the hash of their bytes and outside the change log, as their words
 * are.
 */
const putSql = 'INSERT OR REPLACE INTO evidence_hidden (sha256, facts) VALUES (?, ?)';

/** Keeps what a document hides; an empty list says that it hides nothing. */
export function putHidden(db: Connection, sha256: string, facts: readonly HiddenFact[]): void {
  statement(db, putSql).run(sha256, JSON.stringify(facts));
}

/** What a document hides; null where nobody has looked. */
export function readHidden(db: ReadableDb, sha256: string): readonly HiddenFact[] | null {
  const row = statement(db, 'SELECT facts FROM evidence_hidden WHERE sha256 = ?').get(sha256) as
    | { facts: string }
    | undefined;
  return row ? (HiddenFacts.safeParse(JSON.parse(row.facts)).data ?? null) : null;
}

/** Keeps what was found in a document that was taken in before anybody looked, with words that were not known then. */
export function putLookedAt(
  db: Connection,
  sha256: string,
  { facts, moreTexts }: { readonly facts: readonly HiddenFact[]; readonly moreTexts: readonly string[] },
): void {
  db.transaction(() => {
    putHidden(db, sha256, facts);
    const { last } = statement(
      db,
      'SELECT coalesce(max(page), 0) AS last FROM evidence_texts WHERE sha256 = ?',
    ).get(sha256) as { last: number };
    const put = statement(db, 'INSERT INTO evidence_texts (sha256, page, "text") VALUES (?, ?, ?)');
    for (const [at, text] of moreTexts.entries()) put.run(sha256, last + at + 1, text);
  })();
  if (moreTexts.length > 0) noteNewWords(db, sha256);
}
