import { awayAt } from './availability/away.ts';
import { checkMeeting } from './clash/check.ts';
import { lacksOf } from './clash/room-fit.ts';
import { occupantName, occupantsOf, type Placed, siteOf, type TimetableIndex } from './clash/world.ts';
import type { Clash } from './clash.ts';
import type { MeetingId, PlaceId, StrandId } from './ids.ts';
import { type MeetingWithPeople, slotMinutes } from './meeting.ts';
import type { Place } from './people.ts';
import type { IsoDate } from './time.ts';

/** A time and place at which a meeting meets no hard clash. */
export type FreeAlternative = {
  readonly day: IsoDate;
  readonly start: number;
  readonly minutes: number;
  readonly strandIds: readonly StrandId[];
  readonly placeId: PlaceId | null;
  /** "All 5 free, Room 2.14 free", "All free, but room has no video link". */
  readonly reason: string;
  readonly warnings: readonly Clash[];
};

export type AlternativeOptions = {
  /** The days on offer, in order. */
  readonly days: readonly IsoDate[];
  /** Where the meeting was wanted, and how: what is left out is as the meeting has it. */
  readonly near: { readonly day: IsoDate; readonly start: number } & Partial<
    Pick<MeetingWithPeople, 'minutes' | 'strandIds' | 'placeId'>
  >;
  /** Nothing before this moment is offered. */
  readonly after?: { readonly day: IsoDate; readonly start: number };
  /** Other strands that could hold the meeting; used only for a meeting that is in one strand. */
  readonly otherStrandIds?: readonly StrandId[];
  readonly limit?: number;
};

type Slot = Omit<FreeAlternative, 'reason' | 'warnings'> & { readonly cost: number };

/** What each kind of difference costs, in minutes by which a nearer time would have been better. */
const costs = { day: 600, strand: 45, room: 20, warning: 60 } as const;

/**
 * The nearest free places for a meeting, best first: the same day before others, then by distance in time, with
 * another strand, another room of the same site, or a warning each counting as so many minutes further off. No two
 * overlap in the same strand. A meeting that nobody knows has none.
 */
export function freeAlternatives(
  index: TimetableIndex,
  meetingId: MeetingId,
  options: AlternativeOptions,
): readonly FreeAlternative[] {
  const known = index.world.meetings.find((one) => one.id === meetingId);
  if (!known) return [];
  const { near, limit = 3 } = options;
  const meeting = {
    ...known,
    minutes: near.minutes ?? known.minutes,
    strandIds: near.strandIds ?? known.strandIds,
    placeId: near.placeId === undefined ? known.placeId : near.placeId,
  };
  const slots = columnsFor(meeting, options)
    .flatMap((column) => freeSlots(index, column, options))
    .filter((slot) => !isWhereItIs(known, slot))
    .sort((a, b) => a.cost - b.cost);
  const judged: (FreeAlternative & { readonly cost: number })[] = [];
  for (const slot of slots) {
    const better = judged.filter((one) => one.cost <= slot.cost);
    if (apart(better, limit).length === limit) break;
    const { blocked, warnings } = checkMeeting(index, { ...meeting, ...mutable(slot) });
    if (blocked.length > 0) continue;
    const ownWarnings = warnings.filter(dependsOnSlot);
    const { cost, ...where } = slot;
    judged.push({
      ...where,
      cost: cost + ownWarnings.length * costs.warning,
      reason: reasonFor(index, meeting, slot, ownWarnings),
      warnings,
    });
    judged.sort((a, b) => a.cost - b.cost);
  }
  return apart(judged, limit).map(({ cost: _, ...alternative }) => alternative);
}

const isWhereItIs = (known: MeetingWithPeople, slot: Slot): boolean =>
  slot.day === known.day && slot.start === known.start && slot.strandIds.join() === known.strandIds.join();

type Column = { readonly meeting: MeetingWithPeople; readonly cost: number };

function columnsFor(
  meeting: MeetingWithPeople,
  { otherStrandIds = [] }: AlternativeOptions,
): readonly Column[] {
  const own = { meeting, cost: 0 };
  if (meeting.strandIds.length !== 1) return [own];
  const others = otherStrandIds.filter((id) => !meeting.strandIds.includes(id));
  return [own, ...others.map((id) => ({ meeting: { ...meeting, strandIds: [id] }, cost: costs.strand }))];
}

