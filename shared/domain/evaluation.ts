import { z } from 'zod';
import { CriterionId, RowId } from './ids.ts';
import { IsoDate, IsoInstant } from './time.ts';

/** Whose view of a criterion it is: the council and its health partner may each assess themselves, and then compare. */
export const AssessedBy = z.enum(['partnership', 'local-authority', 'health']);
export type AssessedBy = z.infer<typeof AssessedBy>;

export const assessedByLabels: Readonly<Record<AssessedBy, string>> = {
  partnership: 'Partnership',
  'local-authority': 'Local authority',
  health: 'Health',
};

export const Rating = z.enum(['none', 'red', 'amber', 'green']);
export type Rating = z.infer<typeof Rating>;

export const ratingLabels: Readonly<Record<Rating, string>> = {
  none: 'Not rated',
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
};

export const Standing = z.enum(['open', 'strength', 'development']);
export type Standing = z.infer<typeof Standing>;

export const standingLabels: Readonly<Record<Standing, string>> = {
  open: 'Not said yet',
  strength: 'Strength',
  development: 'Area for development',
};

const Words = z.string().max(6000);

/**
 * What one party says of itself under one criterion. The heads are those of a council's self-assessment (question,
 * achieved so far, what else is needed) with the position statement, data gaps and voice that the 2023 framework asks
 * for.
 */
export const Assessment = z.object({
  id: RowId,
  criterionId: CriterionId,
  assessedBy: AssessedBy,
  position: Words,
  achieved: Words,
  needed: Words,
  dataGaps: Words,
  /** What children, young people and families say. */
  voice: Words,
  rating: Rating,
  ratingReason: z.string().max(1000),
  standing: Standing,
  /** For ourselves: never in an export or a version. */
  internalNotes: Words,
  updatedAt: IsoInstant,
});
export type Assessment = z.infer<typeof Assessment>;

/** The parts of an assessment that are written out, in their order. */
export const assessmentParts = [
  ['position', 'Position statement'],
  ['achieved', 'Achieved so far'],
  ['needed', 'What else is needed'],
  ['dataGaps', 'Gaps in the data'],
  ['voice', 'What children, young people and families say'],
] as const satisfies readonly (readonly [keyof Assessment, string])[];

export const ContributorGroup = z.enum([
  'elected-member',
  'parent-carer',
  'young-person',
  'partner',
  'officer',
]);
export type ContributorGroup = z.infer<typeof ContributorGroup>;

export const contributorGroupLabels: Readonly<Record<ContributorGroup, string>> = {
  'elected-member': 'Elected member',
  'parent-carer': 'Parent or carer',
  'young-person': 'Child or young person',
  partner: 'Partner organisation',
  officer: 'Officer',
};

/** A comment on the self-evaluation, by role, and what became of it. */
export const Contribution = z.object({
  id: RowId,
  criterionId: CriterionId,
  group: ContributorGroup,
  saidBy: z.string().max(160),
  text: z.string().trim().min(1).max(4000),
  at: IsoInstant,
  state: z.enum(['open', 'taken-in', 'not-taken-in']),
  reply: z.string().max(1000),
});
export type Contribution = z.infer<typeof Contribution>;

export const contributionStateLabels: Readonly<Record<Contribution['state'], string>> = {
  open: 'To consider',
  'taken-in': 'Taken in',
  'not-taken-in': 'Not taken in',
};

/** For whom something changed: preparation for adulthood, and groups that need extra care (paper of 2017, section 17). */
export const OutcomeGroup = z.enum([
  'all',
  'employment',
  'independent-living',
  'participation',
  'health',
  'attainment',
  'care',
  'youth-justice',
  'out-of-education',
  'in-need',
]);
export type OutcomeGroup = z.infer<typeof OutcomeGroup>;

export const outcomeGroupLabels: Readonly<Record<OutcomeGroup, string>> = {
  all: 'All children and young people with SEND',
  employment: 'Adulthood: higher education and employment',
  'independent-living': 'Adulthood: independent living',
  participation: 'Adulthood: part of the community',
  health: 'Adulthood: as healthy as possible',
  attainment: 'Attainment, attendance and exclusions',
  care: 'Children in care and care leavers',
  'youth-justice': 'In the youth justice system',
  'out-of-education': 'Missing from education',
  'in-need': 'In need, or with a child protection plan',
};

/** Something that became different for children, and when: the timeline of impact. */
export const Impact = z.object({
  id: RowId,
  date: IsoDate,
  title: z.string().trim().min(1).max(300),
  group: OutcomeGroup,
  criterionId: CriterionId.nullable(),
  /** What shows it, such as a measure before and after. */
  shownBy: z.string().max(1000),
});
export type Impact = z.infer<typeof Impact>;

/** An assessment as it stood in a version, under the criterion's words of that day. */
export const FrozenAssessment = Assessment.omit({ id: true, internalNotes: true }).extend({
  code: z.string(),
  title: z.string(),
  group: z.string(),
});
export type FrozenAssessment = z.infer<typeof FrozenAssessment>;

/** The self-evaluation as it was shown to an audience on a day. */
export const EvaluationVersion = z.object({
  id: RowId,
  number: z.number().int().min(1),
  at: IsoInstant,
  audience: z.string().trim().min(1).max(200),
  note: z.string().max(1000),
  assessments: z.array(FrozenAssessment),
});
export type EvaluationVersion = z.infer<typeof EvaluationVersion>;

/** Whether anything has been said in it. */
export function isBlank(assessment: Assessment): boolean {
  return (
    assessment.rating === 'none' &&
    assessment.standing === 'open' &&
    assessmentParts.every(([key]) => assessment[key].trim() === '') &&
    assessment.internalNotes.trim() === ''
  );
}

/** What goes into a version or an export of one: everything but the notes for ourselves, in the order of the criteria. */
export function frozen(
  assessments: readonly Assessment[],
  criteria: readonly {
    readonly id: CriterionId;
    readonly code: string;
    readonly title: string;
    readonly group: string;
  }[],
): readonly FrozenAssessment[] {
  return criteria.flatMap(({ id: criterionId, code, title, group }) =>
    AssessedBy.options.flatMap((by) => {
      const own = assessments.find((one) => one.criterionId === criterionId && one.assessedBy === by);
      if (!own || isBlank(own)) return [];
      const { id: _, internalNotes: __, ...shown } = own;
      return [{ ...shown, code, title, group }];
    }),
  );
}

/** Whether the same is said of the same criteria, whenever it was written down. */
export function saysTheSame(a: readonly FrozenAssessment[], b: readonly FrozenAssessment[]): boolean {
  const said = (all: readonly FrozenAssessment[]) =>
    JSON.stringify(
      all.map((one) => [
        ...[one.criterionId, one.assessedBy, one.code, one.title, one.group],
        ...[one.rating, one.ratingReason, one.standing],
        ...assessmentParts.map(([key]) => one[key]),
      ]),
    );
  return said(a) === said(b);
}

export type Difference = 'same' | 'rated-apart' | 'only-one' | 'neither';

/** How two self-assessments of a criterion compare: apart when their ratings, or strength and development, differ. */
export function differenceOf(a: Assessment | undefined, b: Assessment | undefined): Difference {
  const first = a && !isBlank(a) ? a : null;
  const second = b && !isBlank(b) ? b : null;
  if (!first && !second) return 'neither';
  if (!first || !second) return 'only-one';
  return first.rating === second.rating && first.standing === second.standing ? 'same' : 'rated-apart';
}
