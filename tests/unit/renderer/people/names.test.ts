import { describe, expect, it } from 'vitest';
import { namesFrom } from '../../../../renderer/people/names.ts';
import { Person, plainPerson, Strand } from '../../../../shared/domain/people.ts';

const aPerson = (id: string, name: string) =>
  Person.parse({
    id,
    name,
    side: 'partnership',
    ...plainPerson,
  });

const people = [aPerson('p1', 'Margaret Osei'), aPerson('p2', 'Ann Lee'), aPerson('p3', 'Ann Lee-Ross')];
const strands = [Strand.parse({ id: 's1', name: 'Margaret Osei', position: 0 })];
const children = [{ id: 'c1', code: 'C' }];
const plain = namesFrom({ people, strands, children, areCoded: false });
const coded = namesFrom({ people, strands, children, areCoded: true });

describe('namesFrom', () => {
  it('gives a person their name, and a shorter one where there is little room', () => {
    expect([plain.personName('p1'), plain.shortPersonName('p1')]).toEqual(['Margaret Osei', 'M Osei']);
  });

  it('gives initials for both while names are codes', () => {
    expect([coded.personName('p1'), coded.shortPersonName('p1')]).toEqual(['MO', 'MO']);
  });

  it('calls a child by its code alone, whether or not names are codes', () => {
    expect([plain.childLabel('c1'), coded.childLabel('c1')]).toEqual(['Child C', 'Child C']);
  });

  it('codes a strand that is called after its inspector', () => {
    expect([plain.strandName('s1'), coded.strandName('s1')]).toEqual(['Margaret Osei', 'MO']);
  });

  it('turns names inside a sentence into initials, the longest name first', () => {
    expect(coded.withoutNames('Ann Lee-Ross is with Ann Lee, not Annabel Lees.')).toBe(
      'AL is with AL, not Annabel Lees.',
    );
  });

  it('keeps a numbered post as it is, since it is nobody’s name', () => {
    const { personName, shortPersonName, withoutNames } = namesFrom({
      people: [aPerson('p4', 'CQC inspector 1'), aPerson('p5', 'Ofsted inspector')],
      strands: [],
      children: [],
      areCoded: true,
    });

    expect(personName('p4')).toBe('CQC inspector 1');
    expect(shortPersonName('p5')).toBe('Ofsted inspector');
    expect(withoutNames('CQC inspector 1 is in two places.')).toBe('CQC inspector 1 is in two places.');
  });

  it('leaves a sentence alone while names are shown', () => {
    expect(plain.withoutNames('Ann Lee is away.')).toBe('Ann Lee is away.');
  });

  it('says so when the person, child or strand is no longer there', () => {
    expect([plain.personName('x'), plain.childLabel('x'), plain.strandName('x')]).toEqual([
      'Somebody removed',
      'A child removed',
      'A strand removed',
    ]);
  });
});
