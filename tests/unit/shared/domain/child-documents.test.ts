import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childrenOfDocuments,
  countDocumentsOf,
  type DocumentRows,
} from '../../../../shared/domain/child-documents.ts';

const rowsOf = (rows: {
  readonly items?: readonly (readonly [id: string, madeFromId: string | null])[];
  readonly links?: readonly (readonly [evidenceId: string, childId: string | null, itemId: string | null])[];
}): DocumentRows =>
  ({
    items: (rows.items ?? []).map(([id, madeFromId]) => ({ id, madeFromId })),
    links: (rows.links ?? []).map(([evidenceId, childId, checklistItemId]) => ({
      ...{ evidenceId, childId, checklistItemId },
    })),
    checklist: [{ id: 'plan', childId: 'b' }],
  }) as never;

describe('childrenOfDocuments', () => {
  it('finds the child that a document is tied to, itself or by the checklist', () => {
    const childrenOf = childrenOfDocuments(
      rowsOf({
        items: [['one', null]],
        links: [
          ['one', 'a', null],
          ['one', null, 'plan'],
          ['one', null, null],
        ],
      }),
    );

    expect([...childrenOf('one')]).toEqual(['a', 'b']);
    expect([...childrenOf('other')]).toEqual([]);
  });

  it('finds the child of whatever was made of a document, at however many removes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (removes) => {
        const items = Array.from(
          { length: removes + 1 },
          (_, at) => [`${at}`, at === 0 ? null : `${at - 1}`] as const,
        );
        const rows = rowsOf({ items, links: [['0', 'a', null]] });

        expect([...childrenOfDocuments(rows)(`${removes}`)]).toEqual(['a']);
        expect(countDocumentsOf(rows, 'a' as never)).toBe(removes + 1);
        expect(countDocumentsOf(rows, 'b' as never)).toBe(0);
      }),
    );
  });
});
