import { describe, expect, it } from 'vitest';
import { type EvidenceItem, EvidenceType } from '../../../../shared/domain/evidence.ts';
import { isPrintable, layoutWarning, printedFormOf } from '../../../../shared/domain/printed-form.ts';

const form = (id: string, over: object = {}) =>
  ({
    id,
    type: 'pdf',
    printedOfId: 'plan',
    madeFromId: null,
    receivedAt: '2026-11-24T10:00:00.000Z',
    ...over,
  }) as never;
const idOf = (items: readonly never[]): string | null =>
  printedFormOf<EvidenceItem>(items, 'plan')?.id ?? null;

describe('printedFormOf', () => {
  it('takes what somebody saved before what was printed here, however old, and then the newest', () => {
    const here = form('here', { madeFromId: 'plan', receivedAt: '2026-11-25T10:00:00.000Z' });
    const later = form('later', { receivedAt: '2026-11-24T11:00:00.000Z' });

    expect(idOf([here, form('saved')])).toBe('saved');
    expect(idOf([form('saved'), later, here])).toBe('later');
    expect(idOf([here])).toBe('here');
  });

  it('is nothing for a document of which nobody named one, and never what is no PDF', () => {
    expect(idOf([form('other', { printedOfId: 'letter' }), form('word', { type: 'docx' })])).toBeNull();
  });
});

describe('layoutWarning', () => {
  it('says of everything that pages can be made of what may differ, and nothing of a PDF', () => {
    expect(EvidenceType.options.filter((type) => isPrintable(type) && layoutWarning(type) === '')).toEqual(
      [],
    );
    expect(layoutWarning('pdf')).toBe('');
  });
});
