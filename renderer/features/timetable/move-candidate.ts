import type { ChildId, PersonId, PlaceId, StrandId } from '../../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { IsoDate, Minutes } from '../../../shared/domain/time.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import { type GridColumn, isColumnOf } from './grid-geometry.ts';
import { type Grouping, idsOf } from './grouping.ts';

/** Where a carried meeting would be: nothing is changed until it is put down. */
export type Candidate = {
  readonly day: IsoDate;
  readonly start: Minutes;
  readonly minutes: Minutes;
  readonly strandIds: readonly StrandId[];
  readonly personIds: readonly PersonId[];
  readonly placeId: PlaceId | null;
  /** Whom it is about, which no move changes. */
  readonly childId: ChildId | null;
};

/** The write that brings a meeting to its candidate; null when it is there already. */
export type MeetingWrite =
  | { readonly channel: 'timetable:moveMeeting'; readonly input: ChannelInput<'timetable:moveMeeting'> }
  | { readonly channel: 'timetable:editMeeting'; readonly input: ChannelInput<'timetable:editMeeting'> };

/** Where the meeting is now; an unscheduled one begins where it is told to. */
export function candidateOf(
  meeting: MeetingWithPeople,
  otherwise: { readonly day: IsoDate; readonly start: Minutes },
): Candidate {
  return {
    day: meeting.day ?? otherwise.day,
    start: meeting.start ?? otherwise.start,
    minutes: meeting.minutes,
    strandIds: meeting.strandIds,
    personIds: meeting.personIds,
    placeId: meeting.placeId,
    childId: meeting.childId,
  };
}

/**
 * Takes a meeting from one column to another: one strand, room or person is replaced, the others stay. A meeting that
 * is in the column's strand already keeps its strands, and one taken to the column for none loses the one it is held by.
 * A column of a whole day or of a child changes the day alone, and an inspector brings the strand that is theirs.
 */
export function inColumn(
  candidate: Candidate,
  grouping: Grouping,
  heldId: string | null,
  column: GridColumn,
): Candidate {
  const moved = { ...candidate, day: column.day };
  if (column.isWhole) return moved;
  switch (grouping.by) {
    case 'strands':
      return { ...moved, strandIds: replaced(candidate.strandIds, heldId, column.id) };
    case 'inspectors':
      return withInspector(moved, grouping, heldId, column.id);
    case 'people':
      return { ...moved, personIds: replaced(candidate.personIds, heldId, column.id) };
    case 'rooms':
      return { ...moved, placeId: column.id as PlaceId | null };
    case 'children':
      return moved;
  }
}

/** Moves a meeting from one inspector to another, by their strands where they have one, so that a pair is never split. */
function withInspector(
  candidate: Candidate,
  { index }: Grouping,
  from: string | null,
  to: string | null,
): Candidate {
  const strandOf = (id: string | null) =>
    id === null ? null : index.people.has(id) ? (index.people.get(id)?.strandId ?? null) : id;
  const [left, joined] = [strandOf(from), strandOf(to)];
  const wasAsked = from !== null && candidate.personIds.includes(from as PersonId);
  const strandIds = replaced(candidate.strandIds, left, joined);
  const personIds = replaced(candidate.personIds, wasAsked ? from : null, joined === null ? to : null);
  return { ...candidate, strandIds, personIds };
}

/** Adjacent columns, from one on. */
export type ColumnRun = { readonly column: number; readonly span: number };

/** The run of adjacent columns a carried card covers, round the column it is held in. Null when that is not shown. */
export function runAround(
  columns: readonly GridColumn[],
  candidate: Candidate,
  grouping: Grouping,
  heldId: string | null,
): ColumnRun | null {
  const ids = idsOf(grouping, candidate);
  const isIn = (column: GridColumn | undefined) =>
    column !== undefined && column.day === candidate.day && isColumnOf(column, ids);
  const held = columns.findIndex((column) => isIn(column) && column.id === heldId);
  const at = held >= 0 ? held : columns.findIndex(isIn);
  if (at < 0) return null;
  let first = at;
  while (isIn(columns[first - 1])) first -= 1;
  let last = at;
  while (isIn(columns[last + 1])) last += 1;
  return { column: first, span: last - first + 1 };
}

/** What to ask of the main process: a move where only time and one strand change, an edit where more does. */
export function writeFor(meeting: MeetingWithPeople, to: Candidate): MeetingWrite | null {
  const samePeople = isSameSet(meeting.personIds, to.personIds);
  const samePlace = meeting.placeId === to.placeId;
  const sameStrands = isSameSet(meeting.strandIds, to.strandIds);
  const sameTime = meeting.day === to.day && meeting.start === to.start && meeting.minutes === to.minutes;
  if (samePeople && samePlace && sameStrands && sameTime) return null;
  const { id, version } = meeting;
  const time = { day: to.day, start: to.start, minutes: to.minutes };
  const left = meeting.strandIds.filter((strandId) => !to.strandIds.includes(strandId));
  const joined = to.strandIds.filter((strandId) => !meeting.strandIds.includes(strandId));
  if (!samePeople || !samePlace || left.length > 1 || joined.length > 1) {
    return {
      channel: 'timetable:editMeeting',
      input: {
        id,
        version,
        ...time,
        ...(sameStrands ? {} : { strandIds: [...to.strandIds] }),
        ...(samePeople ? {} : { personIds: [...to.personIds] }),
        ...(samePlace ? {} : { placeId: to.placeId }),
      },
    };
  }
  const strands = sameStrands ? {} : { fromStrandId: left[0] ?? null, toStrandId: joined[0] ?? null };
  return { channel: 'timetable:moveMeeting', input: { id, version, ...time, ...strands } };
}

/** As a meeting's own fields, which are lists that may be written to. */
export function mutable(candidate: Candidate) {
  return { ...candidate, strandIds: [...candidate.strandIds], personIds: [...candidate.personIds] };
}

function replaced<Id extends string>(
  ids: readonly Id[],
  from: string | null,
  to: string | null,
): readonly Id[] {
  if (from === to || (to !== null && ids.includes(to as Id))) return ids;
  if (to === null) return ids.filter((id) => id !== from);
  if (from === null || !ids.includes(from as Id)) return [...ids, to as Id];
  return ids.map((id) => (id === from ? (to as Id) : id));
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
