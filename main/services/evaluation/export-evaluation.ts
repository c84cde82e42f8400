import {
  type AssessedBy,
  assessedByLabels,
  assessmentParts,
  type FrozenAssessment,
  frozen,
  ratingLabels,
  standingLabels,
} from '../../../shared/domain/evaluation.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
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
import { heading, labelled, type Paper, type PaperBlock, quietText } from '../document/paper.ts';
import { savePaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { contributors, indicatorTable, type Safe, timeline } from './evaluation-blocks.ts';

type Input = ParsedInputOf<(typeof evaluationChannels)['evaluation:exportEvaluation']>;

/**
 * Saves the self-evaluation where the user says; false when they close the dialog. Fails with `evaluation/empty` when
 * there is nothing to save, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportEvaluation(ctx: Context, input: Input): Promise<{ readonly saved: boolean }> {
  const paper = evaluationPaper(ctx, input, input.format === 'xlsx');
  return savePaper(ctx, paper, { format: input.format, name: 'self-evaluation' });
}

/**
 * The self-evaluation as a paper: no note for ourselves, and a child's code where a child's name was typed. What is said
 * stands in one table where there is only room for tables.
 */
export function evaluationPaper(
  ctx: Context,
  { versionId, assessedBy }: Omit<Input, 'format'>,
  isTables = false,
): Paper {
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
      ...(isTables
        ? [wholeTable(shown, safe)]
        : [overview(shown, safe), ...wholeText(shown, assessedBy, safe)]),
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

/** All that is said under each criterion, a row for each party, to be filtered and sorted. */
function wholeTable(said: readonly FrozenAssessment[], safe: Safe): PaperBlock {
  const parts = assessmentParts.map(([, label]) => label);
  return {
    is: 'table',
    caption: 'Self-evaluation',
    head: ['Code', 'Criterion', 'Group', 'Assessed by', 'Stands as', 'Rating', 'Why this rating', ...parts],
    widths: [8, 26, 16, 12, 14, 9, 22, ...parts.map(() => 32)],
    rows: said.map((one) => [
      ...[one.code, safe(one.title), safe(one.group), assessedByLabels[one.assessedBy]],
      ...[standingLabels[one.standing], ratingLabels[one.rating], safe(one.ratingReason)],
      ...assessmentParts.map(([key]) => safe(one[key].trim())),
    ]),
  };
}

function wholeText(
  said: readonly FrozenAssessment[],
  only: AssessedBy | null,
  safe: Safe,
): readonly PaperBlock[] {
  return groupsOf(said).flatMap(([group, own]) => [
    ...(group ? [heading(safe(group))] : []),
    ...own.flatMap((one) => assessmentBlocks(one, only, safe)),
  ]);
}

function assessmentBlocks(one: FrozenAssessment, only: AssessedBy | null, safe: Safe): readonly PaperBlock[] {
  const by = only ? '' : ` (${assessedByLabels[one.assessedBy].toLowerCase()})`;
  const rated = [standingLabels[one.standing], ratingLabels[one.rating]].join(', ');
  return [
    heading(safe(`${[one.code, one.title].filter(Boolean).join(': ')}${by}`), 3),
    quietText(safe(one.ratingReason ? `${rated}: ${one.ratingReason}` : rated)),
    ...assessmentParts.flatMap(([key, label]) =>
      one[key].trim() === '' ? [] : [labelled(label, safe(one[key].trim()))],
    ),
  ];
}

function groupsOf(
  said: readonly FrozenAssessment[],
): readonly (readonly [string, readonly FrozenAssessment[]])[] {
  const groups = new Map<string, FrozenAssessment[]>();
  for (const one of said) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}
