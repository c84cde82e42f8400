import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import { listRows } from '../../db/table.ts';
import { organisations, people, places } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { writerFor } from '../timetable-export/writer.ts';
import type { Register, RegisterReader } from './register.ts';

/** Everybody who takes part; for the partnership itself with what was noted of each. */
export function peopleRegister({ db }: Context, { isForOthers }: RegisterReader): Register {
  const everybody = listRows(db, people, {}, ['name']);
  const from = new Map(listRows(db, organisations).map(({ id, name }) => [id, name]));
  const write = writerFor(db, everybody, false);
  const own = isForOthers
    ? []
    : [
        { head: 'Availability', width: 0 },
        { head: 'Notes', width: 0 },
      ];
  return {
    title: 'People',
    columns: [
      { head: 'Name', width: 17 },
      { head: 'Role', width: 21 },
      { head: 'Organisation', width: 19 },
      { head: 'Sector', width: 12 },
      { head: 'E-mail', width: 22 },
      { head: 'Phone', width: 9 },
      { head: 'Side', width: 0 },
      ...own,
    ],
    rows: everybody.map((person) => [
      write.person(person),
      person.role,
      (person.organisationId && from.get(person.organisationId)) || '',
      person.sector ? SECTOR_LABELS[person.sector] : '',
      person.email,
      person.phone,
      person.side === 'inspection' ? 'Inspection' : 'Partnership',
      ...(isForOthers ? [] : [person.availability, person.notes]),
    ]),
    notes: [],
  };
}

/** The rooms and links where meetings are held. */
export function placesRegister({ db }: Context): Register {
  const said = (isSo: boolean): string => (isSo ? 'Yes' : 'No');
  return {
    title: 'Places',
    columns: [
      { head: 'Place', width: 30 },
      { head: 'Site', width: 26 },
      { head: 'Seats', width: 8 },
      { head: 'Step-free', width: 10 },
      { head: 'Video', width: 8 },
      { head: 'Online', width: 8 },
      { head: 'Minutes away', width: 10 },
    ],
    rows: listRows(db, places, {}, ['name']).map((place) => [
      place.name,
      place.site,
      place.capacity,
      said(place.isStepFree),
      said(place.hasVideo),
      said(place.isOnline),
      place.travelMinutes,
    ]),
    notes: [],
  };
}
