import { z } from 'zod';
import { EvidenceId, RowId } from '../ids.ts';
import { IsoDate } from '../time.ts';

/** One line of a clearance grid, or one of the bodies that sign jointly: initials and a date once it is done. */
export const SignOffStep = z.object({
  title: z.string().trim().min(1).max(120),
  /** A body answers for the whole, so every one has to sign; a stage only clears it on the way. */
  isBody: z.boolean(),
  initials: z.string().trim().max(12),
  on: IsoDate.nullable(),
});
export type SignOffStep = z.infer<typeof SignOffStep>;

export const SignOffAbout = z.enum(['document', 'report', 'evaluation', 'preparation', 'improvement']);
export type SignOffAbout = z.infer<typeof SignOffAbout>;

export const signOffAboutLabels: Readonly<Record<SignOffAbout, string>> = {
  document: 'A document',
  report: 'A report',
  evaluation: 'The self-evaluation',
  preparation: 'The preparation plan',
  improvement: 'The action plan',
};

/** Who has to see and sign a document, plan, self-evaluation or report before it goes out. */
export const SignOff = z.object({
  id: RowId,
  title: z.string().trim().min(1).max(200),
  about: SignOffAbout,
  reportId: RowId.nullable(),
  documentId: EvidenceId.nullable(),
  /** The version of the self-evaluation that is signed. */
  versionId: RowId.nullable(),
  dueOn: IsoDate.nullable(),
  steps: z.array(SignOffStep).min(1).max(20),
  note: z.string().max(1000),
});
export type SignOff = z.infer<typeof SignOff>;

const blank = { initials: '', on: null };

/** The columns of the clearance grid in a council's briefing of 2017, in its order. */
export const clearanceSteps: readonly SignOffStep[] = [
  'Typed',
  'Originator',
  'Head of service',
  'Chief officer',
  'Lead member',
  'Legal',
  'Finance',
  'Media',
].map((title) => ({ title, isBody: false, ...blank }));

/** The two bodies that answer jointly for the local area. */
export const jointSteps: readonly SignOffStep[] = ['Council', 'Integrated care board'].map((title) => ({
  title,
  isBody: true,
  ...blank,
}));

/** A version of the self-evaluation that can be signed. */
export type SignableVersion = {
  readonly id: RowId;
  readonly number: number;
  /** Nothing was changed since it was kept. */
  readonly isCurrent: boolean;
};

export type SignOffStanding = {
  readonly state: 'open' | 'part' | 'signed';
  /** "Signed by one of two", "Cleared 3 of 8", "Signed: version 3; changed since". */
  readonly words: string;
  /** The first step that is not done. */
  readonly next: SignOffStep | null;
  /** Somebody signed, and what they signed was changed since. */
  readonly isStale: boolean;
};

/**
 * How far a sign-off has got. It is signed only when every step is, and with bodies when every body is. Who signs the
 * self-evaluation signs one version of it: what was written since they have not signed.
 */
export function signOffStanding(
  signOff: Pick<SignOff, 'steps' | 'about' | 'versionId'>,
  versions: readonly SignableVersion[],
): SignOffStanding {
  const { state, words, next } = stepsStanding(signOff.steps);
  if (state === 'open' || signOff.about !== 'evaluation') return { state, words, next, isStale: false };
  const version = versions.find(({ id }) => id === signOff.versionId);
  if (!version) return { state, words: `${words}: no version named`, next, isStale: false };
  const since = version.isCurrent ? '' : '; changed since';
  return { state, words: `${words}: version ${version.number}${since}`, next, isStale: since !== '' };
}

function stepsStanding(steps: readonly SignOffStep[]): Omit<SignOffStanding, 'isStale'> {
  const bodies = steps.filter(({ isBody }) => isBody);
  const done = steps.filter(isSigned).length;
  const next = steps.find((step) => !isSigned(step)) ?? null;
  if (next === null) return { state: 'signed', words: 'Signed', next };
  const signed = bodies.filter(isSigned).length;
  const words =
    signed > 0 && signed < bodies.length
      ? `Signed by ${inWords(signed)} of ${inWords(bodies.length)}`
      : `Cleared ${done} of ${steps.length}`;
  return { state: done === 0 ? 'open' : 'part', words, next };
}

/** Whether it is still to be said which version of the self-evaluation was signed. */
export function lacksVersion({
  about,
  versionId,
  steps,
}: Pick<SignOff, 'about' | 'versionId' | 'steps'>): boolean {
  return about === 'evaluation' && versionId === null && steps.some(isSigned);
}

/** The same steps with nobody's initials: another version has to be signed anew. */
export function unsigned(steps: readonly SignOffStep[]): readonly SignOffStep[] {
  return steps.map((step) => ({ ...step, ...blank }));
}

/** Initials without a date, or a date without initials, sign nothing. */
export function isSigned({ initials, on }: Pick<SignOffStep, 'initials' | 'on'>): boolean {
  return initials.trim() !== '' && on !== null;
}

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (count: number): string => numbers[count] ?? String(count);
