import { describe, expect, it } from 'vitest';
import { matchChecklistItem, proposeLinks } from '../../../../shared/domain/checklist-match.ts';
import { ChecklistItem } from '../../../../shared/domain/child.ts';
import { EvidenceLink } from '../../../../shared/domain/evidence.ts';

const titles = [
  ['Overview', 'Chronology across all agencies'],
  ['Education', 'Current EHC plan'],
  ['Education', 'Earlier versions of the EHC plan'],
  ['Education', 'Last two annual reviews, with the council’s decision letters'],
  ['Education', 'SEN support plan or provision map'],
  ['Education', 'Educational psychologist’s advice'],
  ['Health', 'Summary from each service: paediatrics, speech and language, occupational and physiotherapy'],
  ['Health', 'Health advice for the EHC plan'],
  ['Social care', 'Social care advice for the EHC plan'],
  ['Social care', 'Assessment: early help, child in need, child protection or looked after'],
  ['Education', 'Request for assessment and the 20-week timeline'],
  ['Views', 'The child’s views'],
  ['Views', 'The parents’ or carers’ views'],
] as const;
const items = titles.map(([group, title], position) =>
  ChecklistItem.parse({
    id: `item-${position}`,
    childId: 'child-c',
    position,
    group,
    title,
    ownerSector: null,
    ownerId: null,
    ownerName: '',
    askedOn: null,
    dueOn: null,
    state: 'missing',
    reason: '',
    receivedOn: null,
    version: '',
    stage: 'not-said',
    thirdPartyCheck: 'not-checked',
    approvedBy: '',
  }),
);

describe('matchChecklistItem', () => {
  it.each([
    ['Annual review report', 'Last two annual reviews, with the council’s decision letters'],
    ['EHC plan', 'Current EHC plan'],
    ['EHCP final 2025', 'Current EHC plan'],
    ['EP advice', 'Educational psychologist’s advice'],
    ['Parent contribution', 'The parents’ or carers’ views'],
    ['School support plan', 'SEN support plan or provision map'],
    [
      'SALT report',
      'Summary from each service: paediatrics, speech and language, occupational and physiotherapy',
    ],
    ['Social care assessment', 'Assessment: early help, child in need, child protection or looked after'],
    ['Social care advice', 'Social care advice for the EHC plan'],
    ['Child A chronology v2', 'Chronology across all agencies'],
  ])('takes %j for %j', (title, item) => {
    expect(matchChecklistItem(title, items)?.title).toBe(item);
  });

  it.each(['Minutes of meeting', 'IMG 2031', 'Letter', '2026-01-02', ''])(
    'proposes nothing for %j',
    (title) => {
      expect(matchChecklistItem(title, items)).toBeNull();
    },
  );
});

describe('proposeLinks', () => {
  const link = (over: object) =>
    EvidenceLink.parse({
      id: 'l1',
      evidenceId: 'e1',
      childId: null,
      checklistItemId: null,
      requestId: null,
      criterionId: null,
      meetingId: null,
      ...over,
    });

  it('proposes an open item once, for a document tied to the child and to none of its items', () => {
    const documents = [
      { id: 'e1', title: 'Chronology' },
      { id: 'e2', title: 'Chronology again' },
    ].map(({ id, title }) => ({ id: id as never, title }));
    const links = [link({ childId: 'child-c' }), link({ id: 'l2', evidenceId: 'e2', childId: 'child-c' })];

    expect(
      proposeLinks(documents, links, items).map(({ evidenceId, item }) => [evidenceId, item.id]),
    ).toEqual([['e1', 'item-0']]);
  });

  it('proposes nothing once the document answers an item, or when the item is there already', () => {
    const documents = [{ id: 'e1' as never, title: 'Chronology' }];
    const here = items.map((item) => ({ ...item, state: 'received' as const }));

    expect(
      proposeLinks(
        documents,
        [link({ childId: 'child-c' }), link({ id: 'l2', checklistItemId: 'item-1' })],
        items,
      ),
    ).toEqual([]);
    expect(proposeLinks(documents, [link({ childId: 'child-c' })], here)).toEqual([]);
  });
});
