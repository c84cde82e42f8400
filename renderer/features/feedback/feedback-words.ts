import { CircleHelp, type LucideIcon, Sparkles, StickyNote, ThumbsUp, TrendingUp } from 'lucide-react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import { FeedbackKind, feedbackKindLabels } from '../../../shared/domain/feedback.ts';

export const kindIcons: Readonly<Record<FeedbackKind, LucideIcon>> = {
  strength: ThumbsUp,
  'area-for-improvement': TrendingUp,
  question: CircleHelp,
  surprise: Sparkles,
  neutral: StickyNote,
};

/** The kinds as choices, each with its shape and word. */
export const kindOptions = FeedbackKind.options.map((value) => ({
  value,
  label: feedbackKindLabels[value],
  icon: kindIcons[value],
}));

/** "strengths", "areas for improvement": for counts. */
export const kindPlurals: Readonly<Record<FeedbackKind, readonly [one: string, many: string]>> = {
  strength: ['strength', 'strengths'],
  'area-for-improvement': ['area for improvement', 'areas for improvement'],
  question: ['question', 'questions'],
  surprise: ['surprise', 'surprises'],
  neutral: ['note', 'notes'],
};

const criterionWords: Readonly<Record<Criterion['kind'], string>> = {
  criterion: 'Criterion',
  question: 'Question asked',
  'line-of-enquiry': 'Line of enquiry',
  theme: 'Theme',
};

/** What this engagement calls the things it asks about. */
export function criterionWord(criteria: readonly Pick<Criterion, 'kind'>[]): string {
  return criterionWords[criteria[0]?.kind ?? 'line-of-enquiry'];
}

/** "E1 Needs are found and assessed accurately": how a criterion is named in a list. */
export function criterionLabel({ code, title }: Pick<Criterion, 'code' | 'title'>): string {
  return code ? `${code} ${title}` : title;
}
