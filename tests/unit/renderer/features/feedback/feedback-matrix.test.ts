import { describe, expect, it } from 'vitest';
import { matrixOf } from '../../../../../renderer/features/feedback/feedback-matrix.ts';
import type { Criterion } from '../../../../../shared/domain/engagement.ts';
import { type FeedbackEntry, FeedbackEntry as Schema } from '../../../../../shared/domain/feedback.ts';
import { CriterionId } from '../../../../../shared/domain/ids.ts';

const criterion = (id: string): Criterion => ({
  ...{ id: CriterionId.parse(id), position: 0, code: id, title: `About ${id}`, group: '' },
  ...{ kind: 'criterion', source: '', isVerified: true },
});
const entry = (id: string, kind: FeedbackEntry['kind'], criterionId: string | null): FeedbackEntry =>
  Schema.parse({
    ...{ id, at: '2026-11-24T10:00:00.000Z', text: id, kind, saidBy: 'SENCO', heardBy: '', sector: null },
    ...{
      evidenceGiven: '',
      confidence: 'not-said',
      hearingId: null,
      isQuote: false,
      meetingId: null,
      childId: null,
      criterionId,
      isEmbargoed: true,
      action: '',
    },
    ...{ actionOwnerId: null, actionDueOn: null, actionDueAt: null, isActionDone: false, reply: '' },
  });

describe('matrixOf', () => {
  it('puts strengths and areas for improvement under their criterion, and counts everything said', () => {
    const entries = [
      entry('a', 'strength', 'E1'),
      entry('b', 'question', 'E1'),
      entry('c', 'area-for-improvement', 'E2'),
    ];

    const [first, second, ...rest] = matrixOf(entries, [criterion('E1'), criterion('E2')]);

    expect(first?.count).toBe(2);
    expect(first?.cells.map(({ entries: own }) => own.map(({ id }) => id))).toEqual([['a'], []]);
    expect(second?.cells[1]?.entries.map(({ id }) => id)).toEqual(['c']);
    expect(rest).toEqual([]);
  });

  it('loses nothing that stands under no criterion', () => {
    const rows = matrixOf([entry('a', 'strength', null)], [criterion('E1')]);

    expect(rows.at(-1)).toMatchObject({ criterion: null, count: 1 });
  });
});
