import { type Attendance, countAnswers, isCancelled } from '../../../shared/domain/attendance/attendance.ts';
import { clashRules } from '../../../shared/domain/clash.ts';
import type { FeedbackId, RowId } from '../../../shared/domain/ids.ts';
import { isScheduled, type ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import { isOpenAction, type PlanAction, planKindLabels } from '../../../shared/domain/plan.ts';
import { nextOccurrence } from '../../../shared/domain/repeating.ts';
import { isOpenRequest, isReminderDue } from '../../../shared/domain/request.ts';
import { addDays, type IsoDate, londonInstant } from '../../../shared/domain/time.ts';
import { surveyGroupLabels, surveyStanding } from '../../../shared/domain/voice.ts';
import type { Page } from '../../state/pages.ts';
import type { Views } from '../../state/store-types.ts';

/** A deadline, an action of a plan, or what feedback asks us to do. */
export type Ending =
  | { readonly kind: 'deadline'; readonly id: RowId }
  | { readonly kind: 'action'; readonly action: PlanAction }
  | { readonly kind: 'feedback'; readonly id: FeedbackId };

/** One thing that waits for somebody: when, what, who, and where it is dealt with. */
export type Need = {
  readonly id: string;
  /** Its day, and the time where that is known; null where it has no day. */
  readonly when: { readonly date: IsoDate; readonly minutes: number | null } | null;
  readonly what: string;
  readonly who: string;
  readonly page: Page;
  /** What is marked as done to end it, where one press can: what comes round again has no end. */
  readonly ends?: Ending;
  /** Sorts within its group: a date, then minutes. */
  readonly order: string;
};

export type Needs = {
  readonly overdue: readonly Need[];
  readonly today: readonly Need[];
  readonly clashes: readonly Need[];
};

/** Gathers what is overdue, due today, and clashing, from every part of the engagement; nobody's name is in it. */
export function needsOf(
  data: Views,
  today: IsoDate,
  {
    childLabel,
    attendance,
  }: {
    readonly childLabel: (id: string) => string;
    readonly attendance: Attendance;
  },
): Needs {
  const due = [
    ...requestNeeds(data),
    ...consentNeeds(data, today, childLabel),
    ...replyNeeds(data, today, attendance),
    ...checklistNeeds(data, childLabel),
    ...actionNeeds(data),
    ...planNeeds(data),
    ...reminderNeeds(data, today),
    ...surveyNeeds(data, today),
    ...deadlineNeeds(data, today),
  ];
  const inOrder = (needs: readonly Need[]) => [...needs].sort((a, b) => a.order.localeCompare(b.order));
  return {
    overdue: inOrder(due.filter((need) => need.order.slice(0, 10) < today)),
    today: inOrder(due.filter((need) => need.order.slice(0, 10) === today)),
    clashes: clashNeeds(data),
  };
}

/** What waits under its headings, most pressing first: a clash of today or tomorrow comes before what is due today, a later one after. */
export function needGroups(
  { overdue, today, clashes }: Needs,
  date: IsoDate,
): readonly { readonly title: string; readonly tone?: 'bad'; readonly needs: readonly Need[] }[] {
  const due = { title: 'Due today', needs: today };
  const clashing = { title: 'Clashes to settle', tone: 'bad', needs: clashes } as const;
  const isSoon = (clashes[0]?.order.slice(0, 10) ?? '') <= addDays(date, 1);
  return [
    { title: 'Overdue', tone: 'bad' as const, needs: overdue },
    ...(isSoon ? [clashing, due] : [due, clashing]),
  ].filter(({ needs }) => needs.length > 0);
}

function requestNeeds({ requests }: Views): readonly Need[] {
  return (requests?.requests ?? [])
    .filter((request) => isOpenRequest(request) && request.dueOn !== null)
    .map((request) => ({
      id: `request-${request.id}`,
      when: whenOf(request.dueOn ?? '', request.dueAt),
      what: `${request.reference} ${request.title}`,
      who: request.group,
      page: { name: 'requests', requestId: request.id },
      order: `${request.dueOn} ${String(request.dueAt ?? 1439).padStart(4, '0')}`,
    }));
}

/** Children whose meeting is today or tomorrow and whose consent is not there yet. */
function consentNeeds(
  { children, timetable }: Views,
  today: IsoDate,
  childLabel: (id: string) => string,
): readonly Need[] {
  const soon = upcoming(timetable, today);
  return (children?.children ?? []).flatMap((child) => {
    const meeting = soon.find((one) => one.childId === child.id);
    if (child.readiness.mayProceed || !meeting) return [];
    return {
      id: `consent-${child.id}`,
      when: whenOf(meeting.day, meeting.start),
      what: `${childLabel(child.id)}: consent is missing`,
      who: 'For the meeting then',
      page: { name: 'child', childId: child.id } satisfies Page,
      order: `${today} ${meeting.day === today ? String(meeting.start).padStart(4, '0') : '1439'}`,
    };
  });
}

/** Meetings of today and tomorrow to which somebody was asked who has not answered. */
function replyNeeds({ timetable }: Views, today: IsoDate, attendance: Attendance): readonly Need[] {
  return upcoming(timetable, today).flatMap((meeting) => {
    const { waiting } = countAnswers(meeting, attendance);
    if (waiting === 0 || isCancelled(meeting.id, attendance)) return [];
    return {
      id: `reply-${meeting.id}`,
      when: whenOf(meeting.day, meeting.start),
      what: `Confirm ${waiting} for ${meeting.title}`,
      who: waiting === 1 ? '1 person has not answered' : `${waiting} people have not answered`,
      page: { name: 'timetable', meetingId: meeting.id } satisfies Page,
      order: `${today} ${meeting.day === today ? String(meeting.start).padStart(4, '0') : '1439'}`,
    };
  });
}

/** The meetings of today and tomorrow, in order. */
function upcoming(timetable: Views['timetable'], today: IsoDate): readonly ScheduledMeeting[] {
  const last = addDays(today, 1);
  return (timetable?.meetings ?? [])
    .filter(isScheduled)
    .filter(({ day, kind }) => day >= today && day <= last && kind !== 'block')
    .toSorted((a, b) => (a.day === b.day ? a.start - b.start : a.day < b.day ? -1 : 1));
}

/** One line for each document, or one for a child who has several due on the same day. */
function checklistNeeds({ children }: Views, childLabel: (id: string) => string): readonly Need[] {
  const open = (children?.checklistItems ?? []).filter(
    (item) => item.dueOn !== null && (item.state === 'missing' || item.state === 'asked'),
  );
  const byChildAndDay = Map.groupBy(open, (item) => `${item.childId} ${item.dueOn}`);
  return [...byChildAndDay].flatMap(([key, items]) => {
    const [first] = items;
    if (!first?.dueOn) return [];
    const asked = items.filter((item) => item.state === 'asked').length;
    const what = items.length === 1 ? first.title : `${items.length} documents`;
    return {
      id: `items-${key}`,
      when: whenOf(first.dueOn, null),
      what: `${childLabel(first.childId)}: ${what}`,
      who: asked === items.length ? 'Asked for, not received' : `${items.length - asked} not asked for yet`,
      page: { name: 'child', childId: first.childId } satisfies Page,
      order: `${first.dueOn} 1439`,
    };
  });
}

function actionNeeds({ feedback }: Views): readonly Need[] {
  return (feedback?.entries ?? [])
    .filter((entry) => entry.action !== '' && !entry.isActionDone && entry.actionDueOn !== null)
    .map((entry) => ({
      id: `action-${entry.id}`,
      when: whenOf(entry.actionDueOn ?? '', entry.actionDueAt),
      what: entry.action,
      who: 'From the feedback log',
      page: { name: 'feedback', feedbackId: entry.id },
      ends: { kind: 'feedback', id: entry.id },
      order: `${entry.actionDueOn} ${String(entry.actionDueAt ?? 1439).padStart(4, '0')}`,
    }));
}

function planNeeds({ plan }: Views): readonly Need[] {
  return (plan?.actions ?? [])
    .filter((action) => isOpenAction(action) && action.dueOn !== null)
    .map((action) => ({
      id: `plan-${action.id}`,
      when: whenOf(action.dueOn ?? '', null),
      what: action.title,
      who: planKindLabels[action.plan],
      page: { name: 'plan', actionId: action.id },
      ends: { kind: 'action', action },
      order: `${action.dueOn} 1439`,
    }));
}

/** Owners who are to be reminded today, or were to be before. */
function reminderNeeds({ requests }: Views, today: IsoDate): readonly Need[] {
  return (requests?.requests ?? [])
    .filter((request) => isReminderDue(request, today))
    .map((request) => ({
      id: `reminder-${request.id}`,
      when: whenOf(today, null),
      what: `Remind the owner of ${request.reference}`,
      who: request.title,
      page: { name: 'requests', requestId: request.id },
      order: `${today} 1439`,
    }));
}

/** Surveys that can be answered today, with the days left; one that broke comes first. */
function surveyNeeds({ voice }: Views, today: IsoDate): readonly Need[] {
  return (voice?.surveys ?? []).flatMap((survey) => {
    // The last minute of today in which it can be answered.
    const until = survey.closesOn === today ? (survey.closesAt ?? endOfDay) : endOfDay;
    const { state, words } = surveyStanding(survey, voice?.log ?? [], londonInstant(today, until - 1));
    if (state !== 'open' && state !== 'broken') return [];
    return {
      id: `survey-${survey.id}`,
      when: whenOf(today, null),
      what: `${survey.title}: ${words.toLowerCase()}`,
      who: surveyGroupLabels[survey.group],
      page: { name: 'voice', surveyId: survey.id } satisfies Page,
      order: `${today} ${state === 'broken' ? '0000' : '1439'}`,
    };
  });
}

const endOfDay = 1440;

function deadlineNeeds({ engagement }: Views, today: IsoDate): readonly Need[] {
  return (engagement?.deadlines ?? [])
    .flatMap((one) =>
      one.falls === null || one.isDone
        ? []
        : { ...one, falls: nextOccurrence(one.falls, one.repeats, today) },
    )
    .map((deadline) => ({
      id: `deadline-${deadline.id}`,
      when: whenOf(deadline.falls, null),
      what: deadline.title,
      who: deadline.working,
      ...(deadline.repeats === 'once' ? { ends: { kind: 'deadline', id: deadline.id } as const } : {}),
      page: {
        name: deadline.isFollowUp ? 'after' : 'engagement',
        deadlineId: deadline.id,
      } satisfies Page,
      order: `${deadline.falls} 1439`,
    }));
}

function clashNeeds({ timetable }: Views): readonly Need[] {
  const accepted = new Set(timetable?.acknowledgements.map((one) => one.clashKey));
  const meetings = new Map(timetable?.meetings.map((meeting) => [meeting.id, meeting]));
  return (timetable?.clashes ?? [])
    .filter((clash) => clash.severity === 'hard' && !accepted.has(clash.key))
    .map((clash) => {
      const [first] = clash.meetingIds;
      const meeting = first === undefined ? undefined : meetings.get(first);
      const day = meeting?.day ?? '';
      return {
        id: `clash-${clash.key}`,
        when: day ? whenOf(day, clash.from) : null,
        what: clashRules[clash.rule].title,
        who: clash.sentence,
        page: { name: 'timetable', ...(meeting ? { meetingId: meeting.id } : {}) } satisfies Page,
        order: `${day} ${String(clash.from ?? 0).padStart(4, '0')}`,
      };
    })
    .sort((a, b) => a.order.localeCompare(b.order));
}

const whenOf = (date: IsoDate, minutes: number | null) => ({ date, minutes });
