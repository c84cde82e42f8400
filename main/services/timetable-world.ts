import { childLabel } from '../../shared/domain/child-code.ts';
import { type TimetableNames, type TimetableWorld, withSectors } from '../../shared/domain/clash/world.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { AppError } from '../../shared/errors.ts';
import type { ReadableDb } from '../db/connection.ts';
import { getRow, listRows } from '../db/table.ts';
import {
  children,
  consents,
  engagements,
  meetingMarks,
  meetingPeople,
  meetingStrands,
  meetings,
  organisations,
  people,
  places,
  strands,
} from '../db/tables.ts';
import { readRuleFacts } from './rule-facts.ts';

/** Every meeting with its strands and people: three statements, however many meetings. */
export function listMeetings(db: ReadableDb): readonly MeetingWithPeople[] {
  const strandIds = idsByMeeting(listRows(db, meetingStrands), (row) => row.strandId);
  const personIds = idsByMeeting(listRows(db, meetingPeople), (row) => row.personId);
  return listRows(db, meetings, {}, ['day', 'start']).map((meeting) => ({
    ...meeting,
    strandIds: strandIds.get(meeting.id) ?? [],
    personIds: personIds.get(meeting.id) ?? [],
  }));
}

/** Every meeting that was not cancelled: what is published, exported and told. */
export function listStandingMeetings(db: ReadableDb): readonly MeetingWithPeople[] {
  const cancelled = cancelledIds(db);
  return listMeetings(db).filter((meeting) => !cancelled.has(meeting.id));
}

const cancelledIds = (db: ReadableDb): ReadonlySet<MeetingId> =>
  new Set(listRows(db, meetingMarks, { outcome: 'cancelled' }).map((mark) => mark.meetingId));

function idsByMeeting<Row extends { readonly meetingId: MeetingId }, Id>(
  rows: readonly Row[],
  idOf: (row: Row) => Id,
): ReadonlyMap<MeetingId, Id[]> {
  const ids = new Map<MeetingId, Id[]>();
  for (const row of rows) {
    const own = ids.get(row.meetingId);
    if (own) own.push(idOf(row));
    else ids.set(row.meetingId, [idOf(row)]);
  }
  return ids;
}

/** One meeting with its strands and people; fails with `record/not-found`. */
export function getMeeting(db: ReadableDb, id: MeetingId): MeetingWithPeople {
  return {
    ...getRow(db, meetings, id),
    strandIds: listRows(db, meetingStrands, { meetingId: id }).map((row) => row.strandId),
    personIds: listRows(db, meetingPeople, { meetingId: id }).map((row) => row.personId),
  };
}

/** The timetable as its rules see it, with people named in full and children by their code. */
export function readWorld(db: ReadableDb): TimetableWorld {
  const [engagement] = listRows(db, engagements);
  if (!engagement) throw new AppError('vault/not-a-lano-file');
  const everybody = listRows(db, people);
  const everyStrand = listRows(db, strands, {}, ['position']);
  const everyPlace = listRows(db, places);
  return {
    meetings: listMeetings(db),
    people: withSectors(everybody, listRows(db, organisations)),
    strands: everyStrand,
    places: everyPlace,
    consents: listRows(db, consents),
    cancelledIds: cancelledIds(db),
    dayStart: engagement.dayStart,
    dayEnd: engagement.dayEnd,
    facts: readRuleFacts(db),
    names: namesOf({
      people: everybody,
      strands: everyStrand,
      places: everyPlace,
      children: listRows(db, children),
    }),
  };
}

type Named = readonly { readonly id: string; readonly name: string }[];
type Sources = {
  readonly people: Named;
  readonly strands: Named;
  readonly places: Named;
  readonly children: readonly { readonly id: string; readonly code: string }[];
};

function namesOf(sources: Sources): TimetableNames {
  const lookUp = (rows: Named) => {
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return (id: string) => names.get(id) ?? 'Somebody removed';
  };
  const codes = new Map<string, string>(sources.children.map((child) => [child.id, childLabel(child)]));
  return {
    person: lookUp(sources.people),
    strand: lookUp(sources.strands),
    place: lookUp(sources.places),
    child: (id) => codes.get(id) ?? 'a child',
    clock: '12',
  };
}
