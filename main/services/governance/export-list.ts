import { boardDates, escalationMap } from '../../../shared/domain/governance/board.ts';
import { briefingKindLabels } from '../../../shared/domain/governance/briefing.ts';
import {
  alignmentKindLabels,
  alignmentStandingLabels,
  inPounds,
  resourceKindLabels,
} from '../../../shared/domain/governance/register.ts';
import {
  isOpenToAll,
  reportAccessLabels,
  reportKindLabels,
  reportStateLabels,
} from '../../../shared/domain/governance/report.ts';
import { rhythmLabels } from '../../../shared/domain/governance/rhythm.ts';
import { signOffStanding } from '../../../shared/domain/governance/sign-off.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import { today } from '../../../shared/domain/time.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { GovernanceList, GovernanceView, governanceChannels } from '../../../shared/ipc/governance.ts';
import { listRows } from '../../db/table.ts';
import { people } from '../../db/tables.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { heading, type Paper, type PaperBlock, quietText, safeBlock } from '../document/paper.ts';
import { below, dayCell } from '../document/paper-cells.ts';
import { savePaper } from '../document/save-paper.ts';
import { engagementCalendar, theEngagement } from '../engagement.ts';
import { readEvaluation } from '../evaluation/evaluation.ts';
import { readGovernance } from './governance.ts';

type Input = ParsedInputOf<(typeof governanceChannels)['governance:exportList']>;

const titles: Readonly<Record<GovernanceList, string>> = {
  boards: 'Boards and who answers to whom',
  reports: 'Reports to boards and members',
  briefings: 'Briefings, visits and updates',
  'sign-offs': 'Sign-off',
  resources: 'Help, resources and priorities',
};

/**
 * Saves a list where the user says; false when they close the dialog. Fails with `governance/empty` when nothing in it
 * may be shown to others, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportList(
  ctx: Context,
  { what, format }: Input,
): Promise<{ readonly saved: boolean }> {
  return savePaper(ctx, listPaper(ctx, what), { format, name: what });
}

/** A list as a paper for others: people by role, children by code, nothing internal and nothing under embargo. */
export function listPaper(ctx: Context, what: GovernanceList): Paper {
  const { title, council, marking } = theEngagement(ctx.db);
  const safe = coder(ctx.db);
  const blocks = blocksOf(ctx, what).map((block) => safeBlock(block, safe));
  if (blocks.length === 0) throw new AppError('governance/empty');
  const facts = [[council, title].filter(Boolean).join(', '), formatInstantLong(ctx.clock())];
  return { title: titles[what], facts: facts.map(safe), marking, isLandscape: true, blocks };
}

function blocksOf(ctx: Context, what: GovernanceList): readonly PaperBlock[] {
  const view = readGovernance(ctx);
  if (what === 'boards') return boardBlocks(ctx, view);
  if (what === 'reports') return reportBlocks(view);
  if (what === 'briefings') return briefingBlocks(view);
  if (what === 'sign-offs') return signOffBlocks(ctx, view);
  return resourceBlocks(view);
}

function boardBlocks(ctx: Context, { boards, members }: GovernanceView): readonly PaperBlock[] {
  const roles = new Map(listRows(ctx.db, people).map(({ id, role, name }) => [id, role || name]));
  const names = new Map(boards.map(({ id, name }) => [id, name]));
  const when = { from: today(ctx.clock()), calendar: engagementCalendar(ctx.db), count: 1 };
  const seats = (boardId: RowId, isChair: boolean) =>
    below(
      ...members
        .filter((one) => one.boardId === boardId && one.isChair === isChair)
        .map(({ personId, role }) => role || (personId && roles.get(personId))),
    );
  return table('Boards', ['Board', 'What it is for', 'Chair', 'Members', 'Answers to', 'Meets'], {
    widths: [18, 24, 14, 18, 12, 14],
    rows: escalationMap(boards).map(({ board }) => [
      board.name,
      board.remit,
      seats(board.id, true),
      seats(board.id, false),
      (board.answersToId && names.get(board.answersToId)) || '',
      below(
        rhythmLabels[board.rhythm],
        ...boardDates(board, when).map(({ date }) => `Next: ${dayCell(date)}`),
      ),
    ]),
  });
}

