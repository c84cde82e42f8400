import type { OrganisationId, PersonId, StrandId } from '../../shared/domain/ids.ts';
import type { Organisation, Person, Strand } from '../../shared/domain/people.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { PeopleView, peopleChannels } from '../../shared/ipc/people.ts';
import type { WritableDb } from '../db/connection.ts';
import { countRows, getRow, listRows } from '../db/table.ts';
import {
  auditFindings,
  checklistItems,
  childAgencies,
  feedbackEntries,
  meetingPeople,
  meetingStrands,
  meetings,
  organisations,
  people,
  places,
  planActions,
  requests,
  strands,
} from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { forgetPersonAttendance } from './attendance.ts';
import { removeAvailability } from './availability.ts';
import { type Context, write } from './context.ts';
import { vacateSeats } from './governance/governance.ts';
import { refuseWhileInMeetings } from './in-use.ts';

type Input<Name extends keyof typeof peopleChannels> = ParsedInputOf<(typeof peopleChannels)[Name]>;

/** Everybody who takes part, where they come from, and the columns of the timetable. */
export function readPeople(ctx: Context): PeopleView {
  return {
    people: listRows(ctx.db, people, {}, ['name']),
    organisations: listRows(ctx.db, organisations, {}, ['name']),
    strands: listRows(ctx.db, strands, {}, ['position']),
    places: listRows(ctx.db, places, {}, ['name']),
  };
}

/**
 * Adds or changes a person. Somebody who joins the inspection side without a strand gets one of their own, which goes
 * by their name and follows it; somebody of the partnership has none.
 */
export function savePerson(ctx: Context, input: Input<'people:savePerson'>): Person {
  const { id, organisation, ...fields } = input;
  const before = id ? getRow(ctx.db, people, id) : null;
  return write(ctx, { action: 'savePerson', summary: `Saved ${fields.name}` }, (tx) => {
    const isJoining = fields.side === 'inspection' && before?.side !== 'inspection';
    const strandId = fields.strandId ?? (isJoining ? addStrand(ctx, tx, fields.name.slice(0, 120)).id : null);
    const whole = {
      ...fields,
      strandId: fields.side === 'inspection' ? strandId : null,
      organisationId: findOrAddOrganisation(ctx, tx, organisation, fields.sector),
    };
    const own = before && ownStrand(tx, before);
    if (own && whole.strandId === own.id) updateRow(tx, strands, own.id, { name: fields.name.slice(0, 120) });
    if (before) return updateRow(tx, people, before.id, whole);
    return insertRow(tx, people, { ...whole, id: ctx.newId() as PersonId });
  });
}

/** The organisation of that name, whatever its capitals and spaces, added where there is none; null for no name. */
export function findOrAddOrganisation(
  ctx: Context,
  tx: WritableDb,
  name: string,
  sector: Organisation['sector'] = null,
): OrganisationId | null {
  const wanted = name.trim();
  if (wanted === '') return null;
  const known = listRows(tx, organisations).find((one) => sameName(one.name, wanted));
  if (known) return known.id;
  return insertRow(tx, organisations, { id: ctx.newId() as OrganisationId, name: wanted, sector, duty: '' })
    .id;
}

/**
 * Removes a person, and their own strand where it would be left empty. Fails with `record/in-use` while they are in a
 * meeting, or are all there is of a strand that holds some. What they owned is owned by nobody then.
 */
export function removePerson(ctx: Context, { id }: Input<'people:removePerson'>): null {
  const person = getRow(ctx.db, people, id);
  const own = listRows(ctx.db, meetingPeople, { personId: id });
  const { strandId } = person;
  const isAlone = strandId !== null && listRows(ctx.db, people, { strandId }).length === 1;
  const ofStrand = isAlone ? listRows(ctx.db, meetingStrands, { strandId }) : [];
  refuseWhileInMeetings(
    ctx.db,
    [...own, ...ofStrand].map((row) => row.meetingId),
    `${person.name} is in`,
  );
  write(ctx, { action: 'removePerson', summary: `Removed ${person.name}` }, (tx) => {
    for (const row of listRows(tx, childAgencies, { personId: id }))
      updateRow(tx, childAgencies, row.id, { personId: null });
    for (const row of listRows(tx, checklistItems, { ownerId: id }))
      updateRow(tx, checklistItems, row.id, { ownerId: null, ownerName: person.name });
    for (const row of listRows(tx, requests, { ownerId: id }))
      updateRow(tx, requests, row.id, { ownerId: null });
    for (const row of listRows(tx, auditFindings, { ownerId: id }))
      updateRow(tx, auditFindings, row.id, { ownerId: null });
    for (const row of listRows(tx, feedbackEntries, { actionOwnerId: id }))
      updateRow(tx, feedbackEntries, row.id, { actionOwnerId: null });
    for (const row of listRows(tx, planActions, { ownerId: id }))
      updateRow(tx, planActions, row.id, { ownerId: null });
    vacateSeats(tx, id);
    forgetPersonAttendance(tx, id);
    for (const row of listRows(tx, meetings, { chairId: id }))
      updateRow(tx, meetings, row.id, { chairId: null });
    removeAvailability(tx, { personId: id });
    const strand = ownStrand(tx, person);
    deleteRow(tx, people, id);
    if (strand) deleteRow(tx, strands, strand.id);
  });
  return null;
}

/** Removes an organisation. Fails with `record/in-use` while anybody belongs to it. */
export function removeOrganisation(ctx: Context, { id }: Input<'people:removeOrganisation'>): null {
  const { name } = getRow(ctx.db, organisations, id);
  const count = countRows(ctx.db, people, { organisationId: id });
  if (count > 0)
    throw new AppError(
      'record/in-use',
      `${count === 1 ? 'One person belongs' : `${count} people belong`} to ${name}.`,
    );
  write(ctx, { action: 'removeOrganisation', summary: `Removed ${name}` }, (tx) =>
    deleteRow(tx, organisations, id),
  );
  return null;
}

/** Adds or changes an organisation. Fails with `input/invalid` when another one is called so. */
export function saveOrganisation(
  ctx: Context,
  { id, ...fields }: Input<'people:saveOrganisation'>,
): Organisation {
  if (listRows(ctx.db, organisations).some((one) => one.id !== id && sameName(one.name, fields.name)))
    throw new AppError('input/invalid', `There is already an organisation called ${fields.name}.`);
  return write(ctx, { action: 'saveOrganisation', summary: `Saved ${fields.name}` }, (tx) =>
    id
      ? updateRow(tx, organisations, id, fields)
      : insertRow(tx, organisations, { ...fields, id: ctx.newId() as OrganisationId }),
  );
}

/** Adds a strand as the last column. */
export function addStrand(ctx: Context, tx: WritableDb, name: string): Strand {
  const last = Math.max(-1, ...listRows(tx, strands).map((strand) => strand.position));
  return insertRow(tx, strands, { id: ctx.newId() as StrandId, name, position: last + 1 });
}

/** The strand that goes by a person's name and holds nobody else; null where there is none. */
function ownStrand(tx: WritableDb, person: Person): Strand | null {
  if (person.strandId === null) return null;
  const strand = getRow(tx, strands, person.strandId);
  const isAlone = listRows(tx, people, { strandId: strand.id }).length === 1;
  return isAlone && sameName(strand.name, person.name) ? strand : null;
}

const sameName = (a: string, b: string) => plain(a) === plain(b);
const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
