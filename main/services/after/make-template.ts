import { CarriedReview } from '../../../shared/domain/carried-findings.ts';
import type { Deadline } from '../../../shared/domain/engagement.ts';
import {
  type FollowUp,
  Framework,
  type FrameworkDeadline,
  type FrameworkMeeting,
  type FrameworkPhase,
  type FrameworkRequest,
  type FrameworkTask,
} from '../../../shared/domain/framework.ts';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { type EngagementTemplate, templateMark } from '../../../shared/domain/template.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { countWorkingDays } from '../../../shared/domain/working-days.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import {
  checklistTemplates,
  countedDates,
  criteria,
  deadlines,
  indicators,
  lessons,
  meetingPeople,
  meetingStrands,
  meetings,
  outcomes,
  people,
  phases,
  planActions,
  recordedEvents,
  requests,
} from '../../db/tables.ts';
import { engagementCalendar, engagementFramework, theEngagement } from '../engagement.ts';
import { findingsToCarry } from './carried-findings.ts';
import { nameRemover } from './nameless.ts';
import { templateTeam } from './template-team.ts';

/** Where a fact of the template comes from. */
const lastTime = { source: 'last time', isVerified: false };

type OffsetOf = (date: IsoDate) => number | null;

/**
 * What the next engagement can start from: the phases, deadlines, timetable, requests, checklist, criteria and tasks of
 * this one as a framework, with roles in place of people and no child in it, what was learnt, and what was found.
 */
export function makeTemplate(db: ReadableDb): EngagementTemplate {
  const { anchorDate } = theEngagement(db);
  const base = engagementFramework(db);
  const calendar = engagementCalendar(db);
  const offsetOf: OffsetOf = (date) =>
    anchorDate === null ? null : countWorkingDays(anchorDate, date, calendar).days;
  const clean = nameRemover(db);
  const safe = withoutNamesIn(base, clean);
  const { deadlines: dated, followUps, outcomes: ends } = templateDates(db);
  const framework = {
    ...base,
    sources: [
      ...base.sources,
      { key: lastTime.source, title: 'The engagement before' },
      { key: 'this engagement', title: 'Written in by hand in the engagement before' },
    ].filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at),
    team: templateTeam(db, base, lastTime),
    phases: templatePhases(db, offsetOf),
    sitePhaseId: listRows(db, phases).find((one) => one.isOnSite)?.id ?? base.sitePhaseId,
    events: listRows(db, recordedEvents, {}, ['position']).map(({ id, title, source, isVerified }) => ({
      ...{ id, title, source, isVerified },
    })),
    deadlines: dated,
    meetings: [
      ...base.meetings.filter((one) => one.perChild).map((one) => ({ ...one, strandIds: [] })),
      ...templateMeetings(db, offsetOf),
    ],
    requests: templateRequests(db, offsetOf, clean),
    checklist: listRows(db, checklistTemplates, {}, ['position']).map(({ id: _, position: __, ...item }) => ({
      ...item,
      group: item.group || 'Other',
    })),
    tasks: templateTasks(db, offsetOf),
    criteria: templateCriteria(db),
    outcomes: ends,
    followUps,
  };
  return {
    is: templateMark,
    version: 1,
    framework: Framework.parse(safe(framework)),
    lessons: listRows(db, lessons).map(({ area, kind, text }) => safe({ area, kind, text })),
    reviews: findingsToCarry(db).map((review) => CarriedReview.parse(safe(review))),
  };
}

/** Fields that hold no words of the user's: ids, choices, and what refers to them. */
const notWords = new Set(
  [
    'id',
    'kind',
    'reference',
    'basis',
    'countedFrom',
    'source',
    'sources',
    'code',
    'ownerSector',
    'strandIds',
    'memberIds',
  ].concat([
    'sectorsNeeded',
    'sitePhaseId',
    'repeats',
    'rule',
    'rules',
    'version',
    'anchor',
    'caution',
    'side',
  ]),
);

