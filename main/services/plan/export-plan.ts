import { boardDates } from '../../../shared/domain/governance/board.ts';
import { type PlanAction, planKindLabels } from '../../../shared/domain/plan.ts';
import { monitoringLabels } from '../../../shared/domain/plan-monitoring.ts';
import { today } from '../../../shared/domain/time.ts';
import { formatDayLong, formatInstantLong } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { PlanShown, planChannels } from '../../../shared/ipc/plan.ts';
import { getRow } from '../../db/table.ts';
import { boards } from '../../db/tables.ts';
import { nameRemover } from '../after/nameless.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { type Paper, type PaperBlock, quietText, safeBlock } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { engagementCalendar, theEngagement } from '../engagement.ts';
import { readPlan } from './plan.ts';
import { accuracyBlocks, actionBlocks, findingBlocks, movementBlocks, openActions } from './plan-blocks.ts';

type Input = ParsedInputOf<(typeof planChannels)['plan:exportPlan']>;
type What = Input['what'];

const titles: Readonly<Record<What, string>> = {
  ...planKindLabels,
  findings: 'Findings',
  practice: 'Practice to share',
  accuracy: 'Factual accuracy of the draft report',
};

const fileNames: Readonly<Record<What, string>> = {
  preparation: 'preparation-plan',
  improvement: 'action-plan',
  findings: 'findings',
  practice: 'practice-to-share',
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

/** A plan or table as a paper for a board: people by role, children by code, nothing internal or under embargo. */
export function planPaper(ctx: Context, input: Omit<Input, 'format'>): Paper {
  const { title, council, marking } = theEngagement(ctx.db);
  const safe = input.what === 'practice' ? nameRemover(ctx.db) : coder(ctx.db);
  const { blocks, left } = blocksOf(ctx, input);
  if (blocks.length === 0) throw new AppError('plan/empty');
  return {
    title: titles[input.what],
    facts: [
      [council, title].filter(Boolean).join(', '),
      forBoard(ctx, input.boardId),
      [shownWords[input.show], formatInstantLong(ctx.clock())].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .map(safe),
    marking,
    isLandscape: true,
    blocks: [...blocks.map((block) => safeBlock(block, safe)), ...leftOut(left)],
  };
}

const shownWords: Readonly<Record<PlanShown, string>> = {
  all: '',
  exceptions: 'By exception',
  fortnight: `What moved: ${monitoringLabels.fortnight.toLowerCase()}`,
  term: `What moved: ${monitoringLabels.term.toLowerCase()}`,
};

/** "For the SEND board, Tuesday 8 December 2026". */
function forBoard(ctx: Context, boardId: Input['boardId']): string {
  if (boardId === null) return '';
  const board = getRow(ctx.db, boards, boardId);
  const when = { from: today(ctx.clock()), calendar: engagementCalendar(ctx.db), count: 1 };
  return [`For ${board.name}`, ...boardDates(board, when).map(({ date }) => formatDayLong(date))].join(', ');
}

type Shown = { readonly blocks: readonly PaperBlock[]; readonly left: number };

function leftOut(left: number): readonly PaperBlock[] {
  if (left === 0) return [];
  return [quietText(`${left === 1 ? 'One line is' : `${left} lines are`} left out until publication.`)];
}

function blocksOf(ctx: Context, { what, show }: Omit<Input, 'format'>): Shown {
  const view = readPlan(ctx);
  if (what === 'accuracy') return { blocks: accuracyBlocks(view), left: 0 };
  if (what === 'findings' || what === 'practice') {
    const all = view.findings.filter(({ kind }) => what === 'findings' || kind === 'practice-to-share');
    const findings = all.filter(({ isEmbargoed }) => !isEmbargoed);
    return { blocks: findingBlocks({ ...view, findings }), left: all.length - findings.length };
  }
  const ofPlan = ({ plan: own }: PlanAction) => own === what;
  const open = openActions(view);
  const left = view.actions.filter(ofPlan).length - open.filter(ofPlan).length;
  const plan = { ...view, actions: open };
  const isOne = show === 'all' || show === 'exceptions';
  return {
    blocks: isOne ? actionBlocks(ctx, plan, what, show) : movementBlocks(ctx, plan, what, show),
    left,
  };
}
