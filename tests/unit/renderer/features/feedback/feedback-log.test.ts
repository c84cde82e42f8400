import { describe, expect, it } from 'vitest';
import {
  countKinds,
  daysOf,
  everything,
  filterLog,
} from '../../../../../renderer/features/feedback/feedback-log.ts';
import type { FeedbackEntry } from '../../../../../shared/domain/feedback.ts';
import type { CriterionId, FeedbackId } from '../../../../../shared/domain/ids.ts';

const anEntry = (own: Partial<FeedbackEntry> = {}): FeedbackEntry => ({
  id: 'f' as FeedbackId,
  at: '2026-11-24T10:42:00.000Z',
  text: 'Said',
  kind: 'strength',
  saidBy: '',
  heardBy: '',
  meetingId: null,
  childId: null,
  criterionId: null,
  sector: null,
  isQuote: false,
  evidenceGiven: '',
  confidence: 'not-said',
  hearingId: null,
  reply: '',
  isEmbargoed: true,
  action: '',
  actionOwnerId: null,
  actionDueOn: null,
  actionDueAt: null,
  isActionDone: false,
  ...own,
});

describe('daysOf', () => {
  it('parts the log by the day on a London clock', () => {
    const late = anEntry({ at: '2026-07-01T23:30:00.000Z' });
    const early = anEntry({ at: '2026-07-01T22:30:00.000Z' });

    expect(daysOf([late, early])).toEqual([
      { day: '2026-07-02', entries: [late] },
      { day: '2026-07-01', entries: [early] },
    ]);
  });
});

describe('filterLog', () => {
  it('shows only what still needs doing', () => {
    const open = anEntry({ action: 'Write it up' });
    const done = anEntry({ action: 'Write it up', isActionDone: true });

    expect(filterLog([open, done, anEntry()], { ...everything, withOpenAction: true })).toEqual([open]);
  });

  it('goes by the sector that spoke, also where only the role tells it', () => {
    const given = anEntry({ sector: 'health' });
    const told = anEntry({ saidBy: 'Paediatrician' });
    const parent = anEntry({ saidBy: 'Parent' });

    expect(filterLog([given, told, parent], { ...everything, sector: 'health' })).toEqual([given, told]);
  });

  it('joins its filters, and can ask for what belongs to no criterion', () => {
    const one = anEntry({ criterionId: 'c' as CriterionId, kind: 'question' });
    const other = anEntry({ kind: 'question' });

    expect(
      filterLog([one, other, anEntry()], { ...everything, kind: 'question', criterionId: 'none' }),
    ).toEqual([other]);
    expect(filterLog([one, other], { ...everything, criterionId: 'c' })).toEqual([one]);
    expect(filterLog([one, other], everything)).toEqual([one, other]);
  });
});

describe('countKinds', () => {
  it('counts each kind, none left out', () => {
    expect(countKinds([anEntry(), anEntry({ kind: 'question' }), anEntry()])).toEqual({
      strength: 2,
      'area-for-improvement': 0,
      question: 1,
      surprise: 0,
      neutral: 0,
    });
  });
});
