import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type IdentifierFound, identifiersIn } from '../../../shared/domain/identifiers-in-text.ts';
import { type KnownChild, type LeakHit, leakFinder } from '../../../shared/domain/leak.ts';
import { bannersIn, type PackBanner } from '../../../shared/domain/pack-banners.ts';
import type { Connection } from '../../db/connection.ts';
import { listKnownAdults } from '../evidence/known-children.ts';
import { lookAtWords } from './look-at-words.ts';

/** What a document's words say by themselves, whoever is tracked. */
type Said = { readonly banners: readonly PackBanner[]; readonly identifiers: readonly IdentifierFound[] };
type Kept = {
  readonly about: string;
  readonly hits: Map<string, readonly LeakHit[]>;
  readonly said: Map<string, Said>;
};

/** A document's words change only when a scan is read, so what was found in them holds until the children or the adults do. */
const kept = new WeakMap<Connection, Kept>();

export type WordCheck = {
  /** What in a document points at a child other than the pack's own. */
  readonly hitsOf: (sha256: string) => readonly LeakHit[];
  /** The same for a few words that are in no document. */
  readonly hitsIn: (text: string) => readonly LeakHit[];
  readonly saidIn: (sha256: string) => Said;
};

/**
 * Looks for children other than the pack's own in the words of these documents, one at a time with a turn for everything
 * else between them. Fails with `vault/locked` when the engagement is locked meanwhile.
 */
export async function checkWords(
  db: Connection,
  own: string | null,
  known: readonly KnownChild[],
  hashes: readonly string[],
): Promise<WordCheck> {
  const adults = listKnownAdults(db, known);
  const find = leakFinder(own, known, adults);
  const about = createHash('sha256')
    .update(JSON.stringify([own, known, adults]))
    .digest('hex');
  const before = kept.get(db);
  const hits = before?.about === about ? before.hits : new Map<string, readonly LeakHit[]>();
  const said = before?.said ?? new Map<string, Said>();
  kept.set(db, { about, hits, said });
  const keyOf = await lookAtWords(db, hashes, {
    isKnown: (key) => hits.has(key) && said.has(key),
    look: async (key, texts) => {
      if (!hits.has(key)) hits.set(key, find(texts));
      await nextTurn();
      if (!said.has(key)) said.set(key, saidIn(texts));
    },
  });
  return {
    hitsOf: (sha256) => hits.get(keyOf(sha256)) ?? [],
    hitsIn: (text) => find([text]),
    saidIn: (sha256) => said.get(keyOf(sha256)) ?? saidIn([]),
  };
}

const saidIn = (texts: readonly string[]): Said => ({
  banners: bannersIn(texts),
  identifiers: identifiersIn(texts.join('\n')),
});
