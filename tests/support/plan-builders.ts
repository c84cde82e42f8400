import { RowId } from '../../shared/domain/ids.ts';
import type { Finding, PlanAction } from '../../shared/domain/plan.ts';
import type { Review } from '../../shared/domain/review.ts';

export const anAction = (own: Partial<PlanAction> = {}): PlanAction => ({
  ...{ id: RowId.parse('a'), plan: 'improvement', reference: '', area: '', title: 'Advice in six weeks' },
  ...{ ownerId: null, partner: '', measure: '', dueOn: null, state: 'not-started', rating: 'none' },
  ...{ dependsOnId: null, linkedIds: [], criterionId: null, findingId: null, internalNotes: '' },
  ...own,
});

export const aFinding = (own: Partial<Finding> = {}): Finding => ({
  ...{ id: RowId.parse('f'), kind: 'recommendation', text: 'Agree one table of waiting times.' },
  ...{ headings: [], reviewId: null, from: '', criterionId: null, on: null, progress: '' },
  ...{ isResolved: false, isEmbargoed: false },
  ...own,
});

export const aReview = (own: Partial<Review> = {}): Review => ({
  ...{ id: RowId.parse('r'), kind: 'peer-challenge', title: 'Peer challenge', by: '', from: null, to: null },
  ...{ outcome: '', documentId: null, revisitOn: null, revisitResult: '', benchmark: '' },
  ...own,
});
