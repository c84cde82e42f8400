import { z } from 'zod';
import { MeetingId, PersonId, RowId } from '../ids.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import { IsoDate, IsoInstant } from '../time.ts';

export const InvitationState = z.enum(['not-asked', 'asked', 'accepted', 'declined', 'stand-in']);
export type InvitationState = z.infer<typeof InvitationState>;

export const invitationLabels: Readonly<Record<InvitationState, string>> = {
  'not-asked': 'Not asked',
  asked: 'Asked',
  accepted: 'Accepted',
  declined: 'Declined',
  'stand-in': 'Stand-in',
};

/** What one person was asked and answered about one meeting; without a row they have not been asked. */
export const Invitation = z.object({
  id: RowId,
  meetingId: MeetingId,
  personId: PersonId,
  state: InvitationState,
  /** Who comes in their place; only in the state of that name. */
  standInId: PersonId.nullable(),
  heardAt: IsoInstant,
  /** Who sat here and heard it. */
  heardBy: z.string().max(160),
  /** Where the meeting stood then: an answer about another time is no answer. */
  day: IsoDate.nullable(),
  start: z.number().int().min(0).max(1439).nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const MeetingOutcome = z.enum(['planned', 'held', 'cancelled']);
export type MeetingOutcome = z.infer<typeof MeetingOutcome>;

export const meetingOutcomeLabels: Readonly<Record<MeetingOutcome, string>> = {
  planned: 'Still to come',
  held: 'Held',
  cancelled: 'Cancelled',
};

/** How a meeting went on the day; a meeting without a row goes as planned. */
export const MeetingMark = z.object({
  id: RowId,
  meetingId: MeetingId,
  outcome: MeetingOutcome,
  /** By how many minutes it starts after its time. */
  lateMinutes: z.number().int().min(0).max(600),
  /** Who was expected and did not attend. */
  absentIds: z.array(PersonId),
  markedAt: IsoInstant,
  markedBy: z.string().max(160),
});
export type MeetingMark = z.infer<typeof MeetingMark>;

/** Invitations and marks, looked up by meeting. Make one with `indexAttendance`. */
export type Attendance = {
  readonly invitations: ReadonlyMap<MeetingId, readonly Invitation[]>;
  readonly marks: ReadonlyMap<MeetingId, MeetingMark>;
};

export const noAttendance: Attendance = { invitations: new Map(), marks: new Map() };

/** Arranges invitations and marks by meeting. */
export function indexAttendance(
  invitations: readonly Invitation[],
  marks: readonly MeetingMark[],
): Attendance {
  const byMeeting = new Map<MeetingId, Invitation[]>();
  for (const invitation of invitations) {
    const own = byMeeting.get(invitation.meetingId);
    if (own) own.push(invitation);
    else byMeeting.set(invitation.meetingId, [invitation]);
  }
  return {
    invitations: byMeeting,
    marks: new Map(marks.map((mark) => [mark.meetingId, mark])),
  };
}

type Asked = Pick<MeetingWithPeople, 'id' | 'day' | 'start' | 'personIds'>;

/** Where one person stands with one meeting. */
export type Answer = {
  readonly personId: PersonId;
  readonly state: InvitationState;
  /** They were asked, or answered, when the meeting was at another time. */
  readonly isOutdated: boolean;
  readonly invitation: Invitation | null;
};

/** Where everybody asked to a meeting stands, in its own order, then those who sent a stand-in. */
export function answersOf(meeting: Asked, attendance: Attendance): readonly Answer[] {
  const known = attendance.invitations.get(meeting.id) ?? [];
  const own = meeting.personIds.map((personId) => {
    const invitation = known.find((one) => one.personId === personId && one.state !== 'stand-in') ?? null;
    const isOutdated =
      (invitation?.state === 'asked' || invitation?.state === 'accepted') &&
      (invitation.day !== meeting.day || invitation.start !== meeting.start);
    return { personId, state: invitation?.state ?? 'not-asked', isOutdated, invitation };
  });
  const replaced = known
    .filter((one) => one.state === 'stand-in' && !meeting.personIds.includes(one.personId))
    .map((invitation) => ({
      personId: invitation.personId,
      state: 'stand-in' as const,
      isOutdated: false,
      invitation,
    }));
  return [...own, ...replaced];
}

export type AnswerCount = {
  /** Everybody who is to come. */
  readonly people: number;
  readonly accepted: number;
  readonly declined: number;
  /** Asked, and no answer about the time it is at now. */
  readonly waiting: number;
  readonly notAsked: number;
};

/** Counts the answers of a meeting; an answer about another time counts as none. */
export function countAnswers(meeting: Asked, attendance: Attendance): AnswerCount {
  const answers = answersOf(meeting, attendance).filter((one) => one.state !== 'stand-in');
  const count = (is: (answer: Answer) => boolean) => answers.filter(is).length;
  return {
    people: answers.length,
    accepted: count((one) => one.state === 'accepted' && !one.isOutdated),
    declined: count((one) => one.state === 'declined'),
    waiting: count((one) => one.state === 'asked' || one.isOutdated),
    notAsked: count((one) => one.state === 'not-asked'),
  };
}

/** "3 of 5 accepted", "3 of 5 accepted, 1 declined"; nothing while nobody has been asked. */
export function answerWords({ people, accepted, declined, waiting }: AnswerCount): string {
  if (accepted + declined + waiting === 0) return '';
  return `${accepted} of ${people} accepted${declined > 0 ? `, ${declined} declined` : ''}`;
}

/** "Held, 10 minutes late, 1 did not attend"; nothing for a meeting that goes as planned. */
export function markWords(mark: MeetingMark | undefined): string {
  if (!mark) return '';
  const { outcome, lateMinutes, absentIds } = mark;
  const late = lateMinutes === 0 ? '' : `${lateMinutes} ${lateMinutes === 1 ? 'minute' : 'minutes'} late`;
  const absent = absentIds.length === 0 ? '' : `${absentIds.length} did not attend`;
  const words = [outcome === 'planned' ? '' : meetingOutcomeLabels[outcome], late, absent].filter(Boolean);
  return words.join(', ');
}

/** Whether the meeting will not happen, so that its people and room are free. */
export function isCancelled(meetingId: MeetingId, attendance: Attendance): boolean {
  return attendance.marks.get(meetingId)?.outcome === 'cancelled';
}

export function isHeld(meetingId: MeetingId, attendance: Attendance): boolean {
  return attendance.marks.get(meetingId)?.outcome === 'held';
}

/** Everybody who was asked to a meeting from a day on and has not answered, each once. */
export function peopleWaitedFor(
  meetings: readonly MeetingWithPeople[],
  attendance: Attendance,
  from: IsoDate,
): ReadonlySet<PersonId> {
  const waiting = new Set<PersonId>();
  for (const meeting of meetings) {
    if (
      meeting.day === null ||
      meeting.day < from ||
      attendance.marks.get(meeting.id)?.outcome === 'cancelled'
    )
      continue;
    for (const { personId, state, isOutdated } of answersOf(meeting, attendance))
      if (state === 'asked' || isOutdated) waiting.add(personId);
  }
  return waiting;
}
