import type { Absence, AbsenceFields } from '../../shared/domain/availability.ts';
import type { PersonId, PlaceId, RowId } from '../../shared/domain/ids.ts';
import { today } from '../../shared/domain/time.ts';
import { AppError } from '../../shared/errors.ts';
import type { AvailabilityView, availabilityChannels } from '../../shared/ipc/availability.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { WritableDb } from '../db/connection.ts';
import { getRow, listRows } from '../db/table.ts';
import {
  absences,
  availabilityChecks,
  busyTimes,
  people,
  places,
  ruleSettings,
  usualHours,
} from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';
import { readAvailabilityRows, siteDays } from './rule-facts.ts';

type Input<Name extends keyof typeof availabilityChannels> = ParsedInputOf<
  (typeof availabilityChannels)[Name]
>;

/** Whose availability it is: one of the two is set. */
export type Owner = { readonly personId: PersonId | null; readonly placeId: PlaceId | null };

/** When people and places are to be had, and which of people's notes somebody has read. */
export function readAvailability(ctx: Context): AvailabilityView {
  const now = today(ctx.clock());
  const days = siteDays(ctx.db);
  return {
    availability: readAvailabilityRows(ctx.db),
    checked: listRows(ctx.db, availabilityChecks).map(({ personId, note }) => ({ personId, note })),
    firstDay: days.find((day) => day >= now) ?? days[0] ?? now,
  };
}

/** Adds or changes an absence. Fails with `record/not-found` for a person or place that is gone, and with `input/invalid` for neither or both. */
export function saveAbsence(
  ctx: Context,
  { id, absence, ...owner }: Input<'availability:saveAbsence'>,
): null {
  const name = nameOf(ctx, owner);
  write(ctx, { action: 'saveAbsence', summary: `Saved when ${name} is away` }, (tx) => {
    if (id) updateRow(tx, absences, id, absence);
    else insertRow(tx, absences, { ...absence, ...owner, id: ctx.newId() as RowId });
  });
  return null;
}

/** Removes an absence. Fails with `record/not-found`. */
export function removeAbsence(ctx: Context, { id }: Input<'availability:removeAbsence'>): null {
  const name = nameOf(ctx, getRow(ctx.db, absences, id));
  write(ctx, { action: 'removeAbsence', summary: `Removed an absence of ${name}` }, (tx) =>
    deleteRow(tx, absences, id),
  );
  return null;
}

/** Puts hours in place of all the usual hours of a person or place; none means that any hour will do. */
export function setUsualHours(ctx: Context, { hours, ...owner }: Input<'availability:setUsualHours'>): null {
  const name = nameOf(ctx, owner);
  write(ctx, { action: 'setUsualHours', summary: `Set the usual hours of ${name}` }, (tx) => {
    for (const row of listRows(tx, usualHours, owner)) deleteRow(tx, usualHours, row.id);
    for (const own of hours) insertRow(tx, usualHours, { ...own, ...owner, id: ctx.newId() as RowId });
  });
  return null;
}

/**
 * Puts what people's notes were confirmed to say in place of what came of their notes before, as one step. The notes
 * count as read until they change, also where nothing is made of them. Fails with `record/not-found`.
 */
export function confirmNotes(ctx: Context, { notes }: Input<'availability:confirmNotes'>): null {
  const count = notes.length;
  const [first] = notes;
  const whose = count === 1 && first ? getRow(ctx.db, people, first.personId).name : `${count} people`;
  write(ctx, { action: 'confirmNotes', summary: `Confirmed when ${whose} can come` }, (tx) => {
    for (const { personId, note, absences: read } of notes) {
      const { name } = getRow(tx, people, personId);
      const [check] = listRows(tx, availabilityChecks, { personId });
      if (check) removeOfNote(tx, personId, check.note);
      for (const absence of read) addAbsence(ctx, tx, personId, absence, note || name);
      const row = { personId, note, at: ctx.clock() };
      if (check) updateRow(tx, availabilityChecks, check.id, row);
      else insertRow(tx, availabilityChecks, { ...row, id: ctx.newId() as RowId });
    }
  });
  return null;
}

function removeOfNote(tx: WritableDb, personId: PersonId, note: string): void {
  for (const row of listRows(tx, absences, { personId }))
    if (row.words !== '' && row.words === note) deleteRow(tx, absences, row.id);
}

function addAbsence(
  ctx: Context,
  tx: WritableDb,
  personId: PersonId,
  absence: AbsenceFields,
  words: string,
): Absence {
  return insertRow(tx, absences, {
    ...absence,
    words,
    id: ctx.newId() as RowId,
    personId,
    placeId: null,
  });
}

/** Removes the busy times that came from one calendar of a person or place. */
export function removeCalendar(
  ctx: Context,
  { calendar, ...owner }: Input<'availability:removeCalendar'>,
): null {
  const name = nameOf(ctx, owner);
  write(ctx, { action: 'removeCalendar', summary: `Removed the calendar of ${name}` }, (tx) => {
    for (const row of listRows(tx, busyTimes, { ...owner, calendar })) deleteRow(tx, busyTimes, row.id);
  });
  return null;
}

/** Removes all that is known of when a person or place is to be had, as part of removing them. */
export function removeAvailability(
  tx: WritableDb,
  owner: { readonly personId: PersonId } | { readonly placeId: PlaceId },
): void {
  for (const row of listRows(tx, usualHours, owner)) deleteRow(tx, usualHours, row.id);
  for (const row of listRows(tx, absences, owner)) deleteRow(tx, absences, row.id);
  for (const row of listRows(tx, busyTimes, owner)) deleteRow(tx, busyTimes, row.id);
  if (!('personId' in owner)) return;
  for (const row of listRows(tx, availabilityChecks, owner)) deleteRow(tx, availabilityChecks, row.id);
}

/** Switches a rule of the timetable on or off in this engagement, or sets its limit. */
export function setRule(ctx: Context, { rule, isOn, minutes }: Input<'availability:setRule'>): null {
  write(ctx, { action: 'setRule', summary: 'Changed a rule of the timetable' }, (tx) => {
    const [known] = listRows(tx, ruleSettings, { rule });
    if (known) updateRow(tx, ruleSettings, known.id, { isOn, minutes });
    else insertRow(tx, ruleSettings, { id: ctx.newId() as RowId, rule, isOn, minutes });
  });
  return null;
}

/** What the owner is called; fails with `record/not-found`, and with `input/invalid` unless just one of the two is given. */
export function nameOf(ctx: Context, { personId, placeId }: Owner): string {
  if ((personId === null) === (placeId === null)) throw new AppError('input/invalid', 'Say whose it is.');
  if (personId !== null) return getRow(ctx.db, people, personId).name;
  return placeId === null ? '' : getRow(ctx.db, places, placeId).name;
}
