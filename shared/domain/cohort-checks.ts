import { parseNhsNumber, parseUpn } from './identifiers.ts';
import { cleanText, readDate } from './import/cells.ts';
import { headingKey } from './import/heading.ts';
import type { Cell, Row } from './import/table.ts';
import { sameNumbers } from './same-numbers.ts';
import { ageOn, type IsoDate } from './time.ts';

/** One thing to mend or to look at in a list before it is submitted; no name or number of a child is in it. */
export type CohortFinding = {
  /** The number beside the row in the spreadsheet. */
  readonly rowNumber: number;
  readonly rule: string;
  readonly severity: 'error' | 'query';
  readonly sentence: string;
};

/** The columns of the two published lists that the checks look at, under what else they may be headed. */
const columns = {
  upn: ['UPN', 'Unique pupil number'],
  nhsNumber: ['NHS number', 'NHS no', 'NHS', 'NHS num', 'NHS ID'],
  uln: ['ULN', 'Unique learner number'],
  dateOfBirth: ['Date of birth', 'DOB', 'Birth date'],
  gender: ['Gender', 'Sex'],
  ethnicity: ['Ethnicity', 'Ethnic origin'],
  initialPlan: ['Date initial EHC plan issued', 'Date initial EHC plan'],
  updatedPlan: ['Date updated EHC plan issued', 'Date updated EHC plan'],
  lastReview: ['Date EHC plan last reviewed', 'Last annual review', 'Date last reviewed'],
  need: ['SEN primary need', 'Primary need', 'Need'],
  setting: ['Main education establishment – URN', 'Setting', 'School', 'URN'],
  disability: ['Does the child or young person have a disability?', 'Disability'],
} as const;

type Field = keyof typeof columns;
type Place = Readonly<Partial<Record<Field, number>>>;

type Facts = {
  readonly has: (field: Field) => boolean;
  readonly text: (field: Field) => string;
  readonly date: (field: Field) => IsoDate | null;
  readonly today: IsoDate;
  readonly age: number | null;
};

type Rule = {
  readonly rule: string;
  readonly severity: CohortFinding['severity'];
  readonly sentence: string;
  readonly isBroken: (facts: Facts) => boolean;
};

const missing = (field: Field, words: string): Rule => ({
  rule: `Missing ${words}`,
  severity: 'error',
  sentence: `There is no ${words}.`,
  isBroken: ({ has, text }) => has(field) && isNotSaid(text(field)),
});

const future = (field: Field, words: string): Rule => ({
  rule: 'Date in the future',
  severity: 'error',
  sentence: `The ${words} has not come yet.`,
  isBroken: ({ date, today }) => (date(field) ?? '') > today,
});

const firstPlanAfter = (field: Field, words: string): Rule => ({
  rule: 'First plan after what followed it',
  severity: 'error',
  sentence: `The first plan is dated after the ${words}.`,
  isBroken: ({ date }) => {
    const [first, later] = [date('initialPlan'), date(field)];
    return first !== null && later !== null && first > later;
  },
});

const isNotSaid = (text: string) =>
  text === '' || /^(?:not (?:known|stated)|unknown|n\/?a|-|\?)$/i.test(text);

/**
 * The published checks of the Annex A SEN validator (Data to Insight, April 2025) that one row can break by itself, and one
 * of our own for the NHS numbers that lists of this area hold.
 */
