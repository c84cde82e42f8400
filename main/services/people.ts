import type { OrganisationId, PersonId, PlaceId, StrandId } from '../../shared/domain/ids.ts';
import type { Organisation, Person, Place, Strand } from '../../shared/domain/people.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { PeopleView, peopleChannels } from '../../shared/ipc/people.ts';
import type { WritableDb } from '../db/connection.ts';
import { getRow, listRows } from '../db/table.ts';
import {
  checklistItems,
  childAgencies,
  feedbackEntries,
  meetingPeople,
  meetingStrands,
  meetings,
  organisations,
  people,
  places,
  requests,
  strands,
} from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';

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

/** Adds or changes a person. An inspector without a strand gets one of their own. */
export function savePerson(ctx: Context, input: Input<'people:savePerson'>): Person {
  return write(ctx, { action: 'savePerson', summary: `Saved ${input.name}` }, (tx) =>
    putPerson(ctx, tx, input),
  );
}

/** The same inside a step that does more. */
export function putPerson(
  ctx: Context,
  tx: WritableDb,
  { id, organisation, strandId, ...fields }: Input<'people:savePerson'>,
): Person {
  const ownStrand = fields.side === 'inspection' ? (strandId ?? addStrand(ctx, tx, fields.name).id) : null;
  const whole = {
    ...fields,
    strandId: ownStrand,
    organisationId: findOrAddOrganisation(ctx, tx, organisation),
  };
  if (id) return updateRow(tx, people, id, whole);
  return insertRow(tx, people, { ...whole, id: ctx.newId() as PersonId });
}

/** The organisation of that name, whatever its capitals, added where there is none; null for no name. */
export function findOrAddOrganisation(
  ctx: Context,
  tx: WritableDb,
  name: string,
  sector: Organisation['sector'] = null,
): OrganisationId | null {
  const wanted = name.trim();
  if (wanted === '') return null;
  const known = listRows(tx, organisations).find((one) => one.name.toLowerCase() === wanted.toLowerCase());
  if (known) return known.id;
  return insertRow(tx, organisations, { id: ctx.newId() as OrganisationId, name: wanted, sector }).id;
}

/** Removes a person whom nothing needs; fails with `record/in-use` and says what does. */
export function removePerson(ctx: Context, { id }: Input<'people:removePerson'>): null {
  const person = getRow(ctx.db, people, id);
  const titles = listRows(ctx.db, meetingPeople, { personId: id }).map(
    (row) => getRow(ctx.db, meetings, row.meetingId).title,
  );
  refuseInUse(person.name, titles);
  write(ctx, { action: 'removePerson', summary: `Removed ${person.name}` }, (tx) => {
    for (const row of listRows(tx, childAgencies, { personId: id }))
      updateRow(tx, childAgencies, row.id, { personId: null });
    for (const row of listRows(tx, checklistItems, { ownerId: id })) {
      updateRow(tx, checklistItems, row.id, { ownerId: null, ownerName: person.name });
    }
    for (const row of listRows(tx, requests, { ownerId: id }))
      updateRow(tx, requests, row.id, { ownerId: null });
    for (const row of listRows(tx, feedbackEntries, { actionOwnerId: id })) {
      updateRow(tx, feedbackEntries, row.id, { actionOwnerId: null });
    }
    deleteRow(tx, people, id);
  });
  return null;
}

/** Adds or changes an organisation. */
export function saveOrganisation(
  ctx: Context,
  { id, ...fields }: Input<'people:saveOrganisation'>,
): Organisation {
  return write(ctx, { action: 'saveOrganisation', summary: `Saved ${fields.name}` }, (tx) =>
    id
      ? updateRow(tx, organisations, id, fields)
      : insertRow(tx, organisations, { ...fields, id: ctx.newId() as OrganisationId }),
  );
}

/** Adds a strand, or changes its name and who is in it; those left out have no strand until they are given one. */
export function saveStrand(ctx: Context, { id, name, memberIds }: Input<'people:saveStrand'>): Strand {
  return write(ctx, { action: 'saveStrand', summary: `Saved the strand ${name}` }, (tx) => {
    const strand = id ? updateRow(tx, strands, id, { name }) : addStrand(ctx, tx, name);
    for (const person of listRows(tx, people, { strandId: strand.id })) {
      if (!memberIds.includes(person.id)) updateRow(tx, people, person.id, { strandId: null });
    }
    for (const memberId of memberIds)
      updateRow(tx, people, memberId, { strandId: strand.id, side: 'inspection' });
    return strand;
  });
}

/** Adds a strand as the last column. */
export function addStrand(ctx: Context, tx: WritableDb, name: string): Strand {
  const last = Math.max(-1, ...listRows(tx, strands).map((strand) => strand.position));
  return insertRow(tx, strands, { id: ctx.newId() as StrandId, name, position: last + 1 });
}

/** Puts a strand at a place among the columns, counted from 0. */
export function moveStrand(ctx: Context, { id, position }: Input<'people:moveStrand'>): null {
  const moved = getRow(ctx.db, strands, id);
  write(ctx, { action: 'moveStrand', summary: `Moved the strand ${moved.name}` }, (tx) => {
    const others = listRows(tx, strands, {}, ['position']).filter((strand) => strand.id !== id);
    const order = [...others.slice(0, position), moved, ...others.slice(position)];
    order.forEach((strand, at) => {
      updateRow(tx, strands, strand.id, { position: at });
    });
  });
  return null;
}

/** Removes a strand without meetings; its members have no strand then. */
export function removeStrand(ctx: Context, { id }: Input<'people:removeStrand'>): null {
  const strand = getRow(ctx.db, strands, id);
  const titles = listRows(ctx.db, meetingStrands, { strandId: id }).map(
    (row) => getRow(ctx.db, meetings, row.meetingId).title,
  );
  refuseInUse(`The strand ${strand.name}`, titles);
  write(ctx, { action: 'removeStrand', summary: `Removed the strand ${strand.name}` }, (tx) => {
    for (const person of listRows(tx, people, { strandId: id }))
      updateRow(tx, people, person.id, { strandId: null });
    deleteRow(tx, strands, id);
  });
  return null;
}

/** Adds or changes a place. */
export function savePlace(ctx: Context, { id, ...fields }: Input<'people:savePlace'>): Place {
  return write(ctx, { action: 'savePlace', summary: `Saved ${fields.name}` }, (tx) =>
    id ? updateRow(tx, places, id, fields) : insertRow(tx, places, { ...fields, id: ctx.newId() as PlaceId }),
  );
}

/** Removes a place where no meeting is held. */
export function removePlace(ctx: Context, { id }: Input<'people:removePlace'>): null {
  const place = getRow(ctx.db, places, id);
  refuseInUse(
    place.name,
    listRows(ctx.db, meetings, { placeId: id }).map((meeting) => meeting.title),
  );
  write(ctx, { action: 'removePlace', summary: `Removed ${place.name}` }, (tx) => deleteRow(tx, places, id));
  return null;
}

/** Names up to three of the meetings that still need somebody or something. */
function refuseInUse(what: string, titles: readonly string[]): void {
  if (titles.length === 0) return;
  const named = titles
    .slice(0, 3)
    .map((title) => `“${title}”`)
    .join(', ');
  const more = titles.length > 3 ? ` and ${titles.length - 3} more` : '';
  throw new AppError('record/in-use', `${what} is in ${named}${more}.`);
}
