import { lacksOf } from '../clash/room-fit.ts';
import { type Occupant, occupantsOf, siteOf, type TimetableIndex } from '../clash/world.ts';
import type { PlaceId, StrandId } from '../ids.ts';
import { type MeetingKind, type MeetingWithPeople, slotMinutes } from '../meeting.ts';
import type { Place } from '../people.ts';
import type { IsoDate } from '../time.ts';

/** What a plan may do, and where it may put meetings. */
export type PlaceOptions = {
  readonly days: readonly IsoDate[];
  /** Nothing is put before this moment. */
  readonly after?: { readonly day: IsoDate; readonly start: number };
  /** A meeting without a strand gets the one with the least to do; a meeting of the team gets them all. */
  readonly fillStrands: boolean;
  /** A meeting that needs a room and has none gets the smallest one that suits, where one is free. */
  readonly fillRooms: boolean;
  /** Nobody of the team loses the half hour for lunch. */
  readonly keepLunch: boolean;
};

/** Who would hold a meeting, and the rooms it may be in, the best first. */
export type Column = {
  readonly strandIds: readonly StrandId[];
  readonly occupants: readonly Occupant[];
  readonly rooms: readonly (PlaceId | null)[];
};

/** Everything that is tried for a meeting: each column, on each day, at each start. */
export type Space = {
  readonly meeting: MeetingWithPeople;
  readonly columns: readonly Column[];
  readonly days: readonly IsoDate[];
  readonly startsOf: (day: IsoDate) => readonly number[];
};

const withoutRoom: ReadonlySet<MeetingKind> = new Set(['visit', 'block']);

/** Gives all that is tried for a meeting; a day or a start that it has already is kept. */
export function spaceOf(index: TimetableIndex, meeting: MeetingWithPeople, options: PlaceOptions): Space {
  const { after } = options;
  const wanted = meeting.day === null ? options.days : [meeting.day];
  const starts = meeting.start === null ? startsFor(index, meeting.minutes) : [meeting.start];
  return {
    meeting,
    columns: columnsFor(index, meeting, options),
    days: wanted.filter((day) => !after || day >= after.day),
    startsOf: (day) => (after && day === after.day ? starts.filter((start) => start >= after.start) : starts),
  };
}

function startsFor({ world }: TimetableIndex, minutes: number): readonly number[] {
  const starts: number[] = [];
  const first = Math.ceil(world.dayStart / slotMinutes) * slotMinutes;
  for (let start = first; start + minutes <= world.dayEnd; start += slotMinutes) starts.push(start);
  return starts;
}

function columnsFor(
  index: TimetableIndex,
  meeting: MeetingWithPeople,
  { fillStrands, fillRooms }: PlaceOptions,
): readonly Column[] {
  const everyStrand = index.world.strands.map(({ id }) => id);
  const isOpen = fillStrands && meeting.strandIds.length === 0 && everyStrand.length > 0;
  const isOfAll = meeting.kind === 'team' || meeting.kind === 'block';
  const choices = !isOpen ? [meeting.strandIds] : isOfAll ? [everyStrand] : everyStrand.map((id) => [id]);
  return choices.map((strandIds) => {
    const occupants = occupantsOf(index, { strandIds: [...strandIds], personIds: meeting.personIds });
    return { strandIds, occupants, rooms: roomsFor(index, meeting, occupants.length, fillRooms) };
  });
}

function roomsFor(
  index: TimetableIndex,
  meeting: MeetingWithPeople,
  people: number,
  fillRooms: boolean,
): readonly (PlaceId | null)[] {
  if (meeting.placeId === null) {
    if (!fillRooms || withoutRoom.has(meeting.kind) || /\bvisit/i.test(meeting.title)) return [null];
    const atMainSite = (place: Place) => place.travelMinutes === 0;
    return [...suitable(index, meeting, people, atMainSite), null];
  }
  const own = index.places.get(meeting.placeId);
  if (!own || own.isOnline) return [meeting.placeId];
  const atSameSite = (place: Place) => place.id !== own.id && siteOf(place) === siteOf(own);
  return [own.id, ...suitable(index, meeting, people, atSameSite)];
}

const size = ({ capacity }: Place): number => capacity ?? Number.MAX_SAFE_INTEGER;

function suitable(
  { world }: TimetableIndex,
  meeting: MeetingWithPeople,
  people: number,
  isNear: (place: Place) => boolean,
): readonly PlaceId[] {
  return world.places
    .filter((place) => !place.isOnline && isNear(place))
    .filter((place) => size(place) >= people && lacksOf(meeting, place).length === 0)
    .toSorted((a, b) => size(a) - size(b) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
