import { checkMeeting } from '../clash/check.ts';
import { type Occupant, occupantName, type Placed, type TimetableIndex } from '../clash/world.ts';
import type { PersonId } from '../ids.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import type { IsoDate } from '../time.ts';
import { formatDayShort, formatDuration, formatTime } from '../time-words.ts';
import { bestPlace } from './best-place.ts';
import { type Column, type PlaceOptions, type Space, spaceOf } from './places-to-try.ts';
import { addToPlan, isFreeFor, type PlanState, takenBy } from './plan-state.ts';

/** Why a meeting has no place, and what would give it one, in sentences. */
export type WhyNot = { readonly why: string; readonly remedies: readonly string[] };

const mostRemedies = 3;
/** How many meetings in the way are looked at for one that could move. */
const mostTried = 6;

/** Says why a meeting that has no free place has none, and up to three things that would free one. */
export function whyNot(state: PlanState, meeting: MeetingWithPeople, options: PlaceOptions): WhyNot {
  return { why: reason(state, meeting, options), remedies: remediesFor(state, meeting, options) };
}

function reason(state: PlanState, meeting: MeetingWithPeople, options: PlaceOptions): string {
  const { world } = state.index;
  const space = spaceOf(state.index, meeting, options);
  const length = formatDuration(meeting.minutes);
  if (meeting.minutes > world.dayEnd - world.dayStart) return `It takes ${length}, longer than the day is.`;
  const times = space.days.flatMap((day) => space.startsOf(day).map((start) => ({ day, start })));
  if (times.length === 0) return 'Every time it could have had is past.';
  const busy = new Map<Occupant, number>();
  for (const { day, start } of times) {
    for (const one of space.columns[0]?.occupants ?? []) {
      if (!isFreeFor(state, day, one, start, start + meeting.minutes))
        busy.set(one, (busy.get(one) ?? 0) + 1);
    }
  }
  const most = [...busy].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2);
  const who = most.map(([one, count]) => `${occupantName(state.index, one)} is taken at ${count}`);
  const tried = `None of ${times.length} times for ${length} is free`;
  if (who.length > 0) return `${tried}: ${who.join(', ')}.`;
  return `${tried}: ${hardReason(state, meeting, options) ?? 'its room or its hours stand in the way'}.`;
}

/** What refuses the first time that is tried. */
function hardReason(state: PlanState, meeting: MeetingWithPeople, options: PlaceOptions): string | null {
  const { columns, days, startsOf } = spaceOf(state.index, meeting, options);
  const [column] = columns;
  const [day] = days;
  const start = day === undefined ? undefined : startsOf(day)[0];
  if (!column || day === undefined || start === undefined) return null;
  const placed = {
    ...meeting,
    strandIds: [...column.strandIds],
    day,
    start,
    placeId: column.rooms[0] ?? null,
  };
  return checkMeeting(state.index, placed).blocked[0]?.sentence ?? null;
}

function remediesFor(state: PlanState, meeting: MeetingWithPeople, options: PlaceOptions): readonly string[] {
  const { index } = state;
  const { names } = index.world;
  const found: string[] = [];
  const consider = (
    lead: string,
    changed: MeetingWithPeople,
    given: PlaceOptions = options,
    on: PlanState = state,
  ) => {
    if (found.length >= mostRemedies) return;
    const place = bestPlace(on, spaceOf(on.index, changed, given), given.keepLunch)?.meeting;
    if (place)
      found.push(`${lead}, ${formatDayShort(place.day)} at ${formatTime(place.start, names.clock)} is free.`);
  };
  const considerStrands = () => {
    for (const { id } of index.world.strands) {
      if (meeting.strandIds.includes(id)) continue;
      const before = found.length;
      consider(`With ${names.strand(id)} instead`, { ...meeting, strandIds: [id] });
      if (found.length > before) return;
    }
  };
  for (const id of meeting.personIds)
    consider(`Without ${names.person(id as PersonId)}`, {
      ...meeting,
      personIds: meeting.personIds.filter((one) => one !== id),
    });
  const oneLess = oneToMove(state, meeting, options);
  if (oneLess && found.length < mostRemedies) found.push(oneLess);
  for (const minutes of [45, 30])
    if (minutes < meeting.minutes && minutes * 2 >= meeting.minutes)
      consider(`Made ${formatDuration(minutes)} long`, { ...meeting, minutes });
  if (meeting.strandIds.length === 1) considerStrands();
  if (options.keepLunch)
    consider('If somebody may go without lunch', meeting, { ...options, keepLunch: false });
  const longer = withLongerDay(index);
  consider(`If the day ran to ${formatTime(longer.world.dayEnd, names.clock)}`, meeting, options, {
    ...state,
    index: longer,
  });
  if (meeting.day !== null && options.days.length > 1) consider('On another day', { ...meeting, day: null });
  return found;
}

const withLongerDay = (index: TimetableIndex): TimetableIndex => ({
  ...index,
  world: { ...index.world, dayEnd: Math.min(24 * 60, index.world.dayEnd + 60) },
});

/** Where only one meeting stands in the way, which may be moved and could be held at another time. */
function oneToMove(state: PlanState, meeting: MeetingWithPeople, options: PlaceOptions): string | null {
  const tried = new Set<Placed>();
  for (const { column, day, start } of timesOf(spaceOf(state.index, meeting, options))) {
    const only = onlyOneInTheWay(state, column, day, [start, start + meeting.minutes]);
    if (!only || tried.has(only) || only.meeting.isPinned || only.meeting.kind === 'block') continue;
    tried.add(only);
    if (tried.size > mostTried) return null;
    const without = withoutMeeting(state, only);
    const wanted = { ...meeting, strandIds: [...column.strandIds], day, start };
    const place = bestPlace(without, spaceOf(without.index, wanted, options), options.keepLunch);
    if (!place) continue;
    addToPlan(without, place.meeting);
    const moved = { ...only.meeting, day: null, start: null };
    const asItIs = { ...options, fillStrands: false };
    if (!bestPlace(without, spaceOf(without.index, moved, asItIs), options.keepLunch)) continue;
    const when = `${formatDayShort(day)} at ${formatTime(only.start, state.index.world.names.clock)}`;
    return `If “${only.meeting.title}” moved from ${when}, there would be room.`;
  }
  return null;
}

function timesOf({ columns, days, startsOf }: Space) {
  return columns.flatMap((column) =>
    days.flatMap((day) => startsOf(day).map((start) => ({ column, day, start }))),
  );
}

function onlyOneInTheWay(
  state: PlanState,
  { occupants }: Column,
  day: IsoDate,
  [start, end]: readonly [number, number],
): Placed | null {
  const found = new Set<Placed>();
  for (const one of occupants)
    for (const placed of takenBy(state, day, one))
      if (placed.start < end && placed.end > start) found.add(placed);
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function withoutMeeting(state: PlanState, gone: Placed): PlanState {
  const isOther = (one: Placed) => one.meeting.id !== gone.meeting.id;
  const days = new Map([...state.days].map(([day, placed]) => [day, placed.filter(isOther)]));
  const taken = new Map([...state.taken].map(([key, placed]) => [key, placed.filter(isOther)]));
  return { index: { ...state.index, days }, days, taken };
}
