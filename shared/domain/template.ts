import { z } from 'zod';
import { CarriedReview } from './carried-findings.ts';
import { Framework } from './framework.ts';
import { Lesson } from './lesson.ts';

/** What a template file says it is, so that no other file is taken for one. */
export const templateMark = 'lano-desk-template';

/**
 * What one engagement leaves for the next: its timetable, requests and checklists as a framework, what was learnt,
 * and what was found.
 * It names no person and no child.
 */
export const EngagementTemplate = z.strictObject({
  is: z.literal(templateMark),
  version: z.literal(1),
  framework: Framework,
  lessons: z.array(Lesson.omit({ id: true, isEarlier: true })).max(500),
  /** What it found, and what the reviews before it found; none in a file of an older build. */
  reviews: z.array(CarriedReview).max(100).default([]),
});
export type EngagementTemplate = z.infer<typeof EngagementTemplate>;
