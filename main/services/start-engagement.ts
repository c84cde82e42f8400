import type { Framework } from '../../shared/domain/framework.ts';
import type { CriterionId, PersonId, RequestId, RowId, StrandId } from '../../shared/domain/ids.ts';
import { plainPerson } from '../../shared/domain/people.ts';
import type { EngagementTemplate } from '../../shared/domain/template.ts';
import type { IsoDate } from '../../shared/domain/time.ts';
import { addWorkingDays, workCalendar } from '../../shared/domain/working-days.ts';
import type { WritableDb } from '../db/connection.ts';
import {
  checklistTemplates,
  criteria,
  deadlines,
  engagements,
  indicators,
  lessons,
  outcomes,
  people,
  phases,
  planActions,
  recordedEvents,
  requests,
  strands,
} from '../db/tables.ts';
import { insertRow } from '../db/write.ts';
import { addCarriedFindings } from './after/carried-findings.ts';
import { type Context, write } from './context.ts';
import { addCountedDate, onDay } from './counted-dates.ts';
import { addDefaultMeetings } from './default-meetings.ts';

export type EngagementStart = {
  readonly title: string;
  readonly council: string;
  readonly anchorDate: IsoDate | null;
  readonly framework: Framework;
  /** What was learnt in the engagement before. */
  readonly lessons?: EngagementTemplate['lessons'];
  /** What it found, and what the reviews before it found. */
  readonly reviews?: EngagementTemplate['reviews'];
};

/** Fills a new file from its framework: phases, deadlines, criteria, requests, checklist, columns and default meetings. */
export function startEngagement(ctx: Context, start: EngagementStart): void {
  const { framework } = start;
  write(ctx, { action: 'startEngagement', summary: `Started “${start.title}”`, kind: 'record' }, (tx) => {
    insertRow(tx, engagements, {
      id: ctx.newId() as RowId,
      title: start.title,
      council: start.council,
      frameworkId: framework.id,
      frameworkVersion: framework.version,
      anchorDate: start.anchorDate,
      marking: 'OFFICIAL-SENSITIVE',
      outcomeCode: '',
      outcomeOn: null,
      outcomeNote: '',
      publishedOn: null,
      expectedIn: '',
      dayStart: 8 * 60 + 30,
      dayEnd: 17 * 60 + 30,
      createdAt: ctx.clock(),
    });
    addDates(tx, framework);
    addQuestions(ctx, tx, framework);
    addRequests(ctx, tx, start);
    addTasks(ctx, tx, start);
    addTeam(ctx, tx, framework);
    for (const lesson of start.lessons ?? [])
      insertRow(tx, lessons, { ...lesson, id: ctx.newId() as RowId, isEarlier: true });
    addCarriedFindings(ctx, tx, start.reviews ?? []);
    addDefaultMeetings(ctx, tx, start);
  });
}

function addDates(tx: WritableDb, framework: Framework): void {
  framework.phases.forEach((phase, position) => {
    insertRow(tx, phases, {
      ...phase,
      id: phase.id as RowId,
      position,
      fromDate: null,
      toDate: null,
      isOnSite: phase.id === framework.sitePhaseId,
    });
  });
  framework.events.forEach((event, position) => {
    insertRow(tx, recordedEvents, { ...event, id: event.id as RowId, position, date: null });
  });
  framework.outcomes.forEach(({ followUps: _, ...outcome }, position) => {
    insertRow(tx, outcomes, { ...outcome, id: outcome.code as RowId, position });
  });
  const all = [
    ...framework.deadlines.map((one) => ({ ...one, repeats: 'once' as const, outcomeCode: '' })),
    ...framework.followUps.map((deadline) => ({ ...deadline, outcomeCode: '' })),
    ...framework.outcomes.flatMap(({ code, followUps }) =>
      followUps.map((one) => ({ ...one, outcomeCode: code })),
    ),
  ];
  all.forEach((deadline, position) => {
    insertRow(tx, deadlines, {
      ...deadline,
      id: deadline.id as RowId,
      position,
      date: null,
      isDone: false,
      reason: '',
    });
  });
}

function addQuestions(ctx: Context, tx: WritableDb, framework: Framework): void {
  framework.criteria.forEach(({ indicators: shows, ...criterion }, position) => {
    const { id: criterionId } = insertRow(tx, criteria, {
      ...criterion,
      id: ctx.newId() as CriterionId,
      position,
    });
    shows.forEach((text, at) => {
      const own = {
        id: ctx.newId() as RowId,
        criterionId,
        position: at,
        state: 'open' as const,
        shownBy: '',
        seeAlso: [],
      };
      insertRow(tx, indicators, { ...own, text });
    });
  });
  framework.checklist.forEach((item, position) => {
    insertRow(tx, checklistTemplates, { ...item, id: ctx.newId() as RowId, position });
  });
}

function addRequests(ctx: Context, tx: WritableDb, { framework, anchorDate }: EngagementStart): void {
  const calendar = workCalendar();
  for (const request of framework.requests) {
    const id = ctx.newId() as RequestId;
    addCountedDate(ctx, tx, { of: 'request', rowId: id, ...onDay(request.dueOffset) });
    insertRow(tx, requests, {
      id,
      reference: request.reference,
      title: request.title,
      wording: request.wording,
      group: request.group,
      askedBy: '',
      askedAt: null,
      ownerSector: request.ownerSector,
      ownerId: null,
      dueOn: anchorDate && addWorkingDays(anchorDate, request.dueOffset, calendar).date,
      dueAt: null,
      dueHours: null,
      meetingId: null,
      remindOn: null,
      state: 'not-started',
      source: request.source,
      isVerified: request.isVerified,
    });
  }
}

/** What is to be got ready, as the plan begins with it. */
function addTasks(ctx: Context, tx: WritableDb, { framework, anchorDate }: EngagementStart): void {
  const calendar = workCalendar();
  for (const [at, { area, title, measure, dueOffset }] of framework.tasks.entries()) {
    const id = ctx.newId() as RowId;
    if (dueOffset !== null) addCountedDate(ctx, tx, { of: 'action', rowId: id, ...onDay(dueOffset) });
    insertRow(tx, planActions, {
      ...{ id, plan: 'preparation', area, title, measure, ownerId: null, partner: '' },
      reference: `P${at + 1}`,
      dueOn:
        anchorDate === null || dueOffset === null
          ? null
          : addWorkingDays(anchorDate, dueOffset, calendar).date,
      ...{ state: 'not-started', rating: 'none', dependsOnId: null, criterionId: null, findingId: null },
      ...{ linkedIds: [], internalNotes: '' },
    });
  }
}

function addTeam(ctx: Context, tx: WritableDb, { team }: Framework): void {
  team.strands.forEach((strand, position) => {
    insertRow(tx, strands, { id: strand.id as StrandId, name: strand.name, position });
  });
  for (const member of team.members) {
    const strand = team.strands.find((one) => one.memberIds.includes(member.id));
    insertRow(tx, people, {
      ...plainPerson,
      id: ctx.newId() as PersonId,
      name: member.role,
      side: 'inspection' as const,
      role: member.role,
      discipline: member.discipline,
      strandId: (strand?.id as StrandId | undefined) ?? null,
    });
  }
}