function freeSlots(
  index: TimetableIndex,
  { meeting, cost }: Column,
  options: AlternativeOptions,
): readonly Slot[] {
  const { days, near, after } = options;
  const { dayStart, dayEnd } = index.world;
  const { minutes, strandIds } = meeting;
  const occupants = occupantsOf(index, meeting);
  const slots: Slot[] = [];
  for (const day of days) {
    if (after && day < after.day) continue;
    const others = (index.days.get(day) ?? []).filter((one) => one.meeting.id !== meeting.id);
    const busy = others.filter((one) => one.occupants.some((occupant) => occupants.includes(occupant)));
    const distance = Math.abs(days.indexOf(day) - days.indexOf(near.day)) * costs.day;
    const first = Math.ceil(dayStart / slotMinutes) * slotMinutes;
    for (let start = first; start + minutes <= dayEnd; start += slotMinutes) {
      if (after && day === after.day && start < after.start) continue;
      if (!isFree(busy, start, minutes)) continue;
      const time = { day, start, end: start + minutes };
      if (occupants.some((occupant) => awayAt(index.away, occupant, time))) continue;
      const place = roomAt(index, meeting, others, time, occupants.length);
      if (!place) continue;
      const away = distance + Math.abs(start - near.start) + (place.id === meeting.placeId ? 0 : costs.room);
      slots.push({ day, start, minutes, strandIds, placeId: place.id, cost: cost + away });
    }
  }
  return slots;
}

/** The meeting's own room where it is free, else the smallest free one of its site that suits; null where there is none. */
function roomAt(
  index: TimetableIndex,
  meeting: MeetingWithPeople,
  others: readonly Placed[],
  time: { readonly day: IsoDate; readonly start: number; readonly end: number },
  people: number,
): { readonly id: PlaceId | null } | null {
  const own = meeting.placeId === null ? undefined : index.places.get(meeting.placeId);
  if (!own || own.isOnline) return { id: meeting.placeId };
  const isRoomFree = (place: Place) =>
    awayAt(index.away, place.id, time) === undefined &&
    isFree(
      others.filter((one) => one.place === place),
      time.start,
      meeting.minutes,
    );
  if (isRoomFree(own)) return own;
  const size = (place: Place) => place.capacity ?? Number.MAX_SAFE_INTEGER;
  const fitting = index.world.places.filter(
    (place) => siteOf(place) === siteOf(own) && size(place) >= people && lacksOf(meeting, place).length === 0,
  );
  return fitting.toSorted((a, b) => size(a) - size(b)).find(isRoomFree) ?? null;
}

const isFree = (busy: readonly Placed[], start: number, minutes: number): boolean =>
  !busy.some((one) => one.start < start + minutes && start < one.end);

/** The first few that do not overlap one another in the same strand. */
function apart<One extends Pick<Slot, 'day' | 'start' | 'minutes' | 'strandIds'>>(
  inOrder: readonly One[],
  limit: number,
): readonly One[] {
  const chosen: One[] = [];
  for (const one of inOrder) {
    if (chosen.length === limit) break;
    const isNear = chosen.some(
      (other) =>
        other.day === one.day &&
        other.strandIds.join() === one.strandIds.join() &&
        Math.abs(other.start - one.start) < one.minutes,
    );
    if (!isNear) chosen.push(one);
  }
  return chosen;
}

/** Warnings that hold wherever the meeting is put say nothing for one time or against another. */
const dependsOnSlot = ({ rule }: Clash) =>
  rule !== 'sector-missing' &&
  rule !== 'consent-missing' &&
  rule !== 'own-casework' &&
  rule !== 'peers-split';

function reasonFor(
  index: TimetableIndex,
  meeting: MeetingWithPeople,
  slot: Slot,
  warnings: readonly Clash[],
): string {
  const people = occupantsOf(index, { ...meeting, strandIds: [...slot.strandIds] });
  const [only] = people;
  const [warning] = warnings;
  const place = slot.placeId === null ? null : index.places.get(slot.placeId);
  const room = place && !place.isOnline ? index.world.names.place(place.id) : '';
  const isOther = slot.placeId !== meeting.placeId;
  if (warning)
    return `${people.length < 2 ? 'Free' : 'All free'}${isOther ? ` in ${room}` : ''}, but ${shortly(warning)}`;
  const who =
    people.length === 1 && only
      ? `${occupantName(index, only)} free`
      : people.length === 0
        ? ''
        : `All ${people.length} free`;
  const where = room && (isOther ? `in ${room}` : `${room} free`);
  return [who, where].filter((part) => part !== '').join(', ') || 'Free';
}

function shortly(warning: Clash): string {
  if (warning.rule === 'tight-travel') return 'too little time to travel';
  if (warning.rule === 'no-lunch') return 'no time for lunch';
  if (warning.rule === 'room-too-small') return 'room is too small';
  if (warning.rule === 'room-reset') return 'no time between meetings in the room';
  if (warning.rule === 'no-break') return 'too long without a break';
  if (warning.rule === 'long-day') return 'a long day';
  if (warning.rule === 'school-hours') return 'outside school hours';
  return warning.sentence.replace(/^.* has (?=no )/, 'room has ');
}

const mutable = ({ day, start, minutes, strandIds, placeId }: Slot) => ({
  day,
  start,
  minutes,
  strandIds: [...strandIds],
  placeId,
});
