import type { Deadline, Engagement, Phase, RecordedEvent } from '../../shared/domain/engagement.ts';
import { deadlinesFor, phasesFor, siteDaysFor } from '../../shared/domain/schedule.ts';
import { addDays, type IsoDate, weekdayOf } from '../../shared/domain/time.ts';
import { isWorkingDay, type WorkCalendar, workingDaysBetween } from '../../shared/domain/working-days.ts';
import type { DatedDeadline, DatedPhase } from '../../shared/ipc/engagement.ts';
import type { ReadableDb } from '../db/connection.ts';
import { listRows } from '../db/table.ts';
import { meetings } from '../db/tables.ts';

export type PlanRows = {
  readonly phases: readonly Phase[];
  readonly deadlines: readonly Deadline[];
  readonly events: readonly RecordedEvent[];
};

/** Works out every phase and deadline, with the sentence that shows how; dates typed in by hand win. */
export function datePlan(
  engagement: Engagement,
  anchorTitle: string,
  rows: PlanRows,
  calendar: WorkCalendar,
): {
  readonly phases: readonly DatedPhase[];
  readonly deadlines: readonly Omit<DatedDeadline, 'isFollowUp'>[];
} {
  const { anchorDate, outcomeCode } = engagement;
  const wanted = rows.deadlines.filter((one) => one.outcomeCode === '' || one.outcomeCode === outcomeCode);
  if (anchorDate === null) {
    const working = 'No date is known yet.';
    return {
      phases: rows.phases.map((phase) => ({ ...phase, from: phase.fromDate, to: phase.toDate, working })),
      deadlines: wanted.map((deadline) => ({ ...deadline, falls: deadline.date, working })),
    };
  }
  const site = rows.phases.find((phase) => phase.isOnSite);
  const plan = {
    anchor: { title: anchorTitle },
    sitePhaseId: site?.id ?? '',
    phases: [...rows.phases],
    events: [...rows.events],
    deadlines: wanted,
  };
  const computedSite = siteDaysFor(plan, anchorDate, calendar);
  const recorded = Object.fromEntries(rows.events.map((event) => [event.id, event.date ?? undefined]));
  const typed = {
    'site-start': site?.fromDate ?? computedSite.start,
    'site-end': site?.toDate ?? computedSite.end,
  };
  return {
    phases: phasesFor(plan, anchorDate, calendar).map(({ phase, from, to }) => ({
      ...phase,
      from: phase.fromDate ?? from.date,
      to: phase.toDate ?? to.date,
      working: workingOf(phase, from.sentence, to.sentence),
    })),
    deadlines: deadlinesFor(plan, anchorDate, calendar, { ...recorded, ...typed }).map(
      ({ deadline, due, sentence }) => ({
        ...deadline,
        falls: deadline.date ?? due?.date ?? null,
        working: deadline.date ? `Set by hand. Counted: ${sentence}` : sentence,
      }),
    ),
  };
}

function workingOf(phase: Phase, from: string, to: string): string {
  if (phase.fromDate || phase.toDate) return 'Set by hand';
  return from === to ? from : `${from}; to ${to.charAt(0).toLowerCase()}${to.slice(1)}`;
}

/** How long before the week on site fieldwork off site may begin. */
const daysBeforeSiteWeek = 14;

/**
 * The working days on site, those of any other phase in the two weeks before, when meetings are held off site, and any
 * other day that already has a meeting.
 */
export function timetableDays(
  db: ReadableDb,
  dated: readonly DatedPhase[],
  calendar: WorkCalendar,
): readonly IsoDate[] {
  const days = new Set<IsoDate>();
  const site = dated.find((phase) => phase.isOnSite);
  if (site?.from && site.to) {
    const first = addDays(site.from, 1 - weekdayOf(site.from) - daysBeforeSiteWeek);
    for (const { from, to, isOnSite } of dated) {
      if (!from || !to) continue;
      const start = isOnSite || from > first ? from : first;
      const end = isOnSite || to < site.from ? to : addDays(site.from, -1);
      for (let day = start; day <= end && days.size < 60; day = addDays(day, 1)) {
        if (isWorkingDay(day, calendar)) days.add(day);
      }
    }
  }
  for (const meeting of listRows(db, meetings))
    if (meeting.day && meeting.start !== null) days.add(meeting.day);
  return [...days].sort();
}

/** The working days of the phase on site, in order; none while it has no dates. */
export function siteWorkingDays(dated: readonly DatedPhase[], calendar: WorkCalendar): readonly IsoDate[] {
  const site = dated.find((phase) => phase.isOnSite);
  return site?.from && site.to ? workingDaysBetween(site.from, site.to, calendar) : [];
}
