import { z } from 'zod';
import { ChildId, CriterionId, FeedbackId, MeetingId, PersonId } from './ids.ts';
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
  isActionDone: z.boolean(),
  /** What was answered. */
  reply: z.string().max(2000),
});
export type FeedbackEntry = z.infer<typeof FeedbackEntry>;
