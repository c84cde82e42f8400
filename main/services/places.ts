import type { PlaceId } from '../../shared/domain/ids.ts';
import type { Place } from '../../shared/domain/people.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { peopleChannels } from '../../shared/ipc/people.ts';
import { getRow, listRows } from '../db/table.ts';
import { meetings, places } from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { removeAvailability } from './availability.ts';
import { type Context, write } from './context.ts';
import { refuseWhileInMeetings } from './in-use.ts';

type Input<Name extends keyof typeof peopleChannels> = ParsedInputOf<(typeof peopleChannels)[Name]>;

/** Adds or changes a place. */
export function savePlace(ctx: Context, { id, ...fields }: Input<'people:savePlace'>): Place {
  return write(ctx, { action: 'savePlace', summary: `Saved ${fields.name}` }, (tx) =>
    id ? updateRow(tx, places, id, fields) : insertRow(tx, places, { ...fields, id: ctx.newId() as PlaceId }),
  );
}

/** Removes a place. Fails with `record/in-use` while meetings are held there, unscheduled ones included. */
export function removePlace(ctx: Context, { id }: Input<'people:removePlace'>): null {
  const place = getRow(ctx.db, places, id);
  refuseWhileInMeetings(
    ctx.db,
    listRows(ctx.db, meetings, { placeId: id }).map((meeting) => meeting.id),
    `${place.name} is kept for`,
  );
  write(ctx, { action: 'removePlace', summary: `Removed ${place.name}` }, (tx) => {
    removeAvailability(tx, { placeId: id });
    deleteRow(tx, places, id);
  });
  return null;
}
