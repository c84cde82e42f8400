import { isOfTheTeam, occupantsOf, type TimetableIndex } from '../../../shared/domain/clash/world.ts';
import type { PersonId, StrandId } from '../../../shared/domain/ids.ts';
import type { MeetingWithPeople, ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { MeetingStart } from '../../state/store-types.ts';
import type { TimetableScreen } from '../../state/timetable.ts';

export type ColumnsBy = TimetableScreen['columns'];

/** What the columns stand for, and what is needed to tell who is in them. */
export type Grouping = { readonly by: ColumnsBy; readonly index: TimetableIndex };

/** Where a meeting is, as far as columns go by it. */
export type Grouped = Pick<MeetingWithPeople, 'placeId' | 'childId'> & {
  readonly strandIds: readonly StrandId[];
  readonly personIds: readonly PersonId[];
};

/** The ids of the strands, inspectors, rooms, people or child whose columns a meeting is in. */
export function idsOf({ by, index }: Grouping, meeting: Grouped): readonly string[] {
  switch (by) {
    case 'strands':
      return meeting.strandIds;
    case 'inspectors': {
      const everybody = occupantsOf(index, {
        strandIds: [...meeting.strandIds],
        personIds: [...meeting.personIds],
      });
      return everybody.filter((one) => isOfTheTeam(index, one));
    }
    case 'rooms':
      return meeting.placeId === null ? [] : [meeting.placeId];
    case 'people':
      return meeting.personIds;
    case 'children':
      return meeting.childId === null ? [] : [meeting.childId];
  }
}

/**
 * The meetings that columns of this kind show: a lunch in no room is not in a column "No room", and columns of children
 * show what is about a child.
 */
export function meetingsOf(
  meetings: readonly ScheduledMeeting[],
  grouping: Grouping,
): readonly ScheduledMeeting[] {
  switch (grouping.by) {
    case 'strands':
    case 'inspectors':
      return meetings;
    case 'children':
      return meetings.filter((meeting) => meeting.childId !== null);
    default:
      return meetings.filter((meeting) => meeting.kind !== 'block' || idsOf(grouping, meeting).length > 0);
  }
}

/** What a new meeting begins with in a column: its strand, room, person or child. */
export function startIn({ by, index }: Grouping, columnId: string | null): MeetingStart {
  if (columnId === null) return {};
  switch (by) {
    case 'strands':
      return { strandIds: [columnId] };
    case 'inspectors': {
      const person = index.people.get(columnId);
      if (!person) return { strandIds: [columnId] };
      return person.strandId === null ? { personIds: [columnId] } : { strandIds: [person.strandId] };
    }
    case 'rooms':
      return { placeId: columnId };
    case 'people':
      return { personIds: [columnId] };
    case 'children':
      return { childId: columnId };
  }
}

/** Whether strands are nothing but their one inspector's name, so that both ways of columns would be the same. */
export function areStrandsPeople({ world, members, people }: TimetableIndex): boolean {
  const { strand, person } = world.names;
  return (
    world.people.every((one) => one.side !== 'inspection' || one.strandId !== null) &&
    world.strands.every(({ id }) => {
      const own = members.get(id) ?? [];
      const [one] = own;
      return own.length === 0 || (own.length === 1 && one && people.has(one) && person(one) === strand(id));
    })
  );
}
