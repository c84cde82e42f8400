import { describe, expect, it } from 'vitest';
import { ChildId } from '../../../../../shared/domain/ids.ts';
import {
  afterMarking,
  asMarked,
  fitsProfile,
  Redaction,
  RedactionMark,
  redactionState,
  whyNotSecond,
} from '../../../../../shared/domain/redaction/redaction.ts';

const hash = 'a'.repeat(64);
const verified = Redaction.parse({
  ...{ id: 'r', evidenceId: 'e', baseId: 'e', baseSha256: hash, profile: 'others', childId: 'c' },
  ...{ markedBy: 'Ann Bell', checkedBy: 'Bo Ray', checkedAt: '2026-11-24T10:00:00.000Z' },
  ...{ copyId: 'k', copySha256: hash, madeBy: 'Ann Bell', madeAt: '2026-11-24T10:05:00.000Z' },
  ...{ pages: 2, counts: { 'other-child': 3 }, leftAsIs: 0 },
});
const child = ChildId.parse('c');

describe('redactionState', () => {
  it('goes back to marking when the marks change, whatever had come of them', () => {
    expect(redactionState(verified)).toBe('verified');
    expect(redactionState({ ...verified, copyId: null })).toBe('checked');
    expect(redactionState({ ...verified, ...afterMarking('Cy Lund') })).toBe('marking');
  });
});

describe('whyNotSecond', () => {
  it('takes anybody but whoever marked', () => {
    expect(whyNotSecond(verified, 'Head of SEN')).toBe('');
    expect(whyNotSecond(verified, '  ann  BELL ')).toContain('other than');
    expect(whyNotSecond(verified, ' ')).toContain('Say who');
  });
});

describe('fitsProfile', () => {
  it('takes a copy made for more, never one made for less, about another child, or not verified', () => {
    expect(fitsProfile(verified, 'others', child)).toBe(true);
    expect(fitsProfile(verified, 'others', ChildId.parse('d'))).toBe(false);
    expect(fitsProfile(verified, 'names', child)).toBe(false);
    expect(fitsProfile({ ...verified, profile: 'public' }, 'names', null)).toBe(true);
    expect(fitsProfile({ ...verified, copyId: null }, 'others', child)).toBe(false);
  });
});

describe('asMarked', () => {
  const mark = RedactionMark.parse({
    ...{ id: 'm', redactionId: 'r', page: 1, left: 0, top: 0, width: 1, height: 1 },
    ...{ reason: 'other-child', how: 'page', isLeft: false },
  });

  it('lets a copy count only for the marks that it was made of', () => {
    expect(redactionState(asMarked(verified, [mark, mark, mark]))).toBe('verified');
    expect(redactionState(asMarked(verified, [mark, mark, mark, mark]))).toBe('marking');
    expect(redactionState(asMarked(verified, [mark, mark, { ...mark, isLeft: true }]))).toBe('marking');
  });
});
