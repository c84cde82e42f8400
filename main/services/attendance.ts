import type { Invitation, InvitationState, MeetingMark } from '../../shared/domain/attendance/attendance.ts';
import { markWords } from '../../shared/domain/attendance/attendance.ts';
import type { MeetingId, PersonId, RowId } from '../../shared/domain/ids.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { AppError } from '../../shared/errors.ts';
import type { AttendanceView, attendanceChannels } from '../../shared/ipc/attendance.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { WritableDb } from '../db/connection.ts';
import { getRow, listRows } from '../db/table.ts';
import { invitations, meetingMarks, meetingPeople, meetings, people } from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';

type Input<Name extends keyof typeof attendanceChannels> = ParsedInputOf<(typeof attendanceChannels)[Name]>;

/** Every invitation and every mark there is. */
export function readAttendance(ctx: Context): AttendanceView {
  return { invitations: listRows(ctx.db, invitations), marks: listRows(ctx.db, meetingMarks) };
}

/** Records what people were asked or answered, in one step; fails with `record/not-found` for somebody not asked to that meeting. */
export function setInvitations(ctx: Context, { entries, state }: Input<'attendance:setInvitations'>): null {
  const asked = new Set(listRows(ctx.db, meetingPeople).map((row) => `${row.meetingId} ${row.personId}`));
  if (entries.some((entry) => !asked.has(`${entry.meetingId} ${entry.personId}`)))
    throw new AppError('record/not-found');
  const summary = invitationSummary(ctx, entries, state);
  write(ctx, { action: 'setInvitations', summary }, (tx) => {
    for (const { meetingId, personId } of entries)
      putInvitation(ctx, tx, { meeting: getRow(tx, meetings, meetingId), personId, state, standInId: null });
  });
  return null;
}

/** Marks how a meeting goes or went; as planned, on time and with nobody absent, the mark goes. */
export function markMeeting(ctx: Context, input: Input<'attendance:markMeeting'>): null {
  const { meetingId, outcome, lateMinutes } = input;
  const meeting = getRow(ctx.db, meetings, meetingId);
  const absentIds = [...new Set(input.absentIds)];
  const [before] = listRows(ctx.db, meetingMarks, { meetingId });
  const mark: MeetingMark = {
    ...{ id: before?.id ?? (ctx.newId() as RowId), meetingId, outcome, lateMinutes, absentIds },
    ...{ markedAt: ctx.clock(), markedBy: ctx.actor },
  };
  const words = markWords(mark);
  const summary = words
    ? `Marked “${meeting.title}”: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
    : `Took the mark from “${meeting.title}”`;
  write(ctx, { action: 'markMeeting', summary }, (tx) => {
    if (words === '') {
      if (before) deleteRow(tx, meetingMarks, before.id);
    } else if (before) updateRow(tx, meetingMarks, before.id, mark);
    else insertRow(tx, meetingMarks, mark);
  });
  return null;
}

/** Writes one person's invitation to one meeting; `not-asked` takes it away. */
export function putInvitation(
  ctx: Context,
  tx: WritableDb,
  given: {
    readonly meeting: Pick<Meeting, 'id' | 'day' | 'start'>;
    readonly personId: PersonId;
    readonly state: InvitationState;
    readonly standInId: PersonId | null;
  },
): void {
  const { meeting, personId, state, standInId } = given;
  const [before] = listRows(tx, invitations, { meetingId: meeting.id, personId });
  if (state === 'not-asked') {
    if (before) deleteRow(tx, invitations, before.id);
    return;
  }
  const heard = { heardAt: ctx.clock(), heardBy: ctx.actor, day: meeting.day, start: meeting.start };
  if (before) updateRow(tx, invitations, before.id, { state, standInId, ...heard });
  else
    insertRow(tx, invitations, {
      ...{ id: ctx.newId() as RowId, meetingId: meeting.id, personId, state, standInId },
      ...heard,
    });
}

/** Removes what is kept of a meeting's attendance, before the meeting itself goes. */
export function forgetMeetingAttendance(tx: WritableDb, meetingId: MeetingId): void {
  for (const row of listRows(tx, invitations, { meetingId })) deleteRow(tx, invitations, row.id);
  for (const row of listRows(tx, meetingMarks, { meetingId })) deleteRow(tx, meetingMarks, row.id);
}

/** Removes what is kept of a person's attendance, before the person goes; whoever sent them has declined. */
export function forgetPersonAttendance(tx: WritableDb, personId: PersonId): void {
  for (const row of listRows(tx, invitations, { personId })) deleteRow(tx, invitations, row.id);
  for (const row of listRows(tx, invitations, { standInId: personId }))
    updateRow(tx, invitations, row.id, { state: 'declined', standInId: null } satisfies Partial<Invitation>);
}

const verbs: Readonly<Record<Exclude<InvitationState, 'stand-in'>, string>> = {
  'not-asked': 'not asked',
  asked: 'asked',
  accepted: 'accepted',
  declined: 'declined',
};

function invitationSummary(
  ctx: Context,
  entries: Input<'attendance:setInvitations'>['entries'],
  state: Exclude<InvitationState, 'stand-in'>,
): string {
  const personIds = [...new Set(entries.map((entry) => entry.personId))];
  const meetingIds = [...new Set(entries.map((entry) => entry.meetingId))];
  const [onePerson, oneMeeting] = [personIds[0], meetingIds[0]];
  const who =
    personIds.length === 1 && onePerson
      ? getRow(ctx.db, people, onePerson).name
      : `${personIds.length} people`;
  const what =
    meetingIds.length === 1 && oneMeeting
      ? `“${getRow(ctx.db, meetings, oneMeeting).title}”`
      : `${meetingIds.length} meetings`;
  return `Marked ${who} ${verbs[state]} for ${what}`;
}
