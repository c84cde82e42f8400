import { z } from 'zod';
import { RowId } from './ids.ts';

export const LessonKind = z.enum(['worked', 'change']);
export type LessonKind = z.infer<typeof LessonKind>;

export const lessonKindLabels: Readonly<Record<LessonKind, string>> = {
  worked: 'Worked',
  change: 'To change',
};

/** Parts of the work that lessons are usually about; others are typed in. */
export const usualAreas = [
  'Before the call',
  'Requests and evidence',
  'Timetable and rooms',
  'Children and families',
  'Partners',
  'Feedback',
  'After',
] as const;

/** What the next one should keep, or do differently. */
export const Lesson = z.object({
  id: RowId,
  area: z.string().trim().max(120),
  kind: LessonKind,
  text: z.string().trim().min(1).max(1000),
  /** Brought along from the engagement before. */
  isEarlier: z.boolean(),
});
export type Lesson = z.infer<typeof Lesson>;
