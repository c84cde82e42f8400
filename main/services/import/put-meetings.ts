import { frameworkById } from '../../../shared/domain/frameworks.ts';
import type { MeetingId, PersonId, PlaceId, RowId, StrandId } from '../../../shared/domain/ids.ts';
import type { MergedImport } from '../../../shared/domain/import/duplicates.ts';
import type { MeetingRow } from '../../../shared/domain/import/target-meetings.ts';
import { Meeting, plainMeeting } from '../../../shared/domain/meeting.ts';
import type { WritableDb } from '../../db/connection.ts';
import { meetingPeople, meetingStrands, meetings } from '../../db/tables.ts';
import { insertRow, updateRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { getMeeting } from '../timetable-world.ts';
import { clearDays } from './clear-days.ts';
import { countSentence, type KnownRecord, type PutHow } from './kind.ts';
import { knownMeetings } from './known-meetings.ts';
import { type MeetingReading, meetingReader } from './meeting-reading.ts';
import { type Newcomers, newcomers } from './newcomers.ts';
import { removePlaceholders } from './placeholders.ts';

/** How long a meeting lasts when its row does not say. */
export const usualMinutes = 60;

/** What the law says of a visit: the partnership is inspected, not the setting. */
const visitNote = 'The setting is not being judged.';

type Resolved = {
  readonly strandIds: readonly StrandId[];
  readonly personIds: readonly PersonId[];
  readonly placeId: PlaceId | null;
  /** Names and rooms that could be several, as typed. */
  readonly unsure: readonly string[];
};

/** Writes the meetings of an import, with the inspectors, people and places that they name and nobody has added yet. */
export function putMeetings(
  ctx: Context,
  tx: WritableDb,
  { toAdd, toChange }: MergedImport<MeetingRow>,
  { said, clearsAllBut }: PutHow = {},
): readonly string[] {
  const cleared = clearsAllBut
    ? clearDays(
        tx,
        toAdd.map(({ values }) => values),
        clearsAllBut,
      )
    : { toTray: 0, removed: 0 };
  const read = meetingReader(tx);
  const added = newcomers(ctx, tx, said);
  for (const { values } of toAdd) addMeeting(ctx, tx, values, read(values), resolve(values, added));
  const known = new Map(toChange.length === 0 ? [] : knownMeetings(tx).map((one) => [idOf(one), one.values]));
  for (const { id, values } of toChange) {
    const resolved = resolve(withoutNamesOf(values, known.get(id)), added);
    mergeMeeting(ctx, tx, id as MeetingId, read(values), resolved);
  }
  const counts = added.counts();
  const removed = counts.inspectors > 0 ? removePlaceholders(tx) : 0;
  const member = teamWord(tx);
  return [
    ...countSentence(
      cleared.toTray,
      { one: 'meeting', many: 'meetings' },
      'put under Unscheduled, to make room on those days',
    ),
    ...countSentence(
      cleared.removed,
      { one: 'break or team session', many: 'breaks and team sessions' },
      'removed, as those days bring their own',
    ),
    ...countSentence(
      counts.inspectors,
      member,
      counts.inspectors === 1 ? 'added, with a strand' : 'added, each with a strand',
    ),
    ...countSentence(counts.people, { one: 'person', many: 'people' }, 'added from the attendees'),
    ...countSentence(counts.places, { one: 'place', many: 'places' }, 'added by name'),
    ...countSentence(
      removed,
      { one: `unnamed ${member.one} without a meeting`, many: `unnamed ${member.many} without a meeting` },
      'removed with the strand',
    ),
  ];
}

function teamWord(tx: WritableDb): { readonly one: string; readonly many: string } {
  const framework = frameworkById(theEngagement(tx).frameworkId);
  return framework?.team.side === 'peer'
    ? { one: 'peer', many: 'peers' }
    : { one: 'inspector', many: 'inspectors' };
}

const idOf = ({ ref }: KnownRecord<MeetingRow>): string => (ref.from === 'existing' ? ref.id : '');

/** Who is in a meeting already is not looked up by name again. */
function withoutNamesOf(values: MeetingRow, kept: MeetingRow | undefined): MeetingRow {
  const known = new Set([...(kept?.inspectors ?? []), ...(kept?.attendees ?? [])]);
  return {
    ...values,
    inspectors: values.inspectors.filter((name) => !known.has(name)),
    attendees: values.attendees.filter((name) => !known.has(name)),
    place: kept?.place ? null : values.place,
  };
}

function resolve(values: MeetingRow, added: Newcomers): Resolved {
  const strandIds = new Set<StrandId>();
  const personIds = new Set<PersonId>();
  const unsure: string[] = [];
  const take = (name: string, meant: ReturnType<Newcomers['inspector']>): void => {
    if (meant.as === 'strand') strandIds.add(meant.id);
    else if (meant.as === 'person') personIds.add(meant.id);
    else unsure.push(name);
  };
  for (const name of values.inspectors) take(name, added.inspector(name));
  for (const name of values.attendees) take(name, added.attendee(name));
  const place = values.place === null ? null : added.place(values.place);
  if (place?.as === 'unsure' && values.place) unsure.push(values.place);
  return {
    strandIds: [...strandIds],
    personIds: [...personIds],
    placeId: place?.as === 'place' ? place.id : null,
    unsure,
  };
}

function addMeeting(
  ctx: Context,
  tx: WritableDb,
  { day, start, minutes }: MeetingRow,
  reading: MeetingReading,
  { strandIds, personIds, placeId, unsure }: Resolved,
): void {
  const id = ctx.newId() as MeetingId;
  insertRow(tx, meetings, {
    ...plainMeeting,
    id,
    title: reading.title,
    kind: reading.guess.kind,
    day,
    start,
    minutes: minutes ?? usualMinutes,
    placeId,
    childId: reading.childId,
    sectorsNeeded: [...reading.guess.sectorsNeeded],
    notes: notesOf(reading, unsure),
    version: 1,
  });
  for (const strandId of strandIds)
    insertRow(tx, meetingStrands, { id: ctx.newId() as RowId, meetingId: id, strandId });
  for (const personId of personIds)
    insertRow(tx, meetingPeople, { id: ctx.newId() as RowId, meetingId: id, personId });
}

/** People and strands join those that are there; a room or a child is set only where there is none. */
function mergeMeeting(
  ctx: Context,
  tx: WritableDb,
  id: MeetingId,
  reading: MeetingReading,
  { strandIds, personIds, placeId }: Resolved,
): void {
  const kept = getMeeting(tx, id);
  const notes = Meeting.shape.notes.safeParse(reading.notes).success ? reading.notes : kept.notes;
  updateRow(tx, meetings, id, {
    placeId: kept.placeId ?? placeId,
    childId: kept.childId ?? reading.childId,
    notes,
    version: kept.version + 1,
  });
  for (const strandId of strandIds) {
    if (!kept.strandIds.includes(strandId))
      insertRow(tx, meetingStrands, { id: ctx.newId() as RowId, meetingId: id, strandId });
  }
  for (const personId of personIds) {
    if (!kept.personIds.includes(personId))
      insertRow(tx, meetingPeople, { id: ctx.newId() as RowId, meetingId: id, personId });
  }
}

function notesOf(reading: MeetingReading, unsure: readonly string[]): string {
  return [
    reading.notes,
    reading.guess.kind === 'visit' ? visitNote : '',
    unsure.length > 0 ? `To be made sure of: ${unsure.join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join('\n')
    .slice(0, 4000);
}
