import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { Person, Place, Strand } from '../../../shared/domain/people.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { GridColumn } from './grid-geometry.ts';
import { type ColumnsBy, idsOf, meetingsOf } from './grouping.ts';
import { isOpenWarning, type Timetable } from './timetable-model.ts';
import { shortDuration } from './timetable-words.ts';

/** A column with the words at its head. */
export type ColumnHead = GridColumn & {
  readonly title: string;
  /** Who is in it and for how long: "Lead inspector, 4h 15m". */
  readonly fact: string;
  /** Somebody in this column has no time for lunch that day. */
  readonly lacksLunch: boolean;
};

/**
 * The columns of the given days: for each day every strand or inspector, or the rooms, people or children in use. When
 * quiet days are folded, one on which hardly anything overlaps has a single column for all of it.
 */
export function columnHeads(
  timetable: Timetable,
  by: ColumnsBy,
  days: readonly IsoDate[],
  foldsQuietDays = false,
): readonly ColumnHead[] {
  const grouping = { by, index: timetable.index };
  const isOneDay = days.length === 1;
  return days.flatMap((day) => {
    const onDay = timetable.scheduled.filter((meeting) => meeting.day === day);
    const shown = meetingsOf(onDay, grouping);
    if (foldsQuietDays && isQuiet(shown)) return [wholeDay(day, shown.length)];
    const heads = headsOfDay(timetable, by, onDay, isOneDay).map(
      (head): ColumnHead => ({ ...head, day, key: `${day} ${head.id ?? ''}` }),
    );
    const known = new Set<string | null>(heads.map((head) => head.id));
    const hasOthers = shown.some((meeting) => !idsOf(grouping, meeting).some((id) => known.has(id)));
    if (!hasOthers && heads.length > 0) return heads;
    return [
      ...heads,
      { key: `${day} none`, day, id: null, title: noneWords[by], fact: '', lacksLunch: false },
    ];
  });
}

const noneWords: Readonly<Record<ColumnsBy, string>> = {
  strands: 'No strand',
  inspectors: 'Nobody',
  rooms: 'No room',
  people: 'Nobody asked',
  children: 'No child',
};

/** A day on which no more than two meetings are ever at once, so that one column holds them side by side. */
function isQuiet(meetings: readonly ScheduledMeeting[]): boolean {
  return meetings.every(
    (one) => meetings.filter((other) => other.start <= one.start && endOf(other) > one.start).length <= 2,
  );
}

const endOf = ({ start, minutes }: ScheduledMeeting) => start + minutes;

function wholeDay(day: IsoDate, count: number): ColumnHead {
  const fact = count === 0 ? '' : `${count} ${count === 1 ? 'meeting' : 'meetings'}`;
  return { key: `${day} whole`, day, id: null, isWhole: true, title: '', fact, lacksLunch: false };
}

type Head = Omit<ColumnHead, 'day' | 'key'>;

function headsOfDay(
  timetable: Timetable,
  by: ColumnsBy,
  onDay: readonly ScheduledMeeting[],
  isOneDay: boolean,
): readonly Head[] {
  switch (by) {
    case 'strands':
      return timetable.strands.map((strand) => strandHead(timetable, strand, onDay));
    case 'inspectors':
      return inspectorHeads(timetable, onDay);
    case 'children':
      return timetable.children
        .filter((child) => isOneDay || onDay.some((meeting) => meeting.childId === child.id))
        .map((child) => ({
          id: child.id,
          title: timetable.names.childLabel(child.id),
          fact: child.readiness.mayProceed ? '' : 'Waits for consent',
          lacksLunch: false,
        }));
    case 'rooms':
      return timetable.places
        .filter((place) => isOneDay || onDay.some((meeting) => meeting.placeId === place.id))
        .map((place) => ({
          id: place.id,
          title: place.name,
          fact: placeFact(place),
          lacksLunch: false,
        }));
    case 'people':
      return partnersOf(timetable, onDay).map((person) => ({
        id: person.id,
        title: timetable.names.personName(person),
        fact: person.role,
        lacksLunch: false,
      }));
  }
}

function strandHead(timetable: Timetable, strand: Strand, onDay: readonly ScheduledMeeting[]): Head {
  const { names } = timetable;
  const members = timetable.people.filter((person) => person.strandId === strand.id);
  const own = onDay.filter((meeting) => meeting.strandIds.includes(strand.id));
  const busy = own.filter((meeting) => meeting.kind !== 'block');
  const minutes = busy.reduce((sum, meeting) => sum + meeting.minutes, 0);
  const isNamedAfterMember = members.length === 1 && members[0]?.name === strand.name;
  const who = isNamedAfterMember
    ? members[0]?.discipline || members[0]?.role || ''
    : members.map((member) => names.shortPersonName(member)).join(', ');
  const lacksLunch = own.some((meeting) =>
    (timetable.clashesOf.get(meeting.id) ?? []).some(
      (clash) =>
        clash.rule === 'no-lunch' &&
        isOpenWarning(clash) &&
        (clash.subjectId === strand.id || members.some((member) => member.id === clash.subjectId)),
    ),
  );
  return {
    id: strand.id,
    title: names.strandName(strand),
    fact: [who, minutes > 0 && shortDuration(minutes)].filter(Boolean).join(', '),
    lacksLunch,
  };
}

/** Each of the team in the order of their strands, then whoever is in none and has a meeting that day. */
function inspectorHeads(timetable: Timetable, onDay: readonly ScheduledMeeting[]): readonly Head[] {
  const { names, people } = timetable;
  const grouping = { by: 'inspectors', index: timetable.index } as const;
  const busy = (id: string) => {
    const own = onDay.filter((meeting) => meeting.kind !== 'block' && idsOf(grouping, meeting).includes(id));
    const minutes = own.reduce((sum, meeting) => sum + meeting.minutes, 0);
    return minutes > 0 && shortDuration(minutes);
  };
  const head = (person: Person): Head => {
    const fact = [person.discipline || person.role, busy(person.id)].filter(Boolean).join(', ');
    return { id: person.id, title: names.personName(person), fact, lacksLunch: false };
  };
  const inStrands = timetable.strands.flatMap((strand) => {
    const members = people.filter((person) => person.strandId === strand.id);
    if (members.length > 0) return members.map(head);
    return [
      { id: strand.id, title: names.strandName(strand), fact: busy(strand.id) || '', lacksLunch: false },
    ];
  });
  const others = people.filter(
    (person) => person.side === 'inspection' && person.strandId === null && busy(person.id),
  );
  return [...inStrands, ...others.map(head)];
}

function placeFact(place: Place): string {
  if (place.isOnline) return 'Online';
  const seats = place.capacity === null ? '' : `${place.capacity} seats`;
  const travel = place.travelMinutes > 0 ? `${place.travelMinutes} minutes away` : '';
  return [seats, place.hasVideo && 'video', travel].filter(Boolean).join(', ');
}

/** The people of the partnership who are in a meeting that day, by name. */
function partnersOf(timetable: Timetable, onDay: readonly ScheduledMeeting[]): readonly Person[] {
  const busy = new Set<string>(onDay.flatMap((meeting) => meeting.personIds));
  return timetable.people
    .filter((person) => busy.has(person.id) && person.side === 'partnership')
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}
