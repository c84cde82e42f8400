import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import { mostOf, type Picture, type PictureRow, totalOf } from '../../../shared/domain/picture.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { type IsoDate, today } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { workingDaysBetween } from '../../../shared/domain/working-days.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import {
  assessments,
  checklistItems,
  children,
  criteria,
  evaluationVersions,
  feedbackEntries,
  meetingPeople,
  meetings,
  people,
  requestAnswers,
  requests,
} from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { engagementCalendar, readEngagement, theEngagement } from '../engagement.ts';

/** Every picture that has something to show. Children are codes, people are counted and never named. */
export function readPictures(ctx: Context): readonly Picture[] {
  const { db } = ctx;
  return [
    readinessByChild(db),
    readinessBySector(db),
    requestsOverTime(db),
    loadByHour(db),
    themesByCriterion(db),
    ratingsOverVersions(db),
    countdown(ctx),
  ].filter(({ rows }) => rows.some((row) => totalOf(row) > 0));
}

const documentParts = ['Received', 'Asked for', 'Not asked for yet'];

function readinessByChild(db: ReadableDb): Picture {
  const items = listRows(db, checklistItems);
  const rows = listRows(db, children, {}, ['code']).map(({ id, code }) => ({
    label: `Child ${code}`,
    values: documentCounts(items.filter((item) => item.childId === id)),
  }));
  const complete = rows.filter(({ values }) => values[1] === 0 && values[2] === 0).length;
  return {
    ...{ id: 'children', question: 'Whose file is not complete?', what: 'Child', parts: documentParts, rows },
    answer: `${complete} of ${rows.length} are complete.${leader(rows, 2, ' has most not asked for yet')}`,
  };
}

function readinessBySector(db: ReadableDb): Picture {
  const items = listRows(db, checklistItems);
  const rows = [...SECTORS, null].flatMap((sector): readonly PictureRow[] => {
    const own = items.filter((item) => item.ownerSector === sector);
    const label = sector === null ? 'No sector' : SECTOR_LABELS[sector];
    return own.length === 0 ? [] : [{ label, values: documentCounts(own) }];
  });
  return {
    id: 'sectors',
    ...{ question: 'Which sector still owes documents about children?', what: 'Sector' },
    answer: `${leader(rows, 1, ' owes most of what was asked for').trim() || 'Nobody owes a document that was asked for.'}`,
    ...{ parts: documentParts, rows },
  };
}

function documentCounts(items: readonly { readonly state: string }[]): readonly number[] {
  return ['received', 'asked', 'missing'].map((state) => items.filter((item) => item.state === state).length);
}

function requestsOverTime(db: ReadableDb): Picture {
  const started = today(theEngagement(db).createdAt);
  const asked = listRows(db, requests).map(({ askedAt }) => (askedAt ? today(askedAt) : started));
  const first = new Map<string, IsoDate>();
  for (const { requestId, at } of listRows(db, requestAnswers, {}, ['at']))
    if (requestId && !first.has(requestId)) first.set(requestId, today(at));
  const answered = [...first.values()];
  const days = [...new Set([...asked, ...answered])].sort();
  const rows = days.map((day) => ({
    label: formatDayShort(day),
    values: [asked, answered].map((dates) => dates.filter((one) => one === day).length),
  }));
  return {
    ...{ id: 'requests', question: 'Are we answering as fast as they ask?', what: 'Day' },
    ...{ parts: ['Asked', 'First answered'], rows },
    answer: `${asked.length} asked and ${answered.length} answered with a document so far.`,
  };
}

function loadByHour(db: ReadableDb): Picture {
  const partners = new Set(
    listRows(db, people).flatMap(({ id, side }) => (side === 'partnership' ? [id] : [])),
  );
  const held = listRows(db, meetings).filter((one) => one.day !== null && one.start !== null);
  const there = listRows(db, meetingPeople).filter(({ personId }) => partners.has(personId));
  const hours = Array.from({ length: 12 }, (_, at) => 7 * 60 + at * 60);
  const rows = hours.map((hour) => ({
    label: upperFirst(`${formatTime(hour)} to ${formatTime(hour + 60)}`),
    values: [
      held
        .filter(({ start, minutes }) => (start ?? 0) < hour + 60 && (start ?? 0) + minutes > hour)
        .reduce((sum, { id }) => sum + there.filter(({ meetingId }) => meetingId === id).length, 0),
    ],
  }));
  const used = rows.filter((row) => totalOf(row) > 0);
  return {
    ...{ id: 'load', question: 'At which hour are partners needed most?', what: 'Hour of the day' },
    ...{ parts: ['Places taken'], rows: used },
    answer: leader(used, 0, ' takes most of their time').trim(),
  };
}

