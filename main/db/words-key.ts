const timesChanged = new WeakMap<object, Map<string, number>>();

/** To be called by whoever changes what is known of a document's words after it was taken in. */
export function noteNewWords(db: object, sha256: string): void {
  const counts = timesChanged.get(db) ?? new Map<string, number>();
  timesChanged.set(db, counts.set(sha256, (counts.get(sha256) ?? 0) + 1));
}

/** Names the words of a document as they are now: another name once more of it was read. */
export const wordsKey = (db: object, sha256: string): string =>
  `${sha256} ${timesChanged.get(db)?.get(sha256) ?? 0}`;
