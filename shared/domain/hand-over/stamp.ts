/**
 * When something was written, and in which opening of which copy. The clock is the time in milliseconds, but never
 * earlier than anything the copy had seen: what is written in answer to something is newer than it, whatever the
 * computer's own clock says.
 */
export type Stamp = { readonly clock: number; readonly writer: string };

/** How much a value counts beside another of the same thing: left empty at first, given at first, changed since. */
export const ranks = { empty: 0, given: 1, changed: 2 } as const;
export type FieldStamp = Stamp & { readonly rank: number };

/** The older comes first; two writings at one instant are put in the order of their writers, so that all agree. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a.clock - b.clock || (a.writer < b.writer ? -1 : Number(a.writer > b.writer));
}

/** What was changed beats what was given at first, and that beats what was left empty; then the newer. */
export function compareFields(a: FieldStamp, b: FieldStamp): number {
  return a.rank - b.rank || compareStamps(a, b);
}

export const newestOf = (stamps: readonly Stamp[]): Stamp | null =>
  stamps.reduce<Stamp | null>(
    (newest, stamp) => (newest === null || compareStamps(newest, stamp) < 0 ? stamp : newest),
    null,
  );

/** Up to when a copy has seen what each writer wrote. */
export type Known = ReadonlyMap<string, number>;

/** Whether a copy had this writing before it. */
export const hasSeen = (known: Known, { writer, clock }: Stamp): boolean =>
  (known.get(writer) ?? Number.NEGATIVE_INFINITY) >= clock;

/** The clock of a new step: now, but later than everything seen. */
export const nextClock = (now: number, seen: number): number => Math.max(now, seen + 1);