function themesByCriterion(db: ReadableDb): Picture {
  const entries = listRows(db, feedbackEntries);
  const kinds = ['strength', 'area-for-improvement', 'question'];
  const counted = (own: typeof entries): readonly number[] => [
    ...kinds.map((kind) => own.filter((entry) => entry.kind === kind).length),
    own.filter((entry) => !kinds.includes(entry.kind)).length,
  ];
  const rows = listRows(db, criteria, {}, ['position']).flatMap(({ id, code, title }) => {
    const own = entries.filter((entry) => entry.criterionId === id);
    const label = [code, title].filter(Boolean).join(' ');
    return own.length === 0 ? [] : [{ label, values: counted(own) }];
  });
  return {
    ...{ id: 'themes', question: 'What do we hear about, and is it good?', what: 'Criterion', rows },
    parts: ['Strengths', 'To improve', 'Questions', 'Other'],
    answer:
      leader(rows, 1, ' has most to improve').trim() || 'Nothing to improve was heard under a criterion.',
  };
}

function ratingsOverVersions(db: ReadableDb): Picture {
  const ratings = ['red', 'amber', 'green', 'none'] as const;
  const row = (label: string, said: readonly { readonly rating: string }[]): PictureRow => ({
    label,
    values: ratings.map((rating) => said.filter((one) => one.rating === rating).length),
  });
  const rows = [
    ...listRows(db, evaluationVersions, {}, ['number']).map(({ number, at, assessments: said }) =>
      row(`Version ${number}, ${formatDayShort(today(at))}`, said),
    ),
    row('Now', listRows(db, assessments)),
  ];
  const [first, last] = [rows[0], rows.at(-1)];
  const change = (last?.values[2] ?? 0) - (first?.values[2] ?? 0);
  return {
    ...{ id: 'ratings', question: 'Do we rate ourselves better than before?', what: 'Version', rows },
    parts: ratings.map((rating) => ratingLabels[rating]),
    answer:
      rows.length < 2
        ? `${last?.values[2] ?? 0} rated green now; no version has been kept to compare with.`
        : `${Math.abs(change)} ${change < 0 ? 'fewer' : 'more'} green than in the first version.`,
  };
}

function countdown(ctx: Context): Picture {
  const { db } = ctx;
  const { engagement, phases, deadlines } = readEngagement(ctx);
  const end = phases.find((phase) => phase.isOnSite)?.to ?? null;
  const start = phases.find((phase) => phase.isOnSite)?.from ?? null;
  const { anchorDate } = engagement;
  const from = anchorDate !== null && start !== null && anchorDate < start ? anchorDate : start;
  const days = from && end ? workingDaysBetween(from, end, engagementCalendar(db)) : [];
  const due = listRows(db, requests).map(({ dueOn }) => dueOn);
  const held = listRows(db, meetings).filter((one) => one.start !== null && one.kind !== 'block');
  const rows = days.map((day) => ({
    label: formatDayShort(day),
    values: [
      deadlines.filter(({ falls }) => falls === day).length,
      due.filter((on) => on === day).length,
      held.filter((one) => one.day === day).length,
    ],
  }));
  const day = today(ctx.clock());
  const left = days.filter((one) => one >= day).length;
  return {
    ...{ id: 'countdown', question: 'What falls on which day until the end?', what: 'Day', rows },
    parts: ['Deadlines', 'Requests due', 'Meetings'],
    answer:
      left === 0 ? 'The last day on site is over.' : `${left} working ${left === 1 ? 'day' : 'days'} left.`,
  };
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** " Child B has most missing (6)."; nothing where no row has any. */
function leader(rows: readonly PictureRow[], part: number, words: string): string {
  const most = mostOf(rows, part);
  return most ? ` ${most.label}${words} (${most.values[part]}).` : '';
}
