import { z } from 'zod';
import { CriterionId, EvidenceId, RowId } from './ids.ts';
import { daysBetween, IsoDate, IsoInstant, londonInstant, MinuteOfDay, today } from './time.ts';
import { formatDayLong, formatTime } from './time-words.ts';

export const SurveyGroup = z.enum(['parents-carers', 'young-people', 'practitioners', 'others']);
export type SurveyGroup = z.infer<typeof SurveyGroup>;

export const surveyGroupLabels: Readonly<Record<SurveyGroup, string>> = {
  'parents-carers': 'Parents and carers',
  'young-people': 'Children and young people',
  practitioners: 'Practitioners',
  others: 'Others',
};

/** Those whom an area SEND inspection asks by surveys that the partnership sends out. */
export const surveyedGroups = ['young-people', 'parents-carers', 'practitioners'] as const;

/** Finds the phase in which an inspection's surveys are open; nothing where it has none. */
export function surveyPhase<Phase extends { readonly title: string }>(
  phases: readonly Phase[],
): Phase | undefined {
  return phases.find(({ title }) => /\bsurveys?\b/i.test(title));
}

/** A survey of one group: when it can be answered, how many answers are hoped for, and its results. */
export const Survey = z.object({
  id: RowId,
  title: z.string().trim().min(1).max(200),
  group: SurveyGroup,
  opensOn: IsoDate.nullable(),
  closesOn: IsoDate.nullable(),
  /** When on its last day it shuts; the end of the day where that is not said. */
  closesAt: MinuteOfDay.nullable(),
  target: z.number().int().min(1).max(1_000_000).nullable(),
  /** Who passes it on, and how. */
  sentBy: z.string().max(300),
  documentId: EvidenceId.nullable(),
  criterionId: CriterionId.nullable(),
  note: z.string().max(2000),
});
export type Survey = z.infer<typeof Survey>;

export const SurveyEntryKind = z.enum(['count', 'broke', 'restarted', 'note']);
export type SurveyEntryKind = z.infer<typeof SurveyEntryKind>;

export const surveyEntryLabels: Readonly<Record<SurveyEntryKind, string>> = {
  count: 'Answers so far',
  broke: 'It broke',
  restarted: 'It was restarted',
  note: 'Something else',
};

/** A line of a survey's log. */
export const SurveyEntry = z.object({
  id: RowId,
  surveyId: RowId,
  at: IsoInstant,
  kind: SurveyEntryKind,
  /** All answers up to then; set for a count and for nothing else. */
  count: z.number().int().min(0).max(1_000_000).nullable(),
  note: z.string().max(600),
});
export type SurveyEntry = z.infer<typeof SurveyEntry>;

export type SurveyState = 'no-dates' | 'waiting' | 'open' | 'broken' | 'closed';

export type SurveyStanding = {
  readonly state: SurveyState;
  /** "Open, 3 days left", "Opens Monday 9 November 2026". */
  readonly words: string;
  /** The newest count; null before the first. */
  readonly answers: number | null;
  /** Whole days until it shuts, 0 on its last day; null while it is not open or has no end. */
  readonly daysLeft: number | null;
};

/** Where one survey stands at a moment; for several, `standingFinder` looks through the log once. */
export function surveyStanding(survey: Survey, log: readonly SurveyEntry[], now: IsoInstant): SurveyStanding {
  return standingFinder(log, now)(survey);
}

/**
 * Says where a survey stands at a moment. One that broke stays broken until it is restarted; families answer at weekends
 * too, so days are calendar days.
 */
export function standingFinder(
  log: readonly SurveyEntry[],
  now: IsoInstant,
): (survey: Survey) => SurveyStanding {
  const day = today(now);
  const bySurvey = new Map<RowId, SurveyEntry[]>();
  for (const line of log) {
    if (line.at > now) continue;
    bySurvey.set(line.surveyId, [...(bySurvey.get(line.surveyId) ?? []), line]);
  }
  return ({ id, opensOn, closesOn, closesAt }) => {
    const own = bySurvey.get(id) ?? [];
    const answers = newest(own.filter(({ kind }) => kind === 'count'))?.count ?? null;
    const at = (state: SurveyState, words: string, daysLeft: number | null = null): SurveyStanding => ({
      ...{ state, words, answers, daysLeft },
    });
    if (opensOn === null) return at('no-dates', 'No dates yet');
    if (day < opensOn) return at('waiting', `Opens ${formatDayLong(opensOn)}`);
    const isOver = closesOn === day && now >= londonInstant(closesOn, closesAt ?? 1440);
    if (closesOn !== null && (closesOn < day || isOver)) return at('closed', 'Closed');
    const daysLeft = closesOn === null ? null : daysBetween(day, closesOn);
    const stopped = newest(own.filter(({ kind }) => kind === 'broke' || kind === 'restarted'));
    if (stopped?.kind === 'broke') return at('broken', 'Broken: it cannot be answered', daysLeft);
    return at('open', leftInWords(daysLeft, closesAt), daysLeft);
  };
}

function leftInWords(daysLeft: number | null, closesAt: MinuteOfDay | null): string {
  if (daysLeft === null) return 'Open';
  if (daysLeft === 0)
    return closesAt === null ? 'Open, closes today' : `Open, closes today at ${formatTime(closesAt)}`;
  return `Open, ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left`;
}

function newest(log: readonly SurveyEntry[]): SurveyEntry | undefined {
  return log.reduce<SurveyEntry | undefined>(
    (last, one) => (!last || one.at >= last.at ? one : last),
    undefined,
  );
}

export const VoiceKind = z.enum([
  'consultation',
  'complaint',
  'tribunal',
  'mediation',
  'serious-review',
  'plan-audit',
  'earlier-survey',
]);
export type VoiceKind = z.infer<typeof VoiceKind>;

export const voiceKindLabels: Readonly<Record<VoiceKind, string>> = {
  consultation: 'Consultation',
  complaint: 'Complaints',
  tribunal: 'Tribunal',
  mediation: 'Mediation',
  'serious-review': 'Serious or learning review',
  'plan-audit': 'Audit of plans',
  'earlier-survey': 'Earlier survey',
};

/** What families, tribunals and reviews have told us over a period: how many, what it shows and what we learnt. */
export const VoiceRecord = z.object({
  id: RowId,
  kind: VoiceKind,
  title: z.string().trim().min(1).max(200),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  /** How many cases or answers. */
  count: z.number().int().min(0).max(1_000_000).nullable(),
  /** How many of them were upheld, found for the family or settled. */
  upheld: z.number().int().min(0).max(1_000_000).nullable(),
  shows: z.string().max(2000),
  learnt: z.string().max(2000),
  documentId: EvidenceId.nullable(),
  criterionId: CriterionId.nullable(),
  /** For ourselves: never in an export. */
  isInternal: z.boolean(),
});
export type VoiceRecord = z.infer<typeof VoiceRecord>;

/** "31 of 40 (78%)", "40", or nothing where nobody has counted. */
export function shareOf(part: number | null, whole: number | null): string {
  if (part === null) return whole === null ? '' : whole.toLocaleString('en-GB');
  if (whole === null || whole === 0) return part.toLocaleString('en-GB');
  return `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')} (${Math.round((part / whole) * 100)}%)`;
}
