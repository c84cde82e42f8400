import { describe, expect, it } from 'vitest';
import {
  everything,
  filterEvidence,
  targetOf,
} from '../../../../../renderer/features/evidence/evidence-list.ts';
import { EvidenceLink } from '../../../../../shared/domain/evidence.ts';
import type { EvidenceSummary } from '../../../../../shared/ipc/evidence.ts';

const aDocument = (id: string, title: string, over: Partial<EvidenceSummary> = {}) =>
  ({ id, title, type: 'pdf', hasText: true, scan: null, ...over }) as EvidenceSummary;
const aLink = (evidenceId: string, over: object) =>
  EvidenceLink.parse({
    id: `${evidenceId}-link`,
    evidenceId,
    childId: null,
    checklistItemId: null,
    requestId: null,
    criterionId: null,
    meetingId: null,
    ...over,
  });

const documents = [
  aDocument('1', 'Short breaks statement'),
  aDocument('2', 'Zoë’s view', { type: 'docx' }),
  aDocument('3', 'Scan', { hasText: false }),
];
const links = [aLink('1', { requestId: 'r1' }), aLink('2', { checklistItemId: 'i1' })];
const found = (filter: object) =>
  filterEvidence(
    documents,
    (id) => links.filter((link) => link.evidenceId === id),
    (item) => (item === 'i1' ? 'c1' : undefined),
    { ...everything, ...filter },
  ).map((item) => item.id);

describe('filterEvidence', () => {
  it.each([
    [{}, ['1', '2', '3']],
    [{ words: 'st sho' }, ['1']],
    [{ words: 'zoe' }, ['2']],
    [{ words: 'reaks' }, []],
    [{ type: 'word' }, ['2']],
    [{ isUnreadOnly: true }, ['3']],
    [{ forWhom: 'nobody' }, ['3']],
    [{ forWhom: 'requests' }, ['1']],
    [{ forWhom: 'child:c1' }, ['2']],
    [{ forWhom: 'child:c2' }, []],
  ])('narrows by %j', (filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });
});

describe('targetOf', () => {
  it('is the one thing a link ties to', () => {
    expect(links.map(targetOf)).toEqual([{ requestId: 'r1' }, { checklistItemId: 'i1' }]);
  });
});
