import type { Criterion } from '../../../shared/domain/engagement.ts';
import type { AssessedBy, Assessment } from '../../../shared/domain/evaluation.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';

/** "E1: Needs are found and assessed accurately". */
export const criterionTitle = ({ code, title }: Pick<Criterion, 'code' | 'title'>): string =>
  code ? `${code}: ${title}` : title;

/** What a party says under a criterion, or nothing yet. */
export const assessmentOf = (
  assessments: readonly Assessment[],
  criterionId: CriterionId,
  assessedBy: AssessedBy,
): Assessment | undefined =>
  assessments.find((one) => one.criterionId === criterionId && one.assessedBy === assessedBy);

/** An assessment with nothing said in it. */
export const blankAssessment = (
  assessedBy: AssessedBy,
): Omit<Assessment, 'id' | 'updatedAt' | 'criterionId'> => ({
  assessedBy,
  position: '',
  achieved: '',
  needed: '',
  dataGaps: '',
  voice: '',
  rating: 'none',
  ratingReason: '',
  standing: 'open',
  internalNotes: '',
});
