import type { Criterion } from '../../shared/domain/engagement.ts';
import { type FeedbackEntry, feedbackKindLabels } from '../../shared/domain/feedback.ts';
import { isOpenRequest } from '../../shared/domain/request.ts';
import { addDays, type IsoDate, today } from '../../shared/domain/time.ts';
import { formatDayLong, formatInstantLong, formatTime } from '../../shared/domain/time-words.ts';
import { corroborationLabels, triangulate } from '../../shared/domain/triangulation.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { feedbackChannels } from '../../shared/ipc/feedback.ts';
import { listRows } from '../db/table.ts';
import { criteria, feedbackEntries, people, requests } from '../db/tables.ts';
import { coder } from './child-codes.ts';
import type { Context } from './context.ts';
import { heading, list, type Paper, type PaperBlock, quietText } from './document/paper.ts';
import { savePaper } from './document/save-paper.ts';
import { theEngagement } from './engagement.ts';
import { changeBlocks, nextDayBlocks, nextWorkingDay, type Safe } from './keep-in-touch-day.ts';
import { versionLabel } from './versions/standing.ts';

type Input = ParsedInputOf<(typeof feedbackChannels)['feedback:saveKeepInTouch']>;

/**
 * Saves the note of a day's keep-in-touch where the user says; false when they close the dialog. Fails with `disk/full`
 * or `disk/cannot-write`.
 */
export function saveKeepInTouch(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  const name = `keep-in-touch-${input.day}`;
  return savePaper(ctx, keepInTouchPaper(ctx, input), { format: input.format, name });
}

/**
 * The agenda and note of a day's keep-in-touch: what was heard, what it asks of us, which requests wait, and tomorrow with
 * its changes.
 * For partners nothing under embargo is in it. Roles stand for the people who spoke, codes for children.
 */
export function keepInTouchPaper(ctx: Context, { day, audience }: Omit<Input, 'format'>): Paper {
  const { db } = ctx;
  const { title, council, marking } = theEngagement(db);
  const safe = coder(db);
  const logged = listRows(db, feedbackEntries, {}, ['at']).filter((entry) => today(entry.at) === day);
  const heard = logged.filter((entry) => audience === 'ourselves' || !entry.isEmbargoed);
  const isLeftOut = heard.length < logged.length;
  const next = nextWorkingDay(ctx, day);
  const isEmbargoed = heard.some((entry) => entry.isEmbargoed);
  return {
    title: `Keep in touch, ${formatDayLong(day)}`,
    facts: [
      [council, title].filter(Boolean).join(', '),
      `Written ${formatInstantLong(ctx.clock())}. Timetable: ${versionLabel(ctx).toLowerCase()}`,
      ...(isEmbargoed
        ? ['For ourselves only: it holds feedback that is under embargo until publication.']
        : []),
      ...(isLeftOut ? ['What is under embargo until publication is left out.'] : []),
    ].map(safe),
    marking,
    blocks: [
      heading('What was heard'),
      ...(isLeftOut && heard.length === 0
        ? [quietText('Nothing that may be passed on before publication.')]
        : heardBlocks(heard, listRows(db, criteria, {}, ['position']), safe)),
      heading('What we will do'),
      ...actionBlocks(ctx, heard, safe),
      heading('Requests that wait'),
      ...requestBlocks(ctx, day, safe),
      heading('What changes on the next day'),
      ...changeBlocks(ctx, { day, next }, safe),
      heading('The next day'),
      ...nextDayBlocks(ctx, next, safe),
    ],
  };
}

function heardBlocks(
  heard: readonly FeedbackEntry[],
  asked: readonly Criterion[],
  safe: Safe,
): readonly PaperBlock[] {
  if (heard.length === 0) return [quietText('Nothing was logged.')];
  return [...asked, null].flatMap((criterion): readonly PaperBlock[] => {
    const own = heard.filter((entry) => entry.criterionId === (criterion?.id ?? null));
    if (own.length === 0) return [];
    const { level } = triangulate(own);
    const theme = criterion
      ? [criterion.code, criterion.title].filter(Boolean).join(': ')
      : 'Other things said';
    return [
      heading(safe(theme), 3),
      quietText(`${own.length === 1 ? '1 entry' : `${own.length} entries`}. ${corroborationLabels[level]}.`),
      list(own.map((entry) => safe(entryLine(entry)))),
    ];
  });
}

function entryLine({ kind, text, isQuote, saidBy, reply }: FeedbackEntry): string {
  const words = isQuote ? `“${text}”` : text;
  const by = saidBy ? ` (${saidBy})` : '';
  return `${feedbackKindLabels[kind]}: ${words}${by}${reply ? `\nAnswered: ${reply}` : ''}`;
}

function actionBlocks(ctx: Context, heard: readonly FeedbackEntry[], safe: Safe): readonly PaperBlock[] {
  const roles = new Map(listRows(ctx.db, people).map(({ id, role, name }) => [id, role || name]));
  const open = heard.filter((entry) => entry.action !== '' && !entry.isActionDone);
  if (open.length === 0) return [quietText('Nothing is left to do from what was heard.')];
  return [
    {
      is: 'table',
      caption: 'Actions',
      head: ['Action', 'Who', 'By when'],
      widths: [52, 22, 26],
      rows: open.map(({ action, actionOwnerId, actionDueOn, actionDueAt }) =>
        [
          action,
          (actionOwnerId && roles.get(actionOwnerId)) || 'Nobody yet',
          dueWords(actionDueOn, actionDueAt) || 'Not said',
        ].map(safe),
      ),
    },
  ];
}

function requestBlocks(ctx: Context, day: IsoDate, safe: Safe): readonly PaperBlock[] {
  const waiting = listRows(ctx.db, requests, {}, ['reference']).filter(
    (request) => isOpenRequest(request) && request.dueOn !== null && request.dueOn <= addDays(day, 1),
  );
  if (waiting.length === 0) return [quietText('None is due by tomorrow.')];
  return [
    {
      is: 'table',
      caption: 'Requests due by tomorrow',
      head: ['Reference', 'What', 'Due'],
      widths: [16, 48, 36],
      rows: waiting.map(({ reference, title, dueOn }) =>
        [reference, title, dueOn ? `${formatDayLong(dueOn)}${dueOn < day ? ', overdue' : ''}` : ''].map(safe),
      ),
    },
  ];
}

/** "Wednesday 25 November 2026, 4pm"; nothing where no day is said. */
function dueWords(date: IsoDate | null, minutes: number | null): string {
  if (date === null) return '';
  return [formatDayLong(date), ...(minutes === null ? [] : [formatTime(minutes)])].join(', ');
}
