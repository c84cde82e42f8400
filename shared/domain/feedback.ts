import { z } from 'zod';
import { ChildId, CriterionId, FeedbackId, MeetingId, PersonId, RowId } from './ids.ts';
import { Sector } from './sector.ts';
import { IsoDate, IsoInstant } from './time.ts';

export const FeedbackKind = z.enum(['strength', 'area-for-improvement', 'question', 'surprise', 'neutral']);
export type FeedbackKind = z.infer<typeof FeedbackKind>;

export const feedbackKindLabels: Readonly<Record<FeedbackKind, string>> = {
  strength: 'Strength',
  'area-for-improvement': 'Area for improvement',
  question: 'Question',
  surprise: 'Surprise',
  neutral: 'Note',
};

/** How sure we are that it was said so, and meant so. */
export const Confidence = z.enum(['not-said', 'sure', 'fairly-sure', 'unsure']);
export type Confidence = z.infer<typeof Confidence>;

export const confidenceLabels: Readonly<Record<Confidence, string>> = {
  'not-said': 'Not said how sure',
  sure: 'Sure',
  'fairly-sure': 'Fairly sure',
  unsure: 'Not sure',
};

/** Something that was said. It is kept by role, never by the name of the person who said it. */
export const FeedbackEntry = z.object({
  id: FeedbackId,
  at: IsoInstant,
  text: z.string().trim().min(1).max(4000),
  kind: FeedbackKind,
  /** The role that said it, such as "SEN caseworker" or "Lead inspector". */
  saidBy: z.string().max(160),
  /** The sector that spoke, where the role does not tell it. */
  sector: Sector.nullable(),
  /** Their own words rather than ours. */
  isQuote: z.boolean(),
  heardBy: z.string().max(160),
  meetingId: MeetingId.nullable(),
  childId: ChildId.nullable(),
  criterionId: CriterionId.nullable(),
  isEmbargoed: z.boolean(),
  action: z.string().max(500),
  actionOwnerId: PersonId.nullable(),
  actionDueOn: IsoDate.nullable(),
  /** Minutes of that day; null for some time in it. */
  actionDueAt: z.number().int().min(0).max(1439).nullable(),
  isActionDone: z.boolean(),
  /** What was answered. */
  reply: z.string().max(2000),
  /** What was given to show it, such as the documents handed over. */
  evidenceGiven: z.string().max(1000),
  confidence: Confidence,
  /** The final feedback in which it was said. */
  hearingId: RowId.nullable(),
});
export type FeedbackEntry = z.infer<typeof FeedbackEntry>;

/** The audiences that hear the final feedback of an inspection, in the order they are named; others are typed in. */
export const usualAudiences = [
  'LANO',
  'Director of Children’s Services and elected members',
  'Integrated care board',
  'Parent Carer Forum',
] as const;

/**
 * The final feedback as one audience heard it. Who was there stands here, by role, and what was said in the log: so that
 * no note can be traced to one of those present.
 */
export const Hearing = z.object({
  id: RowId,
  audience: z.string().trim().min(1).max(120),
  on: IsoDate,
  present: z.array(z.string().trim().min(1).max(120)).max(60),
  note: z.string().max(1000),
});
export type Hearing = z.infer<typeof Hearing>;
