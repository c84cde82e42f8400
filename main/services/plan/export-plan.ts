import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import {
  actionStateLabels,
  answerLabels,
  exceptionLabels,
  exceptionsOf,
  findingKindLabels,
  type PlanAction,
  type PlanKind,
  planKindLabels,
} from '../../../shared/domain/plan.ts';
import { formatDayLong, formatInstantLong, today } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { PlanView, planChannels } from '../../../shared/ipc/plan.ts';
import { listRows } from '../../db/table.ts';
import { people } from '../../db/tables.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { heading, type Paper, type PaperBlock, safeBlock } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { readPlan } from './plan.ts';

type Input = ParsedInputOf<(typeof planChannels)['plan:exportPlan']>;
type What = Input['what'];

const titles: Readonly<Record<What, string>> = {
  ...planKindLabels,
  findings: 'Findings',
  accuracy: 'Factual accuracy of the draft report',
};

const fileNames: Readonly<Record<What, string>> = {
  preparation: 'preparation-plan',
  improvement: 'action-plan',
  findings: 'findings',
  accuracy: 'factual-accuracy',
};

/**
 * Saves a plan or table where the user says; false when they close the dialog. Fails with `plan/empty` when there is
 * nothing in it, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportPlan(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  const { format, what } = input;
  return savePaper(ctx, planPaper(ctx, input), { format, name: fileNames[what] });
}

/** A plan or table as a paper for a board: people by role, children by code. */
export function planPaper(ctx: Context, { what, byException }: Omit<Input, 'format'>): Paper {
  const { title, council, marking } = theEngagement(ctx.db);
  const safe = coder(ctx.db);
  const blocks = blocksOf(ctx, what, byException).map((block) => safeBlock(block, safe));
  if (blocks.length === 0) throw new AppError('plan/empty');
  return {
    title: titles[what],
    facts: [
      [council, title].filter(Boolean).join(', '),
      `${byException ? 'By exception, ' : ''}${formatInstantLong(ctx.clock())}`,
    ].map(safe),
    marking,
    isLandscape: true,
    blocks,
  };
}

function blocksOf(ctx: Context, what: What, byException: boolean): readonly PaperBlock[] {
  const view = readPlan(ctx);
  if (what === 'findings') return findingBlocks(view);
  if (what === 'accuracy') return accuracyBlocks(view);
  return actionBlocks(ctx, view, what, byException);
}

function actionBlocks(
  ctx: Context,
  view: PlanView,
  plan: PlanKind,
  byException: boolean,
): readonly PaperBlock[] {
  const day = today(ctx.clock());
  const roles = new Map(listRows(ctx.db, people).map(({ id, role, name }) => [id, role || name]));
  const why = (action: PlanAction) =>
    exceptionsOf(action, view, day).map((reason) => exceptionLabels[reason]);
  const shown = view.actions.filter(
    (action) => action.plan === plan && (!byException || why(action).length > 0),
  );
  const areas = [...new Set(shown.map(({ area }) => area))];
  return areas.flatMap((area): readonly PaperBlock[] => [
    ...(area ? [heading(area)] : []),
    {
      is: 'table',
      caption: area || 'Actions',
      head: ['Action', 'Who', 'By when', 'How we will know', 'State', 'Latest'],
      widths: [28, 13, 12, 18, 11, 18],
      rows: shown
        .filter((action) => action.area === area)
        .map((action) => [
          action.title,
          [(action.ownerId && roles.get(action.ownerId)) || 'Nobody yet', action.partner]
            .filter(Boolean)
            .join('\n'),
          action.dueOn ? formatDayLong(action.dueOn) : 'Not said',
          action.measure,
          [actionStateLabels[action.state], ratingLabels[action.rating], ...why(action)].join('\n'),
          latest(view, action),
        ]),
    },
  ]);
}

function latest({ updates }: PlanView, { id }: PlanAction): string {
  const update = updates.find((one) => one.actionId === id);
  return update ? `${formatDayLong(today(update.at))}\n${update.text}` : '';
}

/** A finding stands once under each of its headings. */
function findingBlocks({ findings }: PlanView): readonly PaperBlock[] {
  const headings = [...new Set(findings.flatMap((one) => (one.headings.length > 0 ? one.headings : [''])))];
  return headings.flatMap((title): readonly PaperBlock[] => [
    ...(title ? [heading(title)] : []),
    {
      is: 'table',
      caption: title || 'Findings',
      head: ['What was found', 'Kind', 'From', 'Progress'],
      widths: [42, 16, 18, 24],
      rows: findings
        .filter((one) => (title ? one.headings.includes(title) : one.headings.length === 0))
        .map((one) => [
          one.text,
          findingKindLabels[one.kind],
          [one.from, one.on ? formatDayLong(one.on) : ''].filter(Boolean).join('\n'),
          [one.isResolved ? 'Resolved' : '', one.progress].filter(Boolean).join('\n'),
        ]),
    },
  ]);
}

function accuracyBlocks({ accuracy }: PlanView): readonly PaperBlock[] {
  if (accuracy.length === 0) return [];
  return [
    {
      is: 'table',
      caption: 'Points of accuracy',
      head: ['Paragraph', 'What it says', 'What we say', 'What shows it', 'Answer'],
      widths: [10, 28, 28, 22, 12],
      rows: accuracy.map(({ paragraph, theySay, weSay, shownBy, answer }) => [
        paragraph,
        theySay,
        weSay,
        shownBy,
        answerLabels[answer],
      ]),
    },
  ];
}
