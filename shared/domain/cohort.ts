import { z } from 'zod';
import { countBy } from './counted.ts';
import { RowId } from './ids.ts';
import { ageOn, IsoDate, IsoInstant } from './time.ts';

/** A child-level list kept whole until the tracked children are chosen; its children are apart, where shredding reaches them. */
export const Cohort = z.object({
  id: RowId,
  title: z.string().trim().min(1).max(160),
  at: IsoInstant,
  rows: z.number().int().min(0),
  shreddedAt: IsoInstant.nullable(),
});
export type Cohort = z.infer<typeof Cohort>;

/** What choosing and then tracking needs of one child of the list. */
export const CohortFacts = z.object({
  uniqueId: z.string(),
  upn: z.string(),
  surname: z.string(),
  forename: z.string(),
  dateOfBirth: IsoDate.nullable(),
  nhsNumber: z.string(),
  postcode: z.string(),
  need: z.string(),
  sendStatus: z.string(),
  setting: z.string(),
  socialCareStatus: z.string(),
  lastAnnualReview: IsoDate.nullable(),
  phase: z.string(),
});
export type CohortFacts = z.infer<typeof CohortFacts>;

export type CohortChild = CohortFacts & {
  readonly id: string;
  readonly rowNumber: number;
  /** Already one of the tracked children. */
  readonly isTracked: boolean;
};

export type Facet = { readonly title: string; readonly counts: readonly (readonly [string, number])[] };

const notSaid = 'Not said';

/** Early years, primary, secondary or post-16, by the list's own word or else by age in whole years. */
export function phaseOf(
  { phase, dateOfBirth }: Pick<CohortFacts, 'phase' | 'dateOfBirth'>,
  today: IsoDate,
): string {
  if (phase !== '') return phase;
  if (dateOfBirth === null || dateOfBirth > today) return notSaid;
  const age = ageOn(dateOfBirth, today);
  if (age < 5) return 'Early years';
  if (age < 11) return 'Primary';
  return age < 16 ? 'Secondary' : 'Post-16';
}

/** Whether the setting's name or the phase says that it is alternative provision. */
export function isAlternative({ setting, phase }: Pick<CohortFacts, 'setting' | 'phase'>): boolean {
  return /\balternative provision\b|\bpupil referral\b|\bPRU\b|\bAP\b|\bEOTAS\b|\btuition\b/i.test(
    `${setting} ${phase}`,
  );
}

/** Which services beside education know the child, as far as the list says. */
const servicesOf = ({ socialCareStatus }: Pick<CohortFacts, 'socialCareStatus'>): string =>
  socialCareStatus === '' || /^(?:no|none|n|not known)$/i.test(socialCareStatus)
    ? 'No social care'
    : socialCareStatus;

/** How these children are spread: status, phase, need, provision and services, the commonest first. */
export function mixOf(children: readonly CohortFacts[], today: IsoDate): readonly Facet[] {
  const facet = (title: string, of: (child: CohortFacts) => string): Facet => ({
    title,
    counts: [...countBy(children, of)].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
  });
  return [
    facet('EHC plan or SEN support', (child) => child.sendStatus || notSaid),
    facet('Phase', (child) => phaseOf(child, today)),
    facet('Need', (child) => child.need || notSaid),
    facet('Provision', (child) => (isAlternative(child) ? 'Alternative provision' : 'Other settings')),
    facet('Services', servicesOf),
  ];
}

/** What a choice still lacks of the usual mix: one in alternative provision, two on SEN support, and some variety. */
export function mixAdvice(chosen: readonly CohortFacts[], today: IsoDate): readonly string[] {
  if (chosen.length === 0) return [];
  const support = chosen.filter((child) => /support/i.test(child.sendStatus)).length;
  const distinct = (of: (child: CohortFacts) => string) => new Set(chosen.map(of)).size;
  return [
    ...(chosen.some(isAlternative) ? [] : ['Nobody is in alternative provision; usually at least one is.']),
    ...(support >= 2
      ? []
      : [`${support === 0 ? 'Nobody is' : 'Only one is'} on SEN support; usually at least two are.`]),
    ...(chosen.length > 1 && distinct((child) => child.need) === 1 ? ['All have the same need.'] : []),
    ...(chosen.length > 1 && distinct((child) => phaseOf(child, today)) === 1
      ? ['All are of the same phase.']
      : []),
  ];
}
