import { type Attendance, noAttendance } from '../../../shared/domain/attendance/attendance.ts';
import { meetingsOn } from '../../../shared/domain/attendance/running.ts';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import type { FeedbackEntry } from '../../../shared/domain/feedback.ts';
import type { MeetingWithPeople, ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { type IsoInstant, londonWallTime } from '../../../shared/domain/time.ts';
import type { FeedbackDraft } from '../../state/feedback-draft.ts';
import type { Capture } from '../../state/store-types.ts';

/** What is known when somebody starts to write. */
export type CaptureWorld = {
  readonly meetings: readonly MeetingWithPeople[];
  readonly people: readonly Person[];
  /** The log, newest first. */
  readonly entries: readonly FeedbackEntry[];
  readonly now: IsoInstant;
  /** What was marked held, late or cancelled. */
  readonly attendance?: Attendance;
};

/** The meetings that are on at this moment, in the order they began; lunch and travel are none. */
export function meetingsOnNow(
  meetings: readonly MeetingWithPeople[],
  now: IsoInstant,
  attendance: Attendance = noAttendance,
): readonly ScheduledMeeting[] {
  return meetingsOn(meetings, londonWallTime(now), attendance);
}

/** The inspectors or peers in a meeting's strands. */
export function inspectorsIn(meeting: MeetingWithPeople, people: readonly Person[]): readonly Person[] {
  return people.filter(
    (person) =>
      person.side === 'inspection' && person.strandId !== null && meeting.strandIds.includes(person.strandId),
  );
}

/** An entry to begin with: the meeting that is on, its child, and who hears it, as far as that is beyond doubt. */
export function startDraft(capture: Capture, world: CaptureWorld): FeedbackDraft {
  const { meetings, people, entries, now } = world;
  const lastHeard = entries[0]?.heardBy ?? '';
  const on = meetingsOnNow(meetings, now, world.attendance);
  const meeting = capture.meetingId
    ? meetings.find((one) => one.id === capture.meetingId)
    : capture.childId
      ? on.find((one) => one.childId === capture.childId)
      : on.length === 1
        ? on[0]
        : on.find((one) => inspectorsIn(one, people).some((person) => person.name === lastHeard));
  const heard = meeting ? inspectorsIn(meeting, people) : [];
  const hearer = heard.length === 1 ? heard[0] : heard.find((person) => person.name === lastHeard);
  return {
    text: '',
    kind: 'neutral',
    saidBy: '',
    heardBy: hearer?.name ?? '',
    meetingId: meeting?.id ?? null,
    childId: (capture.childId as FeedbackDraft['childId'] | undefined) ?? meeting?.childId ?? null,
    criterionId: (capture.criterionId as FeedbackDraft['criterionId'] | undefined) ?? null,
    sector: null,
    isQuote: false,
    reply: '',
    evidenceGiven: '',
    confidence: 'not-said',
    hearingId: (capture.hearingId as FeedbackDraft['hearingId'] | undefined) ?? null,
    isEmbargoed: true,
    action: '',
    actionOwnerId: null,
    actionDueOn: null,
    actionDueAt: null,
  };
}

/** The next entry of the same conversation: who speaks to whom and where stays, what was said goes. */
export function nextDraft(draft: FeedbackDraft): FeedbackDraft {
  return {
    ...draft,
    text: '',
    isQuote: false,
    reply: '',
    evidenceGiven: '',
    confidence: 'not-said',
    action: '',
    actionOwnerId: null,
    actionDueOn: null,
    actionDueAt: null,
  };
}

/** Whether there is anything in a draft that would be a pity to lose. */
export function isWorthKeeping(draft: Pick<FeedbackDraft, 'text' | 'action'>): boolean {
  return draft.text.trim() !== '' || draft.action.trim() !== '';
}

/** The roles most likely to have spoken: those in the meeting first, then everybody's. */
export function likelyRoles(
  people: readonly Person[],
  meeting: Pick<MeetingWithPeople, 'personIds'> | null,
): readonly string[] {
  const partners = people.filter((person) => person.side === 'partnership');
  const here = partners.filter((person) => meeting?.personIds.includes(person.id));
  const roles = [...here, ...partners].map((person) => person.role.trim());
  return [...new Set([...roles, 'Parent or carer', 'Young person'].filter(Boolean))];
}

/** The few criteria to offer at once: the chosen one, those used most, then the first; all of them when they are few. */
export function likelyCriteria(
  criteria: readonly Criterion[],
  entries: readonly Pick<FeedbackEntry, 'criterionId'>[],
  chosen: Criterion['id'] | null,
): readonly Criterion[] {
  if (criteria.length <= mostChips + 2) return criteria;
  const uses = (criterion: Criterion) => entries.filter((entry) => entry.criterionId === criterion.id).length;
  const likely = criteria
    .filter((criterion) => criterion.kind !== 'theme')
    .toSorted((a, b) => uses(b) - uses(a) || a.position - b.position)
    .slice(0, mostChips);
  const own = criteria.find((criterion) => criterion.id === chosen);
  return own && !likely.includes(own) ? [own, ...likely.slice(0, mostChips - 1)] : likely;
}

const mostChips = 4;
