import { describe, expect, it } from 'vitest';
import {
  comparableName,
  inSpokenOrder,
  isShouted,
  withoutTitle,
} from '../../../../../shared/domain/import/names.ts';

describe('comparableName', () => {
  it.each([
    ['ERNA  KASSULKE', 'Erna Kassulke'],
    ['Dr. Felton Mueller', 'Felton Mueller'],
    ['Mr Bell Baumbach-McGlynn', 'bell baumbach mcglynn'],
    ['Seán O’Brien', "Sean O'Brien"],
    ['Lang, Hallie', 'Hallie Lang'],
    ['Lang, Dr Hallie', 'Hallie Lang'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(comparableName(a)).toBe(comparableName(b));
  });

  it('keeps two people apart', () => {
    expect(comparableName('Alexanne King')).not.toBe(comparableName('Alexane King'));
  });
});

describe('withoutTitle', () => {
  it('does not take a name that begins like a title, nor the whole of a name', () => {
    expect([withoutTitle('Drew Marsh'), withoutTitle('Miss'), withoutTitle('Cllr Dr Ann Lee')]).toEqual([
      'Drew Marsh',
      'Miss',
      'Ann Lee',
    ]);
  });
});

describe('inSpokenOrder', () => {
  it('leaves a post and a list of places alone', () => {
    expect(inSpokenOrder('Chair, Parent Carer Forum and friends')).toBe(
      'Chair, Parent Carer Forum and friends',
    );
    expect(inSpokenOrder('Lang, Hallie')).toBe('Hallie Lang');
  });
});

describe('isShouted', () => {
  it('tells capitals throughout from a name', () => {
    expect([isShouted('ERNA KASSULKE'), isShouted('Mr. ERNA KASSULKE'), isShouted('Erna KASSULKE')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
