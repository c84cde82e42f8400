import type { Absence, Availability, BusyTime, UsualHours } from '../availability.ts';
import { type IsoDate, weekdayOf } from '../time.ts';

/** A part of one day at which somebody or some room is not to be had, and what says so. */
export type Away = { readonly start: number; readonly end: number } & (
  | { readonly why: 'absence'; readonly absence: Absence }
  | { readonly why: 'busy' }
  /** What they do work that weekday; empty for nothing at all. */
  | { readonly why: 'hours'; readonly usual: readonly UsualHours[] }
);

/** Availability looked up by whose it is. Make one with `indexAvailability`. */
export type AwayIndex = ReadonlyMap<string, OwnAvailability>;

type OwnAvailability = {
  readonly usualHours: UsualHours[];
  readonly absences: Absence[];
  readonly busyTimes: Map<IsoDate, BusyTime[]>;
  /** Days that were worked out already. */
  readonly known: Map<IsoDate, readonly Away[]>;
};

const never: readonly Away[] = [];

/** Arranges availability by person and place. */
export function indexAvailability({ usualHours, absences, busyTimes }: Availability): AwayIndex {
  const index = new Map<string, OwnAvailability>();
  const own = (row: { readonly personId: string | null; readonly placeId: string | null }) => {
    const id = row.personId ?? row.placeId ?? '';
    const known = index.get(id);
    if (known) return known;
    const fresh: OwnAvailability = {
      usualHours: [],
      absences: [],
      busyTimes: new Map(),
      known: new Map(),
    };
    index.set(id, fresh);
    return fresh;
  };
  for (const row of usualHours) own(row).usualHours.push(row);
  for (const row of absences) own(row).absences.push(row);
  for (const row of busyTimes) {
    const byDay = own(row).busyTimes;
    const onDay = byDay.get(row.day);
    if (onDay) onDay.push(row);
    else byDay.set(row.day, [row]);
  }
  return index;
}

/** When a person or place is away on a day: absences first, then busy times, then what lies outside the usual hours. */
export function awayOn(index: AwayIndex, ownerId: string, day: IsoDate): readonly Away[] {
  const own = index.get(ownerId);
  if (!own) return never;
  const known = own.known.get(day);
  if (known) return known;
  const found = [
    ...own.absences.filter((absence) => coversDay(absence, day)).map(absentAt),
    ...(own.busyTimes.get(day) ?? []).map(({ start, end }): Away => ({ why: 'busy', start, end })),
    ...outsideHours(own.usualHours, day),
  ];
  own.known.set(day, found);
  return found;
}

/** The first reason why an owner is not to be had at some minute between `start` and `end`; undefined where there is none. */
export function awayAt(
  index: AwayIndex,
  ownerId: string,
  at: { readonly day: IsoDate; readonly start: number; readonly end: number },
): Away | undefined {
  const own = awayOn(index, ownerId, at.day);
  return own.length === 0 ? undefined : own.find((away) => away.start < at.end && at.start < away.end);
}

/** Whether an absence has anything to do with a day. */
export function coversDay(
  { fromDay, toDay, weekdays }: Pick<Absence, 'fromDay' | 'toDay' | 'weekdays'>,
  day: IsoDate,
): boolean {
  if ((fromDay !== null && day < fromDay) || (toDay !== null && day > toDay)) return false;
  return weekdays.length === 0 || weekdays.includes(weekdayOf(day));
}

const absentAt = (absence: Absence): Away => ({
  why: 'absence',
  absence,
  start: absence.start,
  end: absence.end,
});

/** The rest of the day round the hours of its weekday; nothing for whoever has no hours at all. */
function outsideHours(all: readonly UsualHours[], day: IsoDate): readonly Away[] {
  if (all.length === 0) return never;
  const weekday = weekdayOf(day);
  const usual = all.filter((hours) => hours.weekday === weekday).sort((a, b) => a.start - b.start);
  const away: Away[] = [];
  let until = 0;
  for (const { start, end } of usual) {
    if (start > until) away.push({ why: 'hours', usual, start: until, end: start });
    until = Math.max(until, end);
  }
  if (until < 24 * 60) away.push({ why: 'hours', usual, start: until, end: 24 * 60 });
  return away;
}