const rules: readonly Rule[] = [
  missing('dateOfBirth', 'date of birth'),
  missing('gender', 'gender'),
  missing('ethnicity', 'ethnicity'),
  missing('need', 'primary need'),
  {
    rule: 'Age 25',
    severity: 'query',
    sentence: 'The young person is 25. Check that the plan still runs.',
    isBroken: ({ age }) => age === 25,
  },
  {
    rule: 'Age 26 or over',
    severity: 'error',
    sentence: 'The person is 26 or over, past the age for a plan.',
    isBroken: ({ age }) => age !== null && age >= 26,
  },
  {
    rule: 'Disability not stated',
    severity: 'query',
    sentence: 'It is not said whether there is a disability.',
    isBroken: ({ has, text }) => has('disability') && isNotSaid(text('disability')),
  },
  future('dateOfBirth', 'date of birth'),
  future('initialPlan', 'date of the first plan'),
  future('updatedPlan', 'date of the updated plan'),
  future('lastReview', 'date of the last review'),
  firstPlanAfter('updatedPlan', 'updated plan'),
  firstPlanAfter('lastReview', 'last review'),
  {
    rule: 'No UPN, ULN or code',
    severity: 'error',
    sentence: 'The child is six or over and has no UPN, no ULN and no code for an unknown one (UN1 to UN5).',
    isBroken: ({ age, has, text }) =>
      age !== null && age >= 6 && has('upn') && isNotSaid(text('upn')) && isNotSaid(text('uln')),
  },
  {
    rule: 'School age without a setting',
    severity: 'query',
    sentence: 'The child is of school age and has no setting.',
    isBroken: ({ age, has, text }) =>
      age !== null && age >= 5 && age <= 15 && has('setting') && isNotSaid(text('setting')),
  },
  {
    rule: 'UPN not well formed',
    severity: 'error',
    sentence: 'The UPN’s check letter does not agree, or its length is wrong.',
    isBroken: ({ text }) => {
      const upn = text('upn');
      return !isNotSaid(upn) && !/^UN[1-5]$/i.test(upn) && !parseUpn(upn).ok;
    },
  },
  {
    rule: 'NHS number not well formed',
    severity: 'error',
    sentence: 'The NHS number’s last digit does not agree with the others, or its length is wrong.',
    isBroken: ({ text }) => !isNotSaid(text('nhsNumber')) && !parseNhsNumber(text('nhsNumber')).ok,
  },
];

/** Numbers that are one child’s alone, and how much of one there has to be before two are taken for the same. */
const ownNumbers = [
  { field: 'upn', words: 'UPN', least: 5 },
  { field: 'nhsNumber', words: 'NHS number', least: 10 },
] as const satisfies readonly { readonly field: Field; readonly words: string; readonly least: number }[];

/**
 * Runs the published checks over the rows of a child-level list, as it was read, before any column is left out. Rows
 * count from `firstDataRow`, which is 0-based. A check whose column the list lacks is not run. The ages are those of `today`.
 */
export function checkCohort(
  headings: readonly string[],
  rows: readonly Row[],
  { firstDataRow, today }: { readonly firstDataRow: number; readonly today: IsoDate },
): readonly CohortFinding[] {
  const place = placesOf(headings);
  const told = rows.slice(firstDataRow).flatMap((row, at) => {
    if (row.every((cell) => cleanText(cell) === null)) return [];
    return [{ rowNumber: firstDataRow + at + 1, facts: factsOf(row, place, today) }];
  });
  const doubled = ownNumbers.map(({ field, words, least }) => ({
    rule: `Duplicate ${words}`,
    sentenceFor: sameNumbers(
      told.map(({ rowNumber, facts }) => ({ rowNumber, number: numberIn(facts.text(field), least) })),
      words,
    ),
  }));
  return told.flatMap(({ rowNumber, facts }) => [
    ...rules
      .filter((rule) => rule.isBroken(facts))
      .map(({ rule, severity, sentence }) => ({ rowNumber, rule, severity, sentence })),
    ...doubled.flatMap(({ rule, sentenceFor }): readonly CohortFinding[] => {
      const sentence = sentenceFor(rowNumber);
      return sentence === null ? [] : [{ rowNumber, rule, severity: 'error', sentence }];
    }),
  ]);
}

/** A number however it is grouped; empty where it is not said, or where there is too little of it to be one. */
function numberIn(text: string, least: number): string {
  const number = text.toUpperCase().replaceAll(/[\s.-]/g, '');
  return isNotSaid(text) || number.length < least ? '' : number;
}

function placesOf(headings: readonly string[]): Place {
  const keys = headings.map(headingKey);
  const found = Object.entries(columns).flatMap(([field, names]) => {
    const wanted = new Set(names.map(headingKey));
    const at = keys.findIndex((key) => wanted.has(key));
    return at < 0 ? [] : [[field, at] as const];
  });
  return Object.fromEntries(found);
}

function factsOf(row: Row, place: Place, today: IsoDate): Facts {
  const cell = (field: Field): Cell => {
    const at = place[field];
    return at === undefined ? null : (row[at] ?? null);
  };
  const date = (field: Field): IsoDate | null => {
    const read = readDate(cell(field));
    return read.ok ? read.value : null;
  };
  const born = date('dateOfBirth');
  return {
    has: (field) => place[field] !== undefined,
    text: (field) => cleanText(cell(field)) ?? '',
    date,
    today,
    age: born === null || born > today ? null : ageOn(born, today),
  };
}
