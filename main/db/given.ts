import type { ReadableDb } from './connection.ts';

export type GivenText = { readonly sha256: string; readonly page: number; readonly text: string };

/** The pages of given documents in which every word stands, whatever its case; the first page of each document only. */
export function findGivenTexts(db: ReadableDb, words: readonly string[]): readonly GivenText[] {
  if (words.length === 0) return [];
  const terms = words.map(() => `"text" LIKE ? ESCAPE '\\'`).join(' AND ');
  const sql = `SELECT sha256, min(page) AS page, "text" FROM evidence_texts
    WHERE sha256 IN (SELECT sha256 FROM request_answers) AND ${terms} GROUP BY sha256`;
  const likes = words.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  return db.prepare(sql).all(...likes) as GivenText[];
}
