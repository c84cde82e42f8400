import { type Criterion, type Indicator, indicatorStateLabels } from '../../../shared/domain/engagement.ts';
import {
  type AssessedBy,
  assessedByLabels,
  assessmentParts,
  type Contribution,
  ContributorGroup,
  contributorGroupLabels,
  type FrozenAssessment,
  frozen,
  type Impact,
  outcomeGroupLabels,
  ratingLabels,
  standingLabels,
} from '../../../shared/domain/evaluation.ts';
import { formatDayLong, formatInstantLong } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { evaluationChannels } from '../../../shared/ipc/evaluation.ts';
import { getRow, listRows } from '../../db/table.ts';
import {
  assessments,
  contributions,
  criteria,
  evaluationVersions,
  impacts,
  indicators,
} from '../../db/tables.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { heading, type Paper, type PaperBlock, quietText, text } from '../document/paper.ts';
import { below } from '../document/paper-cells.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';

type Input = ParsedInputOf<(typeof evaluationChannels)['evaluation:exportEvaluation']>;

/**
 * Saves the self-evaluation where the user says; false when they close the dialog. Fails with `evaluation/empty` when
 * there is nothing to save, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportEvaluation(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  const paper = evaluationPaper(ctx, input);
  return savePaper(ctx, paper, { format: input.format, name: 'self-evaluation' });
}

/** The self-evaluation as a paper: no note for ourselves, and a child's code where a child's name was typed. */
export function evaluationPaper(ctx: Context, { versionId, assessedBy }: Omit<Input, 'format'>): Paper {
  const { db } = ctx;
  const { title, council, marking } = theEngagement(db);
  const version = versionId ? getRow(db, evaluationVersions, versionId) : null;
  const said = version
    ? version.assessments
    : frozen(listRows(db, assessments), listRows(db, criteria, {}, ['position']));
  const shown = said.filter((one) => assessedBy === null || one.assessedBy === assessedBy);
  if (shown.length === 0) throw new AppError('evaluation/empty');
  const safe = coder(db);
  const facts = [
    [council, title].filter(Boolean).join(', '),
    version
      ? `Version ${version.number}, for ${version.audience}, ${formatInstantLong(version.at)}`
      : `Draft, ${formatInstantLong(ctx.clock())}`,
    ...(assessedBy ? [`As assessed by: ${assessedByLabels[assessedBy].toLowerCase()}`] : []),
  ];
  return {
    title: 'Self-evaluation',
    facts: facts.map(safe),
    marking,
    blocks: [
      overview(shown, safe),
      ...groupsOf(shown).flatMap(([group, own]) => [
        ...(group ? [heading(safe(group))] : []),
        ...own.flatMap((one) => assessmentBlocks(one, assessedBy, safe)),
      ]),
      ...(versionId
        ? []
        : [
            ...indicatorTable(
              { all: listRows(db, indicators, {}, ['position']), criteria: listRows(db, criteria) },
              shown,
              safe,
            ),
            ...timeline(listRows(db, impacts, {}, ['date']), safe),
            ...contributors(listRows(db, contributions)),
          ]),
    ],
  };
}

type Safe = (words: string) => string;

function overview(said: readonly FrozenAssessment[], safe: Safe): PaperBlock {
  return {
    is: 'table',
    caption: 'How each criterion stands',
    head: ['Criterion', 'Assessed by', 'Stands as', 'Rating'],
    widths: [52, 16, 18, 14],
    rows: said.map((one) => [
      safe([one.code, one.title].filter(Boolean).join(': ')),
      assessedByLabels[one.assessedBy],
      standingLabels[one.standing],
      ratingLabels[one.rating],
    ]),
  };
}

function assessmentBlocks(one: FrozenAssessment, only: AssessedBy | null, safe: Safe): readonly PaperBlock[] {
  const by = only ? '' : ` (${assessedByLabels[one.assessedBy].toLowerCase()})`;
  const rated = [standingLabels[one.standing], ratingLabels[one.rating]].join(', ');
  return [
    heading(safe(`${[one.code, one.title].filter(Boolean).join(': ')}${by}`), 3),
    quietText(safe(one.ratingReason ? `${rated}: ${one.ratingReason}` : rated)),
    ...assessmentParts.flatMap(([key, label]) =>
      one[key].trim() === '' ? [] : [text(safe(`${label}\n${one[key].trim()}`))],
    ),
  ];
}

/** How far each indicator of what is shown is met, and by what. */
function indicatorTable(
  { all, criteria }: { readonly all: readonly Indicator[]; readonly criteria: readonly Criterion[] },
  said: readonly FrozenAssessment[],
  safe: Safe,
): readonly PaperBlock[] {
  const codes = new Map(criteria.map(({ id, code, title }) => [id, code || title]));
  const criteriaShown = new Map(said.map(({ criterionId, code, title }) => [criterionId, code || title]));
  const rows = all.flatMap(({ criterionId, text: words, state, shownBy, seeAlso }) => {
    const criterion = criteriaShown.get(criterionId);
    const others = seeAlso.flatMap((id) => codes.get(id) ?? []).join(', ');
    return criterion === undefined
      ? []
      : [
          [
            safe(criterion),
            safe(words),
            indicatorStateLabels[state],
            safe(below(shownBy, others && `See also ${others}`)),
          ],
        ];
  });
  if (rows.length === 0) return [];
  const head = ['Criterion', 'Indicator', 'State', 'Shown by'];
  return [
    heading('What would show it'),
    { is: 'table', caption: 'Indicators by criterion', head, widths: [14, 44, 16, 26], rows },
  ];
}

/** Who commented, by group, and how much of it was taken in; nobody is named and nothing is quoted. */
function contributors(all: readonly Contribution[]): readonly PaperBlock[] {
  const rows = ContributorGroup.options.flatMap((group) => {
    const own = all.filter((one) => one.group === group);
    const taken = own.filter((one) => one.state === 'taken-in').length;
    return own.length === 0 ? [] : [[contributorGroupLabels[group], String(own.length), String(taken)]];
  });
  if (rows.length === 0) return [];
  return [
    heading('Who contributed'),
    { is: 'table', caption: 'Contributions by group', head: ['Who', 'Comments', 'Taken in'], rows },
  ];
}

function timeline(lines: readonly Impact[], safe: Safe): readonly PaperBlock[] {
  if (lines.length === 0) return [];
  return [
    heading('What has become different for children'),
    {
      is: 'table',
      caption: 'Impact by date',
      head: ['When', 'What', 'For whom', 'What shows it'],
      widths: [18, 34, 20, 28],
      rows: lines.map(({ date, title, group, shownBy }) => [
        formatDayLong(date),
        safe(title),
        outcomeGroupLabels[group],
        safe(shownBy),
      ]),
    },
  ];
}

function groupsOf(
  said: readonly FrozenAssessment[],
): readonly (readonly [string, readonly FrozenAssessment[]])[] {
  const groups = new Map<string, FrozenAssessment[]>();
  for (const one of said) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}
