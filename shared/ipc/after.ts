import { z } from 'zod';
import { Hearing } from '../domain/feedback.ts';
import { RowId } from '../domain/ids.ts';
import { Lesson } from '../domain/lesson.ts';
import { PaperFormat } from '../domain/paper-format.ts';
import { IsoDate } from '../domain/time.ts';
import { engaged } from './channel.ts';

export type AfterView = {
  /** In the order they were held. */
  readonly hearings: readonly Hearing[];
  readonly lessons: readonly Lesson[];
};

export const afterChannels = {
  'after:readAfter': engaged<AfterView>()(z.object({})),
  /** Records what the engagement ended in, which decides the follow-ups that are shown. */
  'after:recordOutcome': engaged<null>()(
    z.object({
      outcomeCode: z.string().max(12),
      outcomeOn: IsoDate.nullable(),
      outcomeNote: z.string().max(2000),
    }),
  ),
  /** Records the day of publication and ends the embargo of everything that was said. */
  'after:liftEmbargo': engaged<{ readonly count: number }>()(z.object({ publishedOn: IsoDate })),
  'after:saveHearing': engaged<null>()(Hearing.extend({ id: RowId.nullable() })),
  'after:removeHearing': engaged<null>()(z.object({ id: RowId })),
  /** Saves the final feedback by audience; for others nothing under embargo, and nobody who was there, is in it. */
  'after:exportFinalFeedback': engaged<{ readonly saved: boolean }>()(
    z.object({ audience: z.enum(['ourselves', 'partners']), format: PaperFormat }),
  ),
  'after:saveLesson': engaged<null>()(Lesson.omit({ isEarlier: true }).extend({ id: RowId.nullable() })),
  'after:removeLesson': engaged<null>()(z.object({ id: RowId })),
  /** Saves what the next engagement can start from, without a name of a person or a child. */
  'after:saveTemplate': engaged<{ readonly saved: boolean }>()(z.object({})),
};
