import { z } from 'zod';
import { type Invitation, InvitationState, MeetingMark } from '../domain/attendance/attendance.ts';
import { ChecklistItemId, FeedbackId, MeetingId, PersonId, RequestId } from '../domain/ids.ts';
import { IsoDate } from '../domain/time.ts';
import { engaged } from './channel.ts';

export type AttendanceView = {
  readonly invitations: readonly Invitation[];
  readonly marks: readonly MeetingMark[];
};

const Owner = PersonId.nullable();

export const attendanceChannels = {
  'attendance:readAttendance': engaged<AttendanceView>()(z.object({})),
  /** What these people were asked or answered about these meetings, in one step. */
  'attendance:setInvitations': engaged<null>()(
    z.object({
      entries: z
        .array(z.object({ meetingId: MeetingId, personId: PersonId }))
        .min(1)
        .max(5000),
      state: InvitationState.exclude(['stand-in']),
    }),
  ),
  /** How the meeting went, or goes; as planned, not late and with nobody absent takes the mark away. */
  'attendance:markMeeting': engaged<null>()(
    MeetingMark.pick({ meetingId: true, outcome: true, lateMinutes: true, absentIds: true }),
  ),
  /**
   * Hands on what depends on somebody, each thing to whom it says, in one step. A meeting without a stand-in is
   * declined. Fails with `timetable/clash` as a changed meeting does, unless a reason is given.
   */
  'attendance:replacePerson': engaged<null>()(
    z.object({
      personId: PersonId,
      meetings: z.array(z.object({ id: MeetingId, standInId: Owner })),
      requests: z.array(z.object({ id: RequestId, ownerId: Owner })),
      checklistItems: z.array(z.object({ id: ChecklistItemId, ownerId: Owner })),
      actions: z.array(z.object({ id: FeedbackId, ownerId: Owner })),
      /** The days they are away, to be kept with their availability; null where that is not to be recorded. */
      away: z.object({ fromDay: IsoDate, toDay: IsoDate.nullable() }).nullable(),
      overrideReason: z.string().trim().min(1).max(500).optional(),
    }),
  ),
};
