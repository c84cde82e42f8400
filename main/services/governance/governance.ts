import type { BoardMember } from '../../../shared/domain/governance/board.ts';
import { lacksVersion } from '../../../shared/domain/governance/sign-off.ts';
import type { PersonId, RowId } from '../../../shared/domain/ids.ts';
import { wouldCircle } from '../../../shared/domain/plan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { GovernanceView, governanceChannels } from '../../../shared/ipc/governance.ts';
import type { WritableDb } from '../../db/connection.ts';
import { countRows, getRow, listRows } from '../../db/table.ts';
import {
  alignments,
  boardMembers,
  boards,
  briefings,
  people,
  reports,
  resources,
  signOffs,
} from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { removeRecord, saveRecord } from '../records.ts';

type Input<Name extends keyof typeof governanceChannels> = ParsedInputOf<(typeof governanceChannels)[Name]>;

/** Who answers for what, what they were told, and what members and signatories still have to do. */
export function readGovernance({ db }: Context): GovernanceView {
  return {
    boards: listRows(db, boards),
    members: listRows(db, boardMembers),
    reports: listRows(db, reports, {}, ['on']).toReversed(),
    briefings: listRows(db, briefings, {}, ['on']).toReversed(),
    signOffs: listRows(db, signOffs),
    resources: listRows(db, resources),
    alignments: listRows(db, alignments),
  };
}

/** Adds or changes a board and who sits on it. Fails with `input/invalid` when boards would answer to each other in a circle. */
export function saveBoard(ctx: Context, { id, members, ...fields }: Input<'governance:saveBoard'>): null {
  const ties = listRows(ctx.db, boards).map((one) => ({ id: one.id, dependsOnId: one.answersToId }));
  if (id && wouldCircle(ties, id, fields.answersToId))
    throw new AppError('input/invalid', 'The two boards would answer to each other.');
  write(ctx, { action: 'saveBoard', summary: `Saved “${fields.name}”` }, (tx) => {
    const board = id
      ? updateRow(tx, boards, id, fields)
      : insertRow(tx, boards, { ...fields, id: ctx.newId() as RowId });
    seat(ctx, tx, board.id, members);
  });
  return null;
}

/** Seats those given and nobody else; who sat there before in the same way stays in their seat. */
function seat(
  ctx: Context,
  tx: WritableDb,
  boardId: RowId,
  members: readonly Omit<BoardMember, 'id' | 'boardId'>[],
): void {
  const keyOf = ({ personId, role, isChair }: Omit<BoardMember, 'id' | 'boardId'>) =>
    JSON.stringify([personId, role, isChair]);
  const seated = new Map(listRows(tx, boardMembers, { boardId }).map((one) => [keyOf(one), one.id]));
  for (const member of members) {
    const isThere = seated.delete(keyOf(member));
    if (!isThere) insertRow(tx, boardMembers, { ...member, boardId, id: ctx.newId() as RowId });
  }
  for (const id of seated.values()) deleteRow(tx, boardMembers, id);
}

/** Removes a board with its seats. Fails with `record/in-use` while a board answers to it or a report went to it. */
export function removeBoard(ctx: Context, { id }: Input<'governance:removeBoard'>): null {
  const { name } = getRow(ctx.db, boards, id);
  if (countRows(ctx.db, boards, { answersToId: id }) > 0)
    throw new AppError('record/in-use', `Another board answers to ${name}.`);
  if (countRows(ctx.db, reports, { boardId: id }) > 0)
    throw new AppError('record/in-use', `There is a report to ${name}.`);
  write(ctx, { action: 'removeBoard', summary: `Removed “${name}”` }, (tx) => {
    for (const member of listRows(tx, boardMembers, { boardId: id })) deleteRow(tx, boardMembers, member.id);
    deleteRow(tx, boards, id);
  });
  return null;
}

/** The seats of somebody who is removed stay, under their role or the name they had. */
export function vacateSeats(tx: WritableDb, personId: PersonId): void {
  const { role, name } = getRow(tx, people, personId);
  for (const row of listRows(tx, boardMembers, { personId }))
    updateRow(tx, boardMembers, row.id, { personId: null, role: row.role || role || name });
}

/** Adds or changes a report. */
export function saveReport(ctx: Context, report: Input<'governance:saveReport'>): null {
  return saveRecord(ctx, reports, report, { action: 'saveReport', summary: `Saved “${report.title}”` });
}

/** Removes a report; what was to sign it off stays, tied to nothing. */
export function removeReport(ctx: Context, { id }: Input<'governance:removeReport'>): null {
  const { title } = getRow(ctx.db, reports, id);
  write(ctx, { action: 'removeReport', summary: `Removed “${title}”` }, (tx) => {
    for (const row of listRows(tx, signOffs, { reportId: id }))
      updateRow(tx, signOffs, row.id, { reportId: null });
    deleteRow(tx, reports, id);
  });
  return null;
}

/**
 * Adds or changes a sign-off with all its steps. Fails with `input/invalid` when somebody signed the self-evaluation and
 * no version of it is named.
 */
export function saveSignOff(ctx: Context, signOff: Input<'governance:saveSignOff'>): null {
  if (lacksVersion(signOff)) throw new AppError('input/invalid', 'Say which version was signed.');
  return saveRecord(ctx, signOffs, signOff, {
    action: 'saveSignOff',
    summary: `Saved the sign-off of “${signOff.title}”`,
  });
}

/** Removes a sign-off. */
export function removeSignOff(ctx: Context, { id }: Input<'governance:removeSignOff'>): null {
  const { title } = getRow(ctx.db, signOffs, id);
  return removeRecord(ctx, signOffs, id, {
    action: 'removeSignOff',
    summary: `Removed the sign-off of “${title}”`,
  });
}

/** Adds or changes a briefing, a visit or an update. */
export function saveBriefing(ctx: Context, briefing: Input<'governance:saveBriefing'>): null {
  const summary = `Saved what is planned for ${briefing.who}`;
  return saveRecord(ctx, briefings, briefing, { action: 'saveBriefing', summary });
}

/** Removes a briefing, a visit or an update. */
export function removeBriefing(ctx: Context, { id }: Input<'governance:removeBriefing'>): null {
  const { who } = getRow(ctx.db, briefings, id);
  const summary = `Removed what was planned for ${who}`;
  return removeRecord(ctx, briefings, id, { action: 'removeBriefing', summary });
}

/** Adds or changes help from outside, money or a risk to it. */
export function saveResource(ctx: Context, resource: Input<'governance:saveResource'>): null {
  return saveRecord(ctx, resources, resource, {
    action: 'saveResource',
    summary: `Saved “${resource.title}”`,
  });
}

/** Removes help from outside, money or a risk to it. */
export function removeResource(ctx: Context, { id }: Input<'governance:removeResource'>): null {
  const { title } = getRow(ctx.db, resources, id);
  return removeRecord(ctx, resources, id, { action: 'removeResource', summary: `Removed “${title}”` });
}

/** Adds or changes what our plans have to fit. */
export function saveAlignment(ctx: Context, alignment: Input<'governance:saveAlignment'>): null {
  const summary = `Saved “${alignment.title}”`;
  return saveRecord(ctx, alignments, alignment, { action: 'saveAlignment', summary });
}

/** Removes what our plans had to fit. */
export function removeAlignment(ctx: Context, { id }: Input<'governance:removeAlignment'>): null {
  const { title } = getRow(ctx.db, alignments, id);
  return removeRecord(ctx, alignments, id, { action: 'removeAlignment', summary: `Removed “${title}”` });
}