/** A report that is not public stands in the list by its title alone; one under embargo does not stand in it. */
function reportBlocks({ boards, reports }: GovernanceView): readonly PaperBlock[] {
  const names = new Map(boards.map(({ id, name }) => [id, name]));
  const shown = reports.filter(({ isEmbargoed }) => !isEmbargoed);
  const blocks = table('Reports', ['When', 'To', 'Report', 'For', 'State and decision'], {
    widths: [15, 18, 30, 15, 22],
    rows: shown.map((report) => [
      dayCell(report.on),
      (report.boardId && names.get(report.boardId)) || report.audience,
      below(report.title, isOpenToAll(report) && report.summary),
      below(
        reportKindLabels[report.kind],
        report.isKeyDecision && 'Key decision',
        reportAccessLabels[report.access],
      ),
      below(
        reportStateLabels[report.state],
        isOpenToAll(report) && report.decision,
        isOpenToAll(report) && dayCell(report.decidedOn),
      ),
    ]),
  });
  const left = reports.length - shown.length;
  if (left === 0 || blocks.length === 0) return blocks;
  return [
    ...blocks,
    quietText(`${left === 1 ? 'One report is' : `${left} reports are`} left out until publication.`),
  ];
}

function briefingBlocks({ briefings }: GovernanceView): readonly PaperBlock[] {
  return table('Briefings, visits and updates', ['When', 'Who', 'What', 'To get done', 'To find out'], {
    widths: [16, 18, 26, 20, 20],
    rows: briefings.map(({ on, isDone, who, kind, service, actions, information }) => [
      dayCell(on),
      who,
      below(briefingKindLabels[kind], service, isDone && 'Done'),
      actions,
      information,
    ]),
  });
}

function signOffBlocks(ctx: Context, { signOffs }: GovernanceView): readonly PaperBlock[] {
  const { versions } = readEvaluation(ctx);
  return signOffs.flatMap((one): readonly PaperBlock[] => [
    heading(one.title),
    quietText(below(signOffStanding(one, versions).words, one.dueOn && `Wanted by ${dayCell(one.dueOn)}`)),
    ...table(`Sign-off of ${one.title}`, ['Who', 'Initials', 'Date'], {
      widths: [50, 20, 30],
      rows: one.steps.map(({ title, initials, on }) => [title, initials, dayCell(on)]),
    }),
  ]);
}

function resourceBlocks({ resources, alignments }: GovernanceView): readonly PaperBlock[] {
  return [
    ...titled('Help and resources', ['What', 'Kind', 'From or to', 'Amount', 'When', 'Note'], {
      widths: [24, 13, 16, 10, 20, 17],
      rows: resources.map(({ title, kind, from, pounds, startsOn, endsOn, note }) => [
        title,
        resourceKindLabels[kind],
        from,
        pounds === null ? '' : inPounds(pounds),
        below(dayCell(startsOn), endsOn && `to ${dayCell(endsOn)}`),
        note,
      ]),
    }),
    ...titled('What our plans have to fit', ['What', 'Kind', 'Whose', 'Checked', 'Where it shows'], {
      widths: [28, 16, 16, 14, 26],
      rows: alignments.map(({ title, kind, owner, standing, shownBy }) => [
        title,
        alignmentKindLabels[kind],
        owner,
        alignmentStandingLabels[standing],
        shownBy,
      ]),
    }),
  ];
}

/** A table under its caption as a heading, where a paper has several. */
function titled(...given: Parameters<typeof table>): readonly PaperBlock[] {
  const blocks = table(...given);
  return blocks.length === 0 ? [] : [heading(given[0]), ...blocks];
}

function table(
  caption: string,
  head: readonly string[],
  { rows, widths }: { readonly rows: readonly (readonly string[])[]; readonly widths: readonly number[] },
): readonly PaperBlock[] {
  return rows.length === 0 ? [] : [{ is: 'table', caption, head, rows, widths }];
}