/** Takes the names out of every text of a value, at any depth, but for what stands word for word in the framework itself. */
function withoutNamesIn(base: Framework, clean: (text: string) => string): <T>(value: T) => T {
  const own = new Set<string>();
  const note = (value: unknown): void => {
    if (typeof value === 'string') own.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(note);
  };
  note(base);
  const walk = (value: unknown, key: string): unknown => {
    if (notWords.has(key)) return value;
    if (typeof value === 'string') return own.has(value) ? value : noLonger(clean(value), value);
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return (value) => walk(value, '') as typeof value;
}

/** A role may be longer than a name, and no field may outgrow its room; every field of words has room for 80 letters. */
const noLonger = (text: string, than: string): string => text.slice(0, Math.max(than.length, 80));

function templatePhases(db: ReadableDb, offsetOf: OffsetOf): readonly FrameworkPhase[] {
  return listRows(db, phases, {}, ['position']).map((phase) => {
    const { id, title, basis, summary, source, isVerified, fromDate, toDate } = phase;
    const typed = (date: IsoDate | null, offset: number) =>
      (basis === 'working' && date !== null ? offsetOf(date) : null) ?? offset;
    const fromOffset = typed(fromDate, phase.fromOffset);
    const toOffset = Math.max(fromOffset, typed(toDate, phase.toOffset));
    return { id, title, basis, summary, source, isVerified, fromOffset, toOffset };
  });
}

function templateDates(db: ReadableDb): Pick<Framework, 'deadlines' | 'followUps' | 'outcomes'> {
  const all = listRows(db, deadlines, {}, ['position']);
  const followUp = ({
    id,
    title,
    offset,
    basis,
    countedFrom,
    repeats,
    source,
    isVerified,
  }: Deadline): FollowUp => ({
    ...{ id, title, offset, basis, countedFrom, repeats, source, isVerified },
  });
  const always = all.filter(({ outcomeCode }) => outcomeCode === '');
  const isPlain = ({ offset, repeats }: Deadline) => offset !== null && repeats === 'once';
  return {
    deadlines: always.filter(isPlain).map((one): FrameworkDeadline => {
      const { repeats: _, offset, ...fields } = followUp(one);
      return { ...fields, offset: offset ?? 0 };
    }),
    followUps: always.filter((one) => !isPlain(one)).map(followUp),
    outcomes: listRows(db, outcomes, {}, ['position']).map(({ id: _, position: __, ...outcome }) => ({
      ...outcome,
      followUps: all.filter(({ outcomeCode }) => outcomeCode === outcome.code).map(followUp),
    })),
  };
}

/** What is about a child is left to the meetings that the framework makes for each child. */
function templateMeetings(db: ReadableDb, offsetOf: OffsetOf): readonly FrameworkMeeting[] {
  const roles = new Map(listRows(db, people).map(({ id, role, side }) => [id, { role, side }]));
  const present = listRows(db, meetingPeople);
  const strands = listRows(db, meetingStrands);
  return listRows(db, meetings)
    .filter((one) => one.childId === null)
    .flatMap((meeting, at): readonly FrameworkMeeting[] => {
      const offset = meeting.day === null ? null : offsetOf(meeting.day);
      if (offset === null || meeting.start === null) return [];
      const own = present.filter((one) => one.meetingId === meeting.id).map((one) => roles.get(one.personId));
      const partners = own.flatMap((one) => (one?.side === 'partnership' && one.role ? [one.role] : []));
      const { title, kind, sectorsNeeded, needsVideo } = meeting;
      return [
        {
          ...{ id: `meeting-${at + 1}`, title, kind, sectorsNeeded, needsVideo, inspectionSide: '' },
          partnershipSide: [...new Set(partners)].join(', ').slice(0, 300),
          minutes: toSlot(meeting.minutes) || slotMinutes,
          ...{ fromOffset: offset, toOffset: offset, start: toSlot(meeting.start) },
          strandIds: strands.filter((one) => one.meetingId === meeting.id).map((one) => one.strandId),
          ...{ copies: 1, isDaily: false, perChild: false, ...lastTime },
        },
      ];
    });
}

const toSlot = (minutes: number): number => Math.round(minutes / slotMinutes) * slotMinutes;

function templateRequests(
  db: ReadableDb,
  offsetOf: OffsetOf,
  clean: (text: string) => string,
): readonly FrameworkRequest[] {
  const counted = countedBy(db);
  return listRows(db, requests, {}, ['reference']).map((request, at) => {
    const reference = clean(request.reference) === request.reference ? request.reference : `N-${at + 1}`;
    const { id, title, wording, ownerSector, dueOn, source, isVerified } = request;
    const dueOffset = counted.get(id) ?? (dueOn === null ? null : offsetOf(dueOn)) ?? 0;
    return {
      ...{ reference, title, wording, ownerSector, dueOffset, source, isVerified },
      group: request.group || 'Other',
    };
  });
}

function templateTasks(db: ReadableDb, offsetOf: OffsetOf): readonly FrameworkTask[] {
  const counted = countedBy(db);
  return listRows(db, planActions, { plan: 'preparation' }).map(({ id, area, title, measure, dueOn }) => {
    const dueOffset = counted.get(id) ?? (dueOn === null ? null : offsetOf(dueOn));
    return { area: area || 'Prepare', title, measure, dueOffset, ...lastTime };
  });
}

const countedBy = (db: ReadableDb): ReadonlyMap<string, number> =>
  new Map(listRows(db, countedDates).map(({ rowId, toOffset }) => [rowId, toOffset]));

function templateCriteria(db: ReadableDb): Framework['criteria'] {
  const shows = listRows(db, indicators, {}, ['position']);
  return listRows(db, criteria, {}, ['position']).map(({ id, position, code, ...criterion }) => ({
    ...criterion,
    code: code || String(position + 1),
    indicators: shows.filter((one) => one.criterionId === id).map(({ text }) => text.slice(0, 200)),
  }));
}
