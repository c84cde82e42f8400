import { z } from 'zod';
import type { NameFound } from '../domain/attribution.ts';
import { FeedbackEntry } from '../domain/feedback.ts';
import { FeedbackId } from '../domain/ids.ts';
import { PaperFormat } from '../domain/paper-format.ts';
import { IsoDate, IsoInstant } from '../domain/time.ts';
import { engaged } from './channel.ts';

export type FeedbackView = { readonly entries: readonly FeedbackEntry[] };

export const feedbackChannels = {
  'feedback:readFeedback': engaged<FeedbackView>()(z.object({})),
  /** Logs what was said, now unless a time is given. */
  'feedback:logFeedback': engaged<FeedbackEntry>()(
    FeedbackEntry.omit({ id: true, at: true, isActionDone: true }).extend({ at: IsoInstant.nullable() }),
  ),
  'feedback:editFeedback': engaged<null>()(FeedbackEntry.partial().extend({ id: FeedbackId })),
  /** Names of people or children in what is being written, each with the role or code to put in its place. */
  'feedback:findNames': engaged<readonly NameFound[]>()(z.object({ text: z.string().max(4000) })),
  /** Saves the note of a day's keep-in-touch, for partners without what is under embargo; or the agenda, for the team. */
  'feedback:saveKeepInTouch': engaged<{ readonly saved: boolean }>()(
    z.object({ day: IsoDate, audience: z.enum(['ourselves', 'partners', 'team']), format: PaperFormat }),
  ),
  'feedback:removeFeedback': engaged<null>()(z.object({ id: FeedbackId })),
};
