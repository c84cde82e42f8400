import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsIn, initialsOf } from '../../../../shared/domain/people.ts';

const everybody = [
  { name: 'Ann Lee', role: 'SENCO' },
  { name: 'Ann Lee-Ross', role: 'Governor' },
  { name: 'Dr. Felton Mueller', role: 'Paediatrician' },
  { name: 'Will', role: 'Young adviser' },
  { name: 'CQC inspector 1', role: 'CQC inspector 1' },
];
const coded = initialsIn(everybody);

describe('initialsIn', () => {
  it('turns whole names into initials, the longest first and in any case, and leaves likenesses', () => {
    expect(coded('ANN LEE-ROSS is with Ann Lee, not Annabel Lees.')).toBe('AL is with AL, not Annabel Lees.');
    expect(coded('Seen by Dr. Felton Mueller')).toBe('Seen by FM');
  });

  it('takes a name of one word only in its own case, and a post never', () => {
    expect(coded('Will says that it will rain on CQC inspector 1.')).toBe(
      'W says that it will rain on CQC inspector 1.',
    );
  });

  it('leaves no whole name of any person, whatever signs are in it', () => {
    const word = fc.stringMatching(/^[A-Z][a-z(.+*'-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 6 }), (pairs) => {
        const people = pairs.map(([first, last]) => ({ name: `${first} ${last}`, role: 'Teacher' }));
        const text = people.map(({ name }) => `With ${name}, at nine`).join('. ');

        const plain = initialsIn(people)(text);

        for (const { name } of people) expect([name, plain.includes(`With ${name},`)]).toEqual([name, false]);
        expect(plain).toContain(`With ${initialsOf(people[0]?.name ?? '')},`);
      }),
    );
  });
});
