export type Politeness = 'polite' | 'assertive';

type Said = { readonly text: string; readonly serial: number };

let said: Readonly<Record<Politeness, Said>> = {
  polite: { text: '', serial: 0 },
  assertive: { text: '', serial: 0 },
};
const listeners = new Set<() => void>();

/** Has screen readers say the text: politely after what they are saying, or at once when assertive. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  said = { ...said, [politeness]: { text, serial: said[politeness].serial + 1 } };
  for (const listener of listeners) listener();
}

/** What was last announced; for LiveRegions. */
export function lastSaid(): Readonly<Record<Politeness, Said>> {
  return said;
}

/** Calls back on each announcement until the returned function is called; for LiveRegions. */
export function onAnnounce(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
