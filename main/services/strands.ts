import type { Strand } from '../../shared/domain/people.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { peopleChannels } from '../../shared/ipc/people.ts';
import { getRow, listRows } from '../db/table.ts';
import { meetingStrands, people, strands } from '../db/tables.ts';
import { deleteRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';
import { refuseWhileInMeetings } from './in-use.ts';
import { addStrand } from './people.ts';

type Input<Name extends keyof typeof peopleChannels> = ParsedInputOf<(typeof peopleChannels)[Name]>;

/**
 * Adds a strand, or changes its name and who is in it; those left out have no strand until they are given one. Fails
 * with `record/not-found` for somebody who is gone, and with `input/invalid` for somebody of the partnership.
 */
export function saveStrand(ctx: Context, { id, name, memberIds }: Input<'people:saveStrand'>): Strand {
  for (const memberId of memberIds) {
    const member = getRow(ctx.db, people, memberId);
    if (member.side !== 'inspection')
      throw new AppError(
        'input/invalid',
        `${member.name} is of the partnership, and only the team has strands.`,
      );
  }
  return write(ctx, { action: 'saveStrand', summary: `Saved the strand ${name}` }, (tx) => {
    const strand = id ? updateRow(tx, strands, id, { name }) : addStrand(ctx, tx, name);
    for (const person of listRows(tx, people, { strandId: strand.id })) {
      if (!memberIds.includes(person.id)) updateRow(tx, people, person.id, { strandId: null });
    }
    for (const memberId of memberIds) updateRow(tx, people, memberId, { strandId: strand.id });
    return strand;
  });
}

/** Puts a strand at a place among the columns, counted from 0; past the end it becomes the last. */
export function moveStrand(ctx: Context, { id, position }: Input<'people:moveStrand'>): null {
  const moved = getRow(ctx.db, strands, id);
  write(ctx, { action: 'moveStrand', summary: `Moved the strand ${moved.name}` }, (tx) => {
    const others = listRows(tx, strands, {}, ['position']).filter((strand) => strand.id !== id);
    [...others.slice(0, position), moved, ...others.slice(position)].forEach((strand, at) => {
      updateRow(tx, strands, strand.id, { position: at });
    });
  });
  return null;
}

/** Removes a strand; its members have none then. Fails with `record/in-use` while it holds meetings. */
export function removeStrand(ctx: Context, { id }: Input<'people:removeStrand'>): null {
  const strand = getRow(ctx.db, strands, id);
  const held = listRows(ctx.db, meetingStrands, { strandId: id });
  refuseWhileInMeetings(
    ctx.db,
    held.map((row) => row.meetingId),
    `The strand ${strand.name} holds`,
  );
  write(ctx, { action: 'removeStrand', summary: `Removed the strand ${strand.name}` }, (tx) => {
    for (const person of listRows(tx, people, { strandId: id }))
      updateRow(tx, people, person.id, { strandId: null });
    deleteRow(tx, strands, id);
  });
  return null;
}
