import { counted } from './counted.ts';
import type {
  FollowUp,
  Framework,
  FrameworkChecklistItem,
  FrameworkDeadline,
  FrameworkMeeting,
  FrameworkPhase,
  FrameworkRequest,
} from './framework.ts';
import { addDays, addMonths, type IsoDate, weekdayOf } from './time.ts';
import { formatDate, formatDayLong, weekdayName } from './time-words.ts';
import {
  addWorkingDays,
  type DateWorking,
  dayWarnings,
  isSchoolHoliday,
  spanWarnings,
  type WorkCalendar,
} from './working-days.ts';

/** How a distance is counted: in working days, days of the calendar, or months. */
export type Basis = FrameworkDeadline['basis'];

/** A phase with its first and last day. */
export type ScheduledPhase<P = FrameworkPhase> = {
  readonly phase: P;
  readonly from: DateWorking;
  readonly to: DateWorking;
};

/** A deadline with its date, or with none while what it is counted from has not happened. */
export type ScheduledDeadline<D = FrameworkDeadline> = {
  readonly deadline: D;
  readonly due: DateWorking | null;
  readonly sentence: string;
};

type PhaseSpan = Pick<FrameworkPhase, 'fromOffset' | 'toOffset' | 'basis'>;
type Counted =
  | Pick<FrameworkDeadline, 'offset' | 'basis' | 'countedFrom'>
  | Pick<FollowUp, 'offset' | 'basis' | 'countedFrom'>;
type AnchorOf = { readonly anchor: Pick<Framework['anchor'], 'title'> };
type EventsOf = Pick<Framework, 'sitePhaseId' | 'phases' | 'events'>;

/** Dates that are known only once they happen, by the id of their event; "site-start" and "site-end" may be typed over too. */
export type RecordedDates = Readonly<Record<string, IsoDate | undefined>>;

/** Moves a date by working days, calendar days or months, and says how; `name` is what the start is called. */
export function dateAt(
  from: IsoDate,
  offset: number,
  basis: Basis,
  calendar: WorkCalendar,
  name: string,
): DateWorking {
  if (basis === 'working' || offset === 0) return addWorkingDays(from, offset, calendar, name);
  const date = basis === 'months' ? addMonths(from, offset) : addDays(from, offset);
  const amount = Math.abs(offset);
  const [count, unit] =
    basis === 'months'
      ? [amount, 'month']
      : amount % 7 === 0
        ? [amount / 7, 'week']
        : [amount, 'calendar day'];
  const side = offset < 0 ? 'before' : 'after';
  return {
    date,
    skipped: [],
    sentence: `${counted(count, unit)} ${side} ${name} (${formatDayLong(from)})`,
    warnings: [...spanWarnings([date], calendar), ...dayWarnings(date, calendar)],
  };
}

/** Gives the first and last day of each phase, counted from the one date of the engagement. */
export function phasesFor<P extends PhaseSpan>(
  plan: AnchorOf & { readonly phases: readonly P[] },
  anchorDate: IsoDate,
  calendar: WorkCalendar,
): readonly ScheduledPhase<P>[] {
  const at = (offset: number, basis: Basis) => dateAt(anchorDate, offset, basis, calendar, plan.anchor.title);
  return plan.phases.map((phase) => ({
    phase,
    from: at(phase.fromOffset, phase.basis),
    to: at(phase.toOffset, phase.basis),
  }));
}

/** Gives the first and last day on site. */
export function siteDaysFor(
  framework: AnchorOf & EventsOf,
  anchorDate: IsoDate,
  calendar: WorkCalendar,
): { readonly start: IsoDate; readonly end: IsoDate } {
  const sitePhases = framework.phases.filter((phase) => phase.id === framework.sitePhaseId);
  const [site] = phasesFor({ anchor: framework.anchor, phases: sitePhases }, anchorDate, calendar);
  return { start: site?.from.date ?? anchorDate, end: site?.to.date ?? anchorDate };
}

