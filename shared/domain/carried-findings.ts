import { z } from 'zod';
import { Finding } from './plan.ts';
import { Review, type ReviewKind } from './review.ts';

/** What one inspection or review found, as it goes along to the next engagement: without names, and nothing under embargo. */
export const CarriedReview = Review.pick({
  kind: true,
  title: true,
  by: true,
  from: true,
  to: true,
  outcome: true,
  revisitOn: true,
  revisitResult: true,
}).extend({
  findings: z
    .array(
      Finding.pick({
        kind: true,
        text: true,
        headings: true,
        from: true,
        on: true,
        progress: true,
        isResolved: true,
      }),
    )
    .max(500),
});
export type CarriedReview = z.infer<typeof CarriedReview>;

const kinds: Readonly<Record<string, ReviewKind>> = {
  'area-send-full-inspection': 'inspection',
  'local-area-inspection-2016': 'inspection',
  'lga-send-peer-challenge': 'peer-challenge',
  'regional-peer-review': 'regional-review',
  'monitoring-inspection': 'monitoring',
  'thematic-visit': 'thematic',
};

/** What an engagement is called among the earlier reviews of the next one. */
export const reviewKindOf = (frameworkId: string): ReviewKind => kinds[frameworkId] ?? 'other';

type Named = { readonly kind: ReviewKind; readonly title: string; readonly from: string | null };

/** Whether two are the same review, brought along twice. */
export const isSameReview = (a: Named, b: Named): boolean =>
  a.kind === b.kind && a.title.trim() === b.title.trim() && a.from === b.from;
