import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterRequests,
  groupOf,
  orderRequests,
} from '../../../../../renderer/features/requests/request-groups.ts';
import type { RequestId } from '../../../../../shared/domain/ids.ts';
import {
  type InformationRequest,
  nextReference,
  RequestState,
} from '../../../../../shared/domain/request.ts';

const today = '2026-11-24';

const aRequest = (own: Partial<InformationRequest> = {}): InformationRequest => ({
  id: 'r1' as RequestId,
  reference: 'R-001',
  title: 'Waiting times for the autism pathway',
  wording: '',
  group: 'Performance',
  askedBy: 'Lead inspector',
  askedAt: null,
  ownerSector: 'health',
  ownerId: null,
  dueOn: today,
  dueAt: null,
  dueHours: null,
  meetingId: null,
  remindOn: null,
  state: 'gathering',
  source: '',
  isVerified: true,
  ...own,
});

const order = (requests: readonly InformationRequest[], by: 'due' | 'state' | 'sector') =>
  orderRequests(requests, by, today).map(({ reference }) => reference);

describe('groupOf', () => {
  it.each([
    ['overdue', { dueOn: '2026-11-23' }],
    ['today', { dueOn: '2026-11-24' }],
    ['week', { dueOn: '2026-11-29' }],
    ['later', { dueOn: '2026-11-30' }],
    ['undated', { dueOn: null }],
    ['answered', { dueOn: '2026-11-23', state: 'sent' }],
  ] as const)('puts a request under “%s”', (id, own) => {
    expect(groupOf(aRequest(own), 'due', today).id).toBe(id);
  });
});

describe('orderRequests', () => {
  it('puts overdue and today’s first, and within a day what is wanted earlier', () => {
    const requests = [
      aRequest({ reference: 'R-001', dueOn: null }),
      aRequest({ reference: 'R-002' }),
      aRequest({ reference: 'R-003', dueAt: 16 * 60 }),
      aRequest({ reference: 'R-004', dueOn: '2026-11-20' }),
      aRequest({ reference: 'R-005', dueOn: '2026-11-20', state: 'accepted' }),
      aRequest({ reference: 'R-006', dueAt: 9 * 60 }),
    ];

    expect(order(requests, 'due')).toEqual(['R-004', 'R-006', 'R-003', 'R-002', 'R-001', 'R-005']);
  });

  it('orders references as numbers', () => {
    expect(order([aRequest({ reference: 'B10' }), aRequest({ reference: 'B2' })], 'due')).toEqual([
      'B2',
      'B10',
    ]);
  });

  it('keeps each group together, and loses nothing', () => {
    const request = fc
      .record({
        dueOn: fc.constantFrom(null, '2026-11-20', today, '2026-11-26', '2026-12-10'),
        state: fc.constantFrom(...RequestState.options),
        ownerSector: fc.constantFrom('education', 'health', null),
      })
      .map(aRequest);

    fc.assert(
      fc.property(fc.array(request), fc.constantFrom('due', 'state', 'sector'), (requests, by) => {
        const ordered = orderRequests(requests, by, today);
        const ids = ordered.map((one) => groupOf(one, by, today).id);

        expect(ordered).toHaveLength(requests.length);
        expect(ids.filter((id, at) => id !== ids[at - 1])).toHaveLength(new Set(ids).size);
      }),
    );
  });
});

describe('filterRequests', () => {
  const any = { state: 'all', sector: 'all', words: '' } as const;

  it('finds words anywhere in a request, in any order', () => {
    const requests = [aRequest(), aRequest({ title: 'Self-evaluation' })];

    expect(filterRequests(requests, { ...any, words: 'pathway WAITING' }, today)).toEqual([requests[0]]);
    expect(filterRequests(requests, { ...any, words: 'performance lead' }, today)).toEqual(requests);
  });

  it('tells open from answered, and one sector from another', () => {
    const requests = [aRequest(), aRequest({ state: 'sent' }), aRequest({ ownerSector: null })];

    expect(filterRequests(requests, { ...any, state: 'open' }, today)).toEqual([requests[0], requests[2]]);
    expect(filterRequests(requests, { ...any, sector: 'none' }, today)).toEqual([requests[2]]);
  });
});

describe('nextReference', () => {
  it('follows the highest of its own series', () => {
    expect(nextReference([])).toBe('R-001');
    expect(nextReference(['A1', 'R-009', 'R-002'])).toBe('R-010');
    expect(nextReference(['R-999'])).toBe('R-1000');
  });
});
