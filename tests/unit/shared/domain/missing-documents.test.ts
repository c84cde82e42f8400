import { describe, expect, it } from 'vitest';
import type { ChecklistItem } from '../../../../shared/domain/child.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { askText, contactOf, owedByOwner } from '../../../../shared/domain/missing-documents.ts';

const item = (own: Partial<ChecklistItem> & { readonly title: string }): ChecklistItem =>
  ({
    ...{ id: own.title, childId: 'one', position: 0, group: '', ownerSector: null, ownerId: null },
    ...{ ownerName: '', askedOn: null, dueOn: null, state: 'missing' },
    ...own,
  }) as ChecklistItem;

describe('owedByOwner', () => {
  it('puts what has not come under whoever owes it, sectors in their order and nobody last, the first due first', () => {
    const person = 'p' as NonNullable<ChecklistItem['ownerId']>;
    const owed = owedByOwner([
      item({ title: 'nobody’s' }),
      item({ title: 'care', ownerSector: 'care' }),
      item({ title: 'late', ownerSector: 'education', dueOn: '2026-11-19' }),
      item({ title: 'soon', ownerSector: 'education', dueOn: '2026-11-18', state: 'asked' }),
      item({ title: 'hers', ownerSector: 'education', ownerId: person, ownerName: 'M Osei' }),
      item({ title: 'here', ownerSector: 'education', state: 'received' }),
      item({ title: 'not for her', ownerSector: 'health', state: 'not-applicable' }),
    ]);

    expect(owed.map(({ sector, items }) => [sector, items.map(({ title }) => title)])).toEqual([
      ['education', ['soon', 'late']],
      ['education', ['hers']],
      ['care', ['care']],
      [null, ['nobody’s']],
    ]);
  });
});

describe('contactOf', () => {
  const somebody = (own: {
    readonly id: string;
    readonly side: 'inspection' | 'partnership';
    readonly role: string;
  }) => ({ ...own, id: own.id as PersonId });
  const people = [
    somebody({ id: 'team', side: 'inspection', role: 'Head of SEND' }),
    somebody({ id: 'dmo', side: 'partnership', role: 'Designated Medical Officer' }),
    somebody({ id: 'dco', side: 'partnership', role: 'Designated Clinical Officer' }),
    somebody({ id: 'dsco', side: 'partnership', role: 'DSCO' }),
  ];

  it('finds the usual way to a sector, the likelier post first, and never one of the inspectors', () => {
    expect([contactOf('health', people), contactOf('care', people)]).toEqual(['dco', 'dsco']);
    expect([contactOf('education', people), contactOf(null, people)]).toEqual([null, null]);
  });
});

describe('askText', () => {
  it('asks child by child, by label, with each day that is said', () => {
    const text = askText(
      [
        item({ title: 'Health advice', childId: 'two' as ChecklistItem['childId'], dueOn: '2026-11-19' }),
        item({ title: 'EHC plan', dueOn: '2026-11-17' }),
        item({ title: 'Chronology', dueOn: '2026-11-16' }),
        item({ title: 'Genogram' }),
      ],
      (id) => (id === ('two' as ChecklistItem['childId']) ? 'Child A' : 'Child C'),
      '2026-11-17',
    );

    expect(text).toContain('4 documents from you are still missing');
    expect(text).toContain(
      'Child A\n- Health advice, due on Thursday 19 November 2026\n\nChild C\n- EHC plan, due today\n- Chronology, was due on Monday 16 November 2026\n- Genogram\n',
    );
  });
});