/** Gives the date of each deadline, or says which event it still waits for; `recorded` holds the events so far. */
export function deadlinesFor<D extends Counted>(
  plan: AnchorOf & EventsOf & { readonly deadlines: readonly D[] },
  anchorDate: IsoDate,
  calendar: WorkCalendar,
  recorded: RecordedDates = {},
): readonly ScheduledDeadline<D>[] {
  const site = siteDaysFor(plan, anchorDate, calendar);
  const dates: RecordedDates = {
    'site-start': site.start,
    'site-end': site.end,
    ...recorded,
    anchor: anchorDate,
  };
  const names = new Map([
    ['anchor', plan.anchor.title],
    ['site-start', 'the first day on site'],
    ['site-end', 'the last day on site'],
    ...plan.events.map((event) => [event.id, event.title] as const),
  ]);
  return plan.deadlines.map((deadline) => {
    const name = names.get(deadline.countedFrom) ?? deadline.countedFrom;
    const start = dates[deadline.countedFrom];
    if (deadline.offset === null)
      return { deadline, due: null, sentence: 'No source gives a date for this: set one.' };
    if (start === undefined)
      return { deadline, due: null, sentence: `Counted from ${name}, which has no date yet.` };
    const due = dateAt(start, deadline.offset, deadline.basis, calendar, name);
    return { deadline, due, sentence: due.sentence };
  });
}

/** Gives what follows: for every outcome, and for the one named by its code where there is one yet. */
export function followUpsFor(
  framework: Framework,
  outcomeCode: string | null,
  anchorDate: IsoDate,
  calendar: WorkCalendar,
  recorded: RecordedDates = {},
): readonly ScheduledDeadline<FollowUp>[] {
  const outcome = framework.outcomes.find((one) => one.code === outcomeCode);
  const deadlines = [...framework.followUps, ...(outcome?.followUps ?? [])];
  return deadlinesFor({ ...framework, deadlines }, anchorDate, calendar, recorded);
}

/** Gives the days between which each default meeting is held. */
export function meetingDaysFor(
  framework: AnchorOf & { readonly meetings: readonly FrameworkMeeting[] },
  anchorDate: IsoDate,
  calendar: WorkCalendar,
): readonly { readonly meeting: FrameworkMeeting; readonly from: IsoDate; readonly to: IsoDate }[] {
  const at = (offset: number) => addWorkingDays(anchorDate, offset, calendar).date;
  return framework.meetings.map((meeting) => ({
    meeting,
    from: at(meeting.fromOffset),
    to: at(meeting.toOffset),
  }));
}

/** Gives the date by which each default request is to be answered. */
export function requestDatesFor(
  framework: AnchorOf & { readonly requests: readonly FrameworkRequest[] },
  anchorDate: IsoDate,
  calendar: WorkCalendar,
): readonly { readonly request: FrameworkRequest; readonly due: DateWorking }[] {
  return framework.requests.map((request) => ({
    request,
    due: addWorkingDays(anchorDate, request.dueOffset, calendar, framework.anchor.title),
  }));
}

/** Gives the date by which each document about a child is wanted, counted from the day the children were chosen. */
export function checklistDatesFor(
  framework: { readonly checklist: readonly FrameworkChecklistItem[] },
  chosenOn: IsoDate,
  calendar: WorkCalendar,
): readonly { readonly item: FrameworkChecklistItem; readonly due: DateWorking }[] {
  return framework.checklist.map((item) => ({
    item,
    due: addWorkingDays(chosenOn, item.dueInWorkingDays, calendar, 'the day the children were chosen'),
  }));
}

/** Gives one sentence for each reason to doubt the date on which everything hangs. */
export function anchorWarnings(
  framework: Pick<Framework, 'anchor' | 'phases' | 'sitePhaseId' | 'events'>,
  anchorDate: IsoDate,
  calendar: WorkCalendar,
): readonly string[] {
  const { weekday, title } = framework.anchor;
  const site = siteDaysFor(framework, anchorDate, calendar);
  const named = (wanted: number) => weekdayName(addDays('2026-11-23', wanted - 1));
  return [
    ...(weekday !== null && weekdayOf(anchorDate) !== weekday
      ? [`${formatDayLong(anchorDate)} is not a ${named(weekday)}, and ${title} usually is.`]
      : []),
    ...dayWarnings(anchorDate, calendar),
    ...spanWarnings([anchorDate, site.end], calendar),
    ...(site.start !== anchorDate && isSchoolHoliday(site.start, calendar)
      ? [`The first day on site, ${formatDate(site.start)}, is in a school holiday.`]
      : []),
  ];
}
