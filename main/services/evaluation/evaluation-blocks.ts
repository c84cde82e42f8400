import { type Criterion, type Indicator, indicatorStateLabels } from '../../../shared/domain/engagement.ts';
import {
  type Contribution,
  ContributorGroup,
  contributorGroupLabels,
  type FrozenAssessment,
  type Impact,
  outcomeGroupLabels,
} from '../../../shared/domain/evaluation.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { heading, type PaperBlock } from '../document/paper.ts';
import { below } from '../document/paper-cells.ts';

export type Safe = (words: string) => string;

/** How far each indicator of what is shown is met, and by what. */
export function indicatorTable(
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
export function contributors(all: readonly Contribution[]): readonly PaperBlock[] {
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

/** What has become different, and since when. */
export function timeline(lines: readonly Impact[], safe: Safe): readonly PaperBlock[] {
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
