import type { Criterion } from '../../shared/domain/engagement.ts';
import { type FeedbackEntry, feedbackKindLabels } from '../../shared/domain/feedback.ts';
import { today } from '../../shared/domain/time.ts';
import { formatDayLong, formatInstantLong } from '../../shared/domain/time-words.ts';
import { corroborationLabels, triangulate } from '../../shared/domain/triangulation.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { feedbackChannels } from '../../shared/ipc/feedback.ts';
import { listRows } from '../db/table.ts';
import { criteria, feedbackEntries, people } from '../db/tables.ts';
import { coder } from './child-codes.ts';
import type { Context } from './context.ts';
import { heading, list, type Paper, type PaperBlock, quietText } from './document/paper.ts';
import { savePaper } from './document/save-paper.ts';
import { theEngagement } from './engagement.ts';
import { keepInTouchAgenda } from './keep-in-touch-agenda.ts';
import { changeBlocks, nextDayBlocks, nextWorkingDay, type Safe } from './keep-in-touch-day.ts';
import { dueWords, requestBlocks } from './keep-in-touch-requests.ts';
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
 * The note of a day's keep-in-touch: what was heard, what it asks of us, which requests wait, and tomorrow with its changes;
 * for the team itself the agenda in its place.
 * For partners nothing under embargo is in it. Roles stand for the people who spoke, codes for children.
 */
export function keepInTouchPaper(ctx: Context, { day, audience }: Omit<Input, 'format'>): Paper {
  if (audience === 'team') return keepInTouchAgenda(ctx, day);
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
