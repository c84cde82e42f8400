import { z } from 'zod';
import { CriterionId, RowId } from './ids.ts';
import { IsoDate, IsoInstant } from './time.ts';

/** The one engagement that a file holds: what it is called, of which kind, and the date everything is counted from. */
export const Engagement = z.object({
  id: RowId,
  title: z.string().min(1).max(120),
  council: z.string().max(120),
  frameworkId: z.string().min(1),
  frameworkVersion: z.string().min(1),
  /** The notification call, or the first day on site: the framework says which. Null before any date is known. */
  anchorDate: IsoDate.nullable(),
  /** When the date is expected to fall while it is not known, such as "March 2027". */
  expectedIn: z.string().max(60),
  marking: z.string().max(60),
  /** Empty until the outcome is known. */
  outcomeCode: z.string().max(12),
  /** The day the outcome became known to us, and what it says in our words. */
  outcomeOn: IsoDate.nullable(),
  outcomeNote: z.string().max(2000),
  /** The day the report was published, which ends the embargo; null while it lasts. */
  publishedOn: IsoDate.nullable(),
  dayStart: z.number().int().min(0).max(1440),
  dayEnd: z.number().int().min(0).max(1440),
  createdAt: IsoInstant,
});
export type Engagement = z.infer<typeof Engagement>;

const Offset = z.number().int().min(-400).max(2000);

/** A stretch of days of the engagement, kept as offsets so that moving the one date moves it. */
export const Phase = z.object({
  id: RowId,
  position: z.number().int(),
  title: z.string().trim().min(1).max(120),
  fromOffset: Offset,
  toOffset: Offset,
  basis: z.enum(['working', 'calendar']),
  /** Dates typed over the computed ones. */
  fromDate: IsoDate.nullable(),
  toDate: IsoDate.nullable(),
  summary: z.string().max(1000),
  /** Whether this is the phase on site, whose days the timetable offers and deadlines are counted from. */
  isOnSite: z.boolean(),
  source: z.string().max(300),
  isVerified: z.boolean(),
});
export type Phase = z.infer<typeof Phase>;

/** How often a follow-up comes round again. */
export const Repeats = z.enum(['once', 'fortnightly', 'monthly', 'termly', 'yearly']);
export type Repeats = z.infer<typeof Repeats>;

export const repeatsLabels: Readonly<Record<Repeats, string>> = {
  once: 'Once',
  fortnightly: 'Every two weeks',
  monthly: 'Every month',
  termly: 'Every term',
  yearly: 'Every year',
};

/** A date by which something must have happened, computed with its working unless it is typed over. */
export const Deadline = z.object({
  id: RowId,
  position: z.number().int(),
  title: z.string().trim().min(1).max(200),
  /** Null where no source gives a number: a date is typed in once it is known. */
  offset: Offset.nullable(),
  basis: z.enum(['working', 'calendar', 'months']),
  /** "anchor", "site-start", "site-end", or the id of a recorded event. */
  countedFrom: z.string().max(60),
  date: IsoDate.nullable(),
  isDone: z.boolean(),
  /** The outcome it follows from; empty when it holds whatever the outcome. */
  outcomeCode: z.string().max(12),
  repeats: Repeats,
  /** Why it was changed from what the framework says; empty where it was not. */
  reason: z.string().max(500),
  source: z.string().max(300),
  isVerified: z.boolean(),
});
export type Deadline = z.infer<typeof Deadline>;

type Counted = Pick<Deadline, 'offset' | 'basis' | 'countedFrom' | 'date'>;

/** Whether a deadline is counted in another way than before. */
export function isRecounted(before: Counted, after: Counted): boolean {
  return (['offset', 'basis', 'countedFrom'] as const).some((key) => before[key] !== after[key]);
}

/**
 * Whether a reason is wanted and missing: a date that was counted is set by hand, or counted in another way. To go back to
 * what was counted needs none, nor does the first date of what nothing counts.
 */
export function lacksReason(before: Counted, after: Counted & Pick<Deadline, 'reason'>): boolean {
  const isSetByHand = after.date !== null && after.date !== before.date;
  return before.offset !== null && (isSetByHand || isRecounted(before, after)) && after.reason.trim() === '';
}

/** Something that has no date until it happens, and from which other dates are then counted. */
export const RecordedEvent = z.object({
  id: RowId,
  position: z.number().int(),
  title: z.string().min(1).max(120),
  date: IsoDate.nullable(),
  source: z.string().max(300),
  isVerified: z.boolean(),
});
export type RecordedEvent = z.infer<typeof RecordedEvent>;

/** A result the engagement can end in; the one it did end in is named by the engagement. */
export const Outcome = z.object({
  id: RowId,
  position: z.number().int(),
  code: z.string().min(1).max(12),
  title: z.string().min(1).max(200),
  summary: z.string().max(1000),
  source: z.string().max(300),
  isVerified: z.boolean(),
});
export type Outcome = z.infer<typeof Outcome>;

/** What the inspection or review asks: a criterion of the framework, a question, or a line of enquiry. */
export const Criterion = z.object({
  id: CriterionId,
  position: z.number().int(),
  code: z.string().max(12),
  title: z.string().min(1).max(300),
  group: z.string().max(120),
  kind: z.enum(['criterion', 'question', 'line-of-enquiry', 'theme']),
  source: z.string().max(300),
  isVerified: z.boolean(),
});
export type Criterion = z.infer<typeof Criterion>;

export const IndicatorState = z.enum(['open', 'met', 'partly', 'not-met']);
export type IndicatorState = z.infer<typeof IndicatorState>;

export const indicatorStateLabels: Readonly<Record<IndicatorState, string>> = {
  open: 'Not said yet',
  met: 'Shown',
  partly: 'Shown in part',
  'not-met': 'Not shown',
};

/** Something that would show a criterion to be met, how far it does, and by what. */
export const Indicator = z.object({
  id: RowId,
  criterionId: CriterionId,
  position: z.number().int(),
  text: z.string().trim().min(1).max(300),
  state: IndicatorState,
  shownBy: z.string().max(600),
  /** Other criteria that it has to be read with. */
  seeAlso: z.array(CriterionId).max(20),
});
export type Indicator = z.infer<typeof Indicator>;

/** A day the council does not work, or one end of a school term, added by hand. */
export const ClosureDay = z.object({
  id: RowId,
  date: IsoDate,
  title: z.string().min(1).max(120),
  kind: z.enum(['closure', 'term-start', 'term-end']),
});
export type ClosureDay = z.infer<typeof ClosureDay>;
