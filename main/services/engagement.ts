import { invariant } from '../../shared/assert.ts';
import type { Criterion, Engagement } from '../../shared/domain/engagement.ts';
import type { Framework } from '../../shared/domain/framework.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import type { CriterionId, RowId } from '../../shared/domain/ids.ts';
import { anchorWarnings } from '../../shared/domain/schedule.ts';
import { formatDayLong } from '../../shared/domain/time-words.ts';
import { type WorkCalendar, workCalendar } from '../../shared/domain/working-days.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type {
  DatedDeadline,
  DatedPhase,
  EngagementView,
  engagementChannels,
} from '../../shared/ipc/engagement.ts';
import type { ReadableDb } from '../db/connection.ts';
import { countRows, getRow, listRows } from '../db/table.ts';
import {
  assessments,
  auditFindings,
  checklistTemplates,
  closureDays,
  contributions,
  criteria,
  deadlines,
  engagements,
  evidenceLinks,
  feedbackEntries,
  findings,
  impacts,
  indicators,
  outcomes,
  phases,
  planActions,
  recordedEvents,
  surveys,
  voiceRecords,
} from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';
import { datePlan, timetableDays } from './engagement-dates.ts';
import { redate } from './engagement-redate.ts';

type Input<Name extends keyof typeof engagementChannels> = ParsedInputOf<(typeof engagementChannels)[Name]>;

/** The one engagement of the open file. */
export function theEngagement(db: ReadableDb): Engagement {
  const [engagement] = listRows(db, engagements);
  if (!engagement) throw new AppError('vault/not-a-lano-file');
  return engagement;
}

/** The framework that the engagement started from; the blank one where this build does not know it. */
export function engagementFramework(db: ReadableDb): Framework {
  const framework = frameworkById(theEngagement(db).frameworkId) ?? frameworkById('blank');
  invariant(framework, 'the blank framework is bundled');
  return framework;
}

/** The days on which this engagement's work is counted. */
export function engagementCalendar(db: ReadableDb): WorkCalendar {
  return workCalendar(listRows(db, closureDays));
}

/** The engagement with every date worked out and explained. */
export function readEngagement(ctx: { readonly db: ReadableDb }): EngagementView {
  const engagement = theEngagement(ctx.db);
  const framework = engagementFramework(ctx.db);
  const calendar = engagementCalendar(ctx.db);
  const rows = {
    phases: listRows(ctx.db, phases, {}, ['position']),
    deadlines: listRows(ctx.db, deadlines, {}, ['position']),
    events: listRows(ctx.db, recordedEvents, {}, ['position']),
  };
  const anchor = framework.anchor;
  const dated = withFollowUps(datePlan(engagement, anchor.title, rows, calendar), framework);
  return {
    engagement,
    frameworkName: framework.name,
    caution: framework.caution,
    rules: framework.rules,
    anchorLabel: anchor.label,
    peopleWord:
      framework.team.side === 'peer'
        ? { one: 'peer', many: 'peers' }
        : { one: 'inspector', many: 'inspectors' },
    ...dated,
    events: rows.events,
    outcomes: listRows(ctx.db, outcomes, {}, ['position']),
    criteria: listRows(ctx.db, criteria, {}, ['position']),
    indicators: listRows(ctx.db, indicators, {}, ['position']),
    checklistTemplates: listRows(ctx.db, checklistTemplates, {}, ['position']),
    closureDays: listRows(ctx.db, closureDays, {}, ['date']),
    warnings: engagement.anchorDate ? anchorWarnings(framework, engagement.anchorDate, calendar) : [],
    timetableDays: timetableDays(ctx.db, dated.phases, calendar),
  };
}

/** Marks the deadlines that follow the week: those the framework has as follow-ups, and others that fall after it. */
function withFollowUps(
  { phases: stretches, deadlines: due }: ReturnType<typeof datePlan>,
  framework: Framework,
): { readonly phases: readonly DatedPhase[]; readonly deadlines: readonly DatedDeadline[] } {
  const end = stretches.find((one) => one.isOnSite)?.to ?? null;
  const always = new Set(framework.followUps.map((one) => one.id));
  const isFollowUp = ({ id, outcomeCode, repeats, falls }: (typeof due)[number]) =>
    outcomeCode !== '' ||
    repeats !== 'once' ||
    always.has(id) ||
    (end !== null && falls !== null && falls > end);
  return { phases: stretches, deadlines: due.map((one) => ({ ...one, isFollowUp: isFollowUp(one) })) };
}

