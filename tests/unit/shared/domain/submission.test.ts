import { describe, expect, it } from 'vitest';
import { RowId } from '../../../../shared/domain/ids.ts';
import { type SubmissionFacts, submissionOf } from '../../../../shared/domain/submission.ts';
import { aFinding, anAction } from '../../../support/plan-builders.ts';

const today = '2026-11-24';
const empty: SubmissionFacts = {
  requests: [],
  criteria: [],
  assessments: [],
  items: [],
  links: [],
  people: [],
  feedback: [],
  plan: { findings: [], actions: [], findingProgress: [] },
};
const given = (facts: object) =>
  submissionOf({ ...empty, ...facts } as SubmissionFacts, { today, months: 12 });

describe('submissionOf', () => {
  it('misses a document only for requests that are open and have none', () => {
    const request = { state: 'gathering', ownerId: null };
    const requests = [
      { ...request, id: 'bare' },
      { ...request, id: 'shown', ownerId: 'p' },
      { ...request, id: 'sent', state: 'sent' },
    ];
    const ready = given({ requests, links: [{ requestId: 'shown' }] });

    expect(ready.requestsWithout.map(({ id }) => id)).toEqual(['bare']);
    expect(ready.requestsWithoutOwner.map(({ id }) => id)).toEqual(['bare']);
  });

  it('misses evidence and ratings by criterion, and names the gaps in the data', () => {
    const words = { achieved: '', needed: '', voice: '', internalNotes: '', standing: 'open' };
    const ready = given({
      criteria: [{ id: 'heard' }, { id: 'rated' }, { id: 'bare' }],
      feedback: [{ criterionId: 'heard' }],
      assessments: [
        { ...words, criterionId: 'rated', position: 'Said', dataGaps: ' No waiting times ', rating: 'amber' },
      ],
    });

    expect(ready.criteriaWithoutEvidence).toEqual(['rated', 'bare']);
    expect(ready.criteriaWithoutRating).toEqual(['heard', 'bare']);
    expect(ready.dataGaps).toEqual([{ criterionId: 'rated', words: 'No waiting times' }]);
  });

  it('counts a document as old by its own date, by the day it came where it has none, and never when it was replaced', () => {
    const item = { replacesId: null, evidenceDate: null, receivedAt: '2026-11-01T09:00:00.000Z' };
    const items = [
      { ...item, id: 'fresh' },
      { ...item, id: 'last day', evidenceDate: '2025-11-24' },
      { ...item, id: 'old', evidenceDate: '2025-11-23' },
      { ...item, id: 'came long ago', receivedAt: '2024-01-01T09:00:00.000Z' },
      { ...item, id: 'replaced', evidenceDate: '2020-01-01' },
      { ...item, id: 'its successor', replacesId: 'replaced' },
    ];

    expect(given({ items }).oldDocuments.map(({ id }) => id)).toEqual(['came long ago', 'old']);
  });

  it('misses an answer to what earlier reviews asked for, until it has an action, progress or is resolved', () => {
    const findings = [
      aFinding({ id: RowId.parse('bare'), reviewId: RowId.parse('r') }),
      aFinding({ id: RowId.parse('begun'), reviewId: RowId.parse('r'), progress: 'Agreed' }),
      aFinding({ id: RowId.parse('planned'), reviewId: RowId.parse('r') }),
      aFinding({ id: RowId.parse('done'), reviewId: RowId.parse('r'), isResolved: true }),
      aFinding({ id: RowId.parse('good'), reviewId: RowId.parse('r'), kind: 'strength' }),
      aFinding({ id: RowId.parse('our own') }),
    ];
    const actions = [anAction({ findingId: RowId.parse('planned') })];
    const { findingsAsked, findingsUnanswered } = given({ plan: { findings, actions, findingProgress: [] } });

    expect(findingsAsked.map(({ id }) => id)).toEqual(['bare', 'begun', 'planned', 'done']);
    expect(findingsUnanswered.map(({ id }) => id)).toEqual(['bare']);
  });

  it('cannot reach a partner without an address and a number; inspectors are not ours to reach', () => {
    const nobody = { email: '', phone: ' ', side: 'partnership' };
    const people = [
      { ...nobody, id: 'out of reach' },
      { ...nobody, id: 'mail', email: 'a@b.example' },
      { ...nobody, id: 'inspector', side: 'inspection' },
    ];

    expect(given({ people }).unreachable.map(({ id }) => id)).toEqual(['out of reach']);
  });
});
