import type {
  ChildId,
  MeetingId,
  OrganisationId,
  PersonId,
  PlaceId,
  RowId,
  StrandId,
} from '../../../shared/domain/ids.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { addDays, type IsoDate } from '../../../shared/domain/time.ts';
import type { WritableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import {
  children,
  meetingPeople,
  meetingStrands,
  meetings,
  organisations,
  people,
  places,
  strands,
} from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { putInvitation } from '../attendance.ts';
import type { Context } from '../context.ts';
import type { SampleData } from './sample-data.ts';

export type SampleIds = {
  readonly people: ReadonlyMap<string, PersonId>;
  readonly places: ReadonlyMap<string, PlaceId>;
};

/** Gives the framework's inspectors their names, and adds everybody else and every place. */
export function addSamplePeople(ctx: Context, tx: WritableDb, data: SampleData): SampleIds {
  const known = listRows(tx, people);
  for (const inspector of data.inspectors) {
    const person = known.find((one) => one.strandId === inspector.strand);
    if (person)
      updateRow(tx, people, person.id, {
        name: inspector.name,
        role: inspector.role,
        discipline: inspector.discipline,
      });
    updateRow(tx, strands, inspector.strand, { name: inspector.name });
  }
  const organisationIds = new Map<string, OrganisationId>();
  for (const { organisation, sector } of data.people) {
    if (organisationIds.has(organisation)) continue;
    const id = ctx.newId() as OrganisationId;
    organisationIds.set(organisation, id);
    insertRow(tx, organisations, {
      id,
      name: organisation,
      sector: organisation.endsWith('Council') ? null : sector,
      duty: '',
    });
  }
  const personIds = new Map<string, PersonId>();
  for (const { key, organisation, ...person } of data.people) {
    const id = ctx.newId() as PersonId;
    personIds.set(key, id);
    insertRow(tx, people, {
      ...person,
      id,
      side: 'partnership',
      discipline: '',
      strandId: null,
      organisationId: organisationIds.get(organisation) ?? null,
      email: `${person.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@aldermere.example`,
      phone: '',
      notes: '',
    });
  }
  const placeIds = new Map<string, PlaceId>();
  for (const { key, ...place } of data.places) {
    const id = ctx.newId() as PlaceId;
    placeIds.set(key, id);
    insertRow(tx, places, { ...place, id });
  }
  return { people: personIds, places: placeIds };
}

/** Puts the sample's own meetings in the place of the framework's defaults. */
export function addSampleMeetings(
  ctx: Context,
  tx: WritableDb,
  data: SampleData,
  { ids, monday }: { readonly ids: SampleIds; readonly monday: IsoDate },
): void {
  for (const row of listRows(tx, meetingStrands)) deleteRow(tx, meetingStrands, row.id);
  for (const row of listRows(tx, meetings)) deleteRow(tx, meetings, row.id);
  let asked = 0;
  const childIds = new Map<string, ChildId>(listRows(tx, children).map((child) => [child.code, child.id]));
  for (const { day, place, people: keys, child, sectors, strands: strandIds, ...meeting } of data.meetings) {
    const id = ctx.newId() as MeetingId;
    insertRow(tx, meetings, {
      ...meeting,
      id,
      day: day === null ? null : addDays(monday, day),
      placeId: (place && ids.places.get(place)) || null,
      childId: (child && childIds.get(child)) || null,
      chairId: null,
      sectorsNeeded: sectors,
      needsStepFree: false,
      version: 1,
    });
    for (const strandId of strandIds) {
      insertRow(tx, meetingStrands, {
        id: ctx.newId() as RowId,
        meetingId: id,
        strandId: strandId as StrandId,
      });
    }
    for (const key of keys) {
      const personId = ids.people.get(key);
      if (!personId) continue;
      insertRow(tx, meetingPeople, { id: ctx.newId() as RowId, meetingId: id, personId });
      asked += 1;
      addSampleAnswer(ctx, tx, { meeting: getRow(tx, meetings, id), personId, at: asked });
    }
  }
}

/** Most have accepted by the week on site, some have not answered, and one has declined. */
function addSampleAnswer(
  ctx: Context,
  tx: WritableDb,
  { meeting, personId, at }: { readonly meeting: Meeting; readonly personId: PersonId; readonly at: number },
): void {
  if (meeting.day === null || at % 11 === 0) return;
  const state = at === 9 ? 'declined' : at % 5 === 0 ? 'asked' : 'accepted';
  putInvitation(ctx, tx, { meeting, personId, state, standInId: null });
}
