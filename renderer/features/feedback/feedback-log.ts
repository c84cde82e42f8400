import { type FeedbackEntry, FeedbackKind } from '../../../shared/domain/feedback.ts';
import type { Sector } from '../../../shared/domain/sector.ts';
import { type IsoDate, today } from '../../../shared/domain/time.ts';
import { sectorOf } from '../../../shared/domain/triangulation.ts';

export type LogFilter = {
  readonly kind: FeedbackKind | 'all';
  readonly criterionId: string | 'all' | 'none';
  readonly childId: string | 'all';
  readonly meetingId: string | 'all';
  readonly sector: Sector | 'all';
  readonly withOpenAction: boolean;
};

export const everything: LogFilter = {
  kind: 'all',
  criterionId: 'all',
  childId: 'all',
  meetingId: 'all',
  sector: 'all',
  withOpenAction: false,
};

/** Whether something is still to be done because of what was said. */
export function hasOpenAction(entry: Pick<FeedbackEntry, 'action' | 'isActionDone'>): boolean {
  return entry.action !== '' && !entry.isActionDone;
}

/** The entries that pass every filter, in the order given. */
export function filterLog(entries: readonly FeedbackEntry[], filter: LogFilter): readonly FeedbackEntry[] {
  const fits = (wanted: string, own: string | null) => wanted === 'all' || (own ?? 'none') === wanted;
  return entries.filter(
    (entry) =>
      fits(filter.kind, entry.kind) &&
      fits(filter.criterionId, entry.criterionId) &&
      fits(filter.childId, entry.childId) &&
      fits(filter.meetingId, entry.meetingId) &&
      (filter.sector === 'all' || sectorOf(entry) === filter.sector) &&
      (!filter.withOpenAction || hasOpenAction(entry)),
  );
}

export type LogDay = { readonly day: IsoDate; readonly entries: readonly FeedbackEntry[] };

/** The entries parted by the London day on which they were said, in the order given. */
export function daysOf(entries: readonly FeedbackEntry[]): readonly LogDay[] {
  const days = new Map<IsoDate, FeedbackEntry[]>();
  for (const entry of entries) {
    const day = today(entry.at);
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, own]) => ({ day, entries: own }));
}

/** How many entries there are of each kind. */
export function countKinds(entries: readonly FeedbackEntry[]): Readonly<Record<FeedbackKind, number>> {
  const count = (kind: FeedbackKind) => entries.filter((entry) => entry.kind === kind).length;
  return Object.fromEntries(FeedbackKind.options.map((kind) => [kind, count(kind)])) as Record<
    FeedbackKind,
    number
  >;
}