/** Changes the engagement's own facts; moving the one date moves every date that was not typed in by hand. */
export function editEngagement(ctx: Context, patch: Input<'engagement:editEngagement'>): null {
  const before = theEngagement(ctx.db);
  const next = { ...before, ...patch };
  if (next.dayEnd <= next.dayStart) throw new AppError('input/invalid', 'The day must end after it starts.');
  const summary =
    next.anchorDate !== before.anchorDate
      ? 'Changed the date everything is counted from'
      : 'Changed the engagement';
  const calendar = engagementCalendar(ctx.db);
  write(ctx, { action: 'editEngagement', summary }, (tx) => {
    updateRow(tx, engagements, before.id, patch);
    if (next.anchorDate !== before.anchorDate)
      redate(ctx, tx, before, { from: before.anchorDate, to: next.anchorDate, calendar });
  });
  return null;
}

/** Adds or changes a criterion, question or line of enquiry. */
export function saveCriterion(ctx: Context, { id, ...fields }: Input<'engagement:saveCriterion'>): null {
  write(ctx, { action: 'saveCriterion', summary: `Saved “${fields.title}”` }, (tx): Criterion => {
    if (id) return updateRow(tx, criteria, id, { ...fields, source: 'this engagement', isVerified: true });
    const position = countRows(tx, criteria);
    const own = { id: ctx.newId() as CriterionId, position, source: 'this engagement', isVerified: true };
    return insertRow(tx, criteria, { ...fields, ...own });
  });
  return null;
}

/** Removes a criterion; fails with `record/in-use` while anything is tied to it. */
export function removeCriterion(ctx: Context, { id }: Input<'engagement:removeCriterion'>): null {
  const { title } = getRow(ctx.db, criteria, id);
  const uses =
    countRows(ctx.db, evidenceLinks, { criterionId: id }) +
    countRows(ctx.db, auditFindings, { criterionId: id }) +
    countRows(ctx.db, feedbackEntries, { criterionId: id }) +
    countRows(ctx.db, assessments, { criterionId: id }) +
    countRows(ctx.db, contributions, { criterionId: id }) +
    countRows(ctx.db, impacts, { criterionId: id }) +
    countRows(ctx.db, planActions, { criterionId: id }) +
    countRows(ctx.db, findings, { criterionId: id }) +
    countRows(ctx.db, surveys, { criterionId: id }) +
    countRows(ctx.db, voiceRecords, { criterionId: id });
  if (uses > 0)
    throw new AppError(
      'record/in-use',
      `“${title}” has evidence, feedback, self-evaluation, a finding, a survey or an action tied to it.`,
    );
  write(ctx, { action: 'removeCriterion', summary: `Removed “${title}”` }, (tx) => {
    for (const one of listRows(tx, indicators)) {
      const { seeAlso } = one;
      if (one.criterionId === id) deleteRow(tx, indicators, one.id);
      else if (seeAlso.includes(id))
        updateRow(tx, indicators, one.id, { seeAlso: seeAlso.filter((other) => other !== id) });
    }
    deleteRow(tx, criteria, id);
  });
  return null;
}

/** Adds or changes an item that every new child's checklist begins with; checklists already made stay as they are. */
export function saveChecklistTemplate(
  ctx: Context,
  { id, ...fields }: Input<'engagement:saveChecklistTemplate'>,
): null {
  write(ctx, { action: 'saveChecklistTemplate', summary: `Saved “${fields.title}”` }, (tx) => {
    if (id) return updateRow(tx, checklistTemplates, id, fields);
    const own = { id: ctx.newId() as RowId, position: countRows(tx, checklistTemplates) };
    return insertRow(tx, checklistTemplates, {
      ...fields,
      ...own,
      source: 'this engagement',
      isVerified: true,
    });
  });
  return null;
}

/** Removes an item from what new checklists begin with. */
export function removeChecklistTemplate(
  ctx: Context,
  { id }: Input<'engagement:removeChecklistTemplate'>,
): null {
  const { title } = getRow(ctx.db, checklistTemplates, id);
  write(ctx, { action: 'removeChecklistTemplate', summary: `Removed “${title}”` }, (tx) =>
    deleteRow(tx, checklistTemplates, id),
  );
  return null;
}

/** Adds a day the council does not work, or an end of term. */
export function addClosureDay(ctx: Context, day: Input<'engagement:addClosureDay'>): null {
  write(ctx, { action: 'addClosureDay', summary: `Added ${day.title}, ${formatDayLong(day.date)}` }, (tx) =>
    insertRow(tx, closureDays, { ...day, id: ctx.newId() as RowId }),
  );
  return null;
}

/** Removes a day from the closure days and term dates. */
export function removeClosureDay(ctx: Context, { id }: Input<'engagement:removeClosureDay'>): null {
  const { title } = getRow(ctx.db, closureDays, id);
  write(ctx, { action: 'removeClosureDay', summary: `Removed ${title}` }, (tx) =>
    deleteRow(tx, closureDays, id),
  );
  return null;
}
