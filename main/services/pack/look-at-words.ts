import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Connection } from '../../db/connection.ts';
import { readTexts } from '../../db/evidence-content.ts';
import { wordsKey } from '../../db/words-key.ts';

type Look = {
  /** Whether what is in these words is known already. */
  readonly isKnown: (key: string) => boolean;
  readonly look: (key: string, texts: readonly string[]) => void | Promise<void>;
};

/**
 * Looks at the words of documents, one at a time with a turn for everything else between them, until all were looked at as
 * they are now: a scan may be read meanwhile. Gives the key of each document's words, by its hash. Fails with
 * `vault/locked` when the engagement is locked meanwhile.
 */
export async function lookAtWords(
  db: Connection,
  hashes: readonly string[],
  { isKnown, look }: Look,
): Promise<(sha256: string) => string> {
  const unknown = (): readonly string[] => hashes.filter((sha256) => !isKnown(wordsKey(db, sha256)));
  for (let left = unknown(); left.length > 0; left = unknown()) {
    for (const sha256 of left) {
      await look(wordsKey(db, sha256), readTexts(db, sha256));
      await nextTurn();
      if (!db.open) throw new AppError('vault/locked');
    }
  }
  const keys = new Map(hashes.map((sha256) => [sha256, wordsKey(db, sha256)]));
  return (sha256) => keys.get(sha256) ?? '';
}
