import { type Assessment, isBlank } from './evaluation.ts';
import type { EvidenceItem, EvidenceLink } from './evidence.ts';
import type { CriterionId } from './ids.ts';
import type { Person } from './people.ts';
import type { Finding, PlanAction } from './plan.ts';
import type { InformationRequest } from './request.ts';
import { isOpenRequest } from './request.ts';
import { asksForMore, type FindingProgress, findingStanding } from './review.ts';
import { addMonths, today as dayOf, type IsoDate } from './time.ts';

export type SubmissionFacts = {
  readonly requests: readonly InformationRequest[];
  readonly criteria: readonly { readonly id: CriterionId }[];
  readonly assessments: readonly Assessment[];
  readonly items: readonly EvidenceItem[];
  readonly links: readonly EvidenceLink[];
  readonly people: readonly Person[];
  readonly feedback: readonly { readonly criterionId: CriterionId | null }[];
  readonly plan: {
    readonly findings: readonly Finding[];
    readonly actions: readonly PlanAction[];
    readonly findingProgress: readonly FindingProgress[];
  };
};

/** What could be submitted tomorrow, and what could not: before any date is known, the only countdown there is. */
export type Submission = {
  /** Requests with nothing to answer them: no document, and not yet sent. */
  readonly requestsWithout: readonly InformationRequest[];
  readonly requestsWithoutOwner: readonly InformationRequest[];
  /** Criteria with nothing to show for them: no document and nothing heard. */
  readonly criteriaWithoutEvidence: readonly CriterionId[];
  readonly criteriaWithoutRating: readonly CriterionId[];
  /** Criteria under which somebody has written that data is missing. */
  readonly dataGaps: readonly { readonly criterionId: CriterionId; readonly words: string }[];
  /** What earlier inspections and reviews asked for, and of that what neither an action nor progress answers. */
  readonly findingsAsked: readonly Finding[];
  readonly findingsUnanswered: readonly Finding[];
  /** Documents that are older than the months given, oldest first; one with no date of its own by the day it came. */
  readonly oldDocuments: readonly EvidenceItem[];
  /** People of the partnership who can be neither written to nor rung. */
  readonly unreachable: readonly Person[];
};

/** Says what could be submitted tomorrow. A document that another takes the place of does not count as old. */
export function submissionOf(
  facts: SubmissionFacts,
  { today, months }: { readonly today: IsoDate; readonly months: number },
): Submission {
  const { requests, criteria, assessments, items, links, people, feedback, plan } = facts;
  const answered = new Set(links.map((link) => link.requestId));
  const shown = new Set([...links, ...feedback].map((one) => one.criterionId));
  const said = assessments.filter((one) => !isBlank(one));
  const rated = new Set(said.filter((one) => one.rating !== 'none').map((one) => one.criterionId));
  const replaced = new Set(items.map((item) => item.replacesId));
  const before = addMonths(today, -months);
  const ids = criteria.map(({ id }) => id);
  const findingsAsked = plan.findings.filter((one) => one.reviewId !== null && asksForMore(one));
  return {
    requestsWithout: requests.filter((one) => isOpenRequest(one) && !answered.has(one.id)),
    requestsWithoutOwner: requests.filter((one) => isOpenRequest(one) && one.ownerId === null),
    criteriaWithoutEvidence: ids.filter((id) => !shown.has(id)),
    criteriaWithoutRating: ids.filter((id) => !rated.has(id)),
    dataGaps: said.flatMap(({ criterionId, dataGaps }) =>
      dataGaps.trim() === '' ? [] : [{ criterionId, words: dataGaps.trim() }],
    ),
    findingsAsked,
    findingsUnanswered: findingsAsked.filter((one) => findingStanding(one, plan) === 'nothing-done'),
    oldDocuments: items
      .filter((item) => !replaced.has(item.id) && datedOn(item) < before)
      .toSorted((a, b) => (datedOn(a) < datedOn(b) ? -1 : 1)),
    unreachable: people.filter(
      (one) => one.side === 'partnership' && one.email.trim() === '' && one.phone.trim() === '',
    ),
  };
}

/** The date a document bears, or else the day it came. */
export function datedOn({ evidenceDate, receivedAt }: EvidenceItem): IsoDate {
  return evidenceDate ?? dayOf(receivedAt);
}
