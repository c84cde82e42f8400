import { Rating, ratingLabels } from '../evaluation.ts';
import { parsed, refused } from '../parsed.ts';
import { ActionState, actionStateLabels, PlanKind, planKindLabels } from '../plan.ts';
import type { IsoDate } from '../time.ts';
import { cleanText, type ReadCell, readDate, readText } from './cells.ts';
import { plainLetters } from './names.ts';
import type { Finished, Target } from './target.ts';

/** A line of a plan as a row of a workbook gives it; what the row does not say is null. */
export type ActionRow = {
  readonly reference: string | null;
  readonly plan: PlanKind | null;
  readonly area: string | null;
  readonly title: string | null;
  readonly owner: string | null;
  readonly partner: string | null;
  readonly measure: string | null;
  readonly dueOn: IsoDate | null;
  readonly state: ActionState | null;
  readonly rating: Rating | null;
  /** What is to be kept as progress. */
  readonly report: string | null;
};

/** Reads one of a few words as the workbook writes them, whatever their case and spaces. */
function readChoice<V extends string>(
  values: readonly V[],
  labels: Readonly<Record<V, string>>,
): ReadCell<V | null> {
  return (cell) => {
    const text = cleanText(cell);
    if (text === null) return parsed(null);
    const value = values.find((one) => [one, labels[one]].map(plainLetters).includes(plainLetters(text)));
    if (value !== undefined) return parsed(value);
    return refused(`“${text}” is none of: ${values.map((one) => labels[one]).join(', ')}.`);
  };
}

/** Reads the lines of an action plan: its updates by reference, and lines without one as new actions. */
export const actionsTarget: Target<ActionRow, ActionRow> = {
  kind: 'actions',
  label: 'Actions',
  refusedHeadings: [
    { heading: 'Last reported', reason: 'It is what was reported before; new progress goes under “Report”.' },
  ],
  needsOneOf: ['reference', 'title'],
  fields: [
    {
      field: 'reference',
      label: 'Reference',
      required: false,
      synonyms: ['ref', 'no', 'number', 'action ref'],
      parse: readText(20),
    },
    {
      field: 'title',
      label: 'Action',
      required: false,
      synonyms: ['what', 'task', 'what will be done'],
      parse: readText(400),
    },
    {
      field: 'report',
      label: 'Report',
      required: false,
      synonyms: ['update', 'progress', 'progress update', 'latest update'],
      parse: readText(2000),
    },
    {
      field: 'state',
      label: 'State',
      required: false,
      synonyms: ['status'],
      parse: readChoice(ActionState.options, actionStateLabels),
    },
    {
      field: 'rating',
      label: 'Rating',
      required: false,
      synonyms: ['rag', 'rag rating'],
      parse: readChoice(Rating.options, ratingLabels),
    },
    {
      field: 'dueOn',
      label: 'By when',
      required: false,
      synonyms: ['due', 'due date', 'deadline', 'target date'],
      parse: readDate,
    },
    {
      field: 'owner',
      label: 'Who',
      required: false,
      synonyms: ['owner', 'lead', 'responsible officer'],
      parse: readText(160),
    },
    {
      field: 'partner',
      label: 'With',
      required: false,
      synonyms: ['partner', 'partners'],
      parse: readText(160),
    },
    {
      field: 'measure',
      label: 'How we will know',
      required: false,
      synonyms: ['measure', 'success measure', 'success criteria', 'kpi'],
      parse: readText(600),
    },
    {
      field: 'area',
      label: 'Area',
      required: false,
      synonyms: ['theme', 'priority', 'workstream'],
      parse: readText(160),
    },
    {
      field: 'plan',
      label: 'Plan',
      required: false,
      synonyms: [],
      parse: readChoice(PlanKind.options, planKindLabels),
    },
  ],
  finish: (draft): Finished<ActionRow> => ({
    values: draft,
    problems: [],
    guessed: [],
    ...(draft.reference === null && draft.title === null
      ? { refusal: 'It has neither a reference nor an action.' }
      : {}),
  }),
};
