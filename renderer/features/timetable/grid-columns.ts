import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { Person, Place, Strand } from '../../../shared/domain/people.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { TimetableScreen } from '../../state/timetable.ts';
import type { GridColumn } from './grid-geometry.ts';
import { isOpenWarning, type Timetable } from './timetable-model.ts';
import { shortDuration } from './timetable-words.ts';

export type ColumnsBy = TimetableScreen['columns'];

/** A column with the words at its head. */
export type ColumnHead = GridColumn & {
  readonly title: string;
  /** Who is in it and for how long: "Lead inspector, 4h 15m". */
  readonly fact: string;
  /** Somebody in this column has no time for lunch that day. */
  readonly lacksLunch: boolean;
};

/** Which strands, places or people a meeting belongs to, as the columns are chosen. */
export function idsBy(by: ColumnsBy): (meeting: ScheduledMeeting) => readonly string[] {
  switch (by) {
    case 'strands':
      return (meeting) => meeting.strandIds;
    case 'rooms':
      return (meeting) => (meeting.placeId === null ? [] : [meeting.placeId]);
    case 'people':
      return (meeting) => meeting.personIds;
  }
}

/** The columns of the given days: for each day every strand, or the rooms or the partnership's people in use. */
export function columnHeads(
  timetable: Timetable,
  by: ColumnsBy,
  days: readonly IsoDate[],
): readonly ColumnHead[] {
  const isOneDay = days.length === 1;
  return days.flatMap((day) => {
    const onDay = timetable.scheduled.filter((meeting) => meeting.day === day);
    const heads = headsOfDay(timetable, by, onDay, isOneDay).map(
      (head): ColumnHead => ({ ...head, day, key: `${day} ${head.id ?? ''}` }),
    );
    const known = new Set<string | null>(heads.map((head) => head.id));
    const hasOthers = meetingsOf(onDay, by).some(
      (meeting) => !idsBy(by)(meeting).some((id) => known.has(id)),
    );
    if (!hasOthers && heads.length > 0) return heads;
    const none = { strands: 'No strand', rooms: 'No room', people: 'Nobody asked' }[by];
    return [...heads, { key: `${day} none`, day, id: null, title: none, fact: '', lacksLunch: false }];
  });
}

/** The meetings that columns of this kind show: a lunch in no room is not in a column "No room". */
export function meetingsOf(
  meetings: readonly ScheduledMeeting[],
  by: ColumnsBy,
): readonly ScheduledMeeting[] {
  if (by === 'strands') return meetings;
  const idsOf = idsBy(by);
  return meetings.filter((meeting) => meeting.kind !== 'block' || idsOf(meeting).length > 0);
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
