import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KnownName,
  knownChildren,
  knownPeople,
  namesIn,
  roleInSentence,
  withoutNames,
} from '../../../../shared/domain/attribution.ts';
import type { Person } from '../../../../shared/domain/people.ts';

type Somebody = Pick<Person, 'name' | 'role' | 'side' | 'sector'>;

const aPerson = (own: Partial<Somebody>): Somebody => ({
  name: 'Marcus Lee',
  role: 'Caseworker',
  side: 'partnership',
  sector: 'education',
  ...own,
});

const found = (text: string, ...people: readonly Somebody[]) =>
  namesIn(text, knownPeople(people)).map(({ words }) => words);

describe('namesIn', () => {
  it('finds a first name and offers the role instead', () => {
    const text = 'The wait has halved. Marcus says two schools still send advice late.';

    const names = namesIn(text, knownPeople([aPerson({})]));

    expect(names).toEqual([{ from: 21, to: 27, words: 'Marcus', replacement: 'A caseworker' }]);
    expect(withoutNames(text, names)).toBe(
      'The wait has halved. A caseworker says two schools still send advice late.',
    );
  });

  it.each([
    ['asked Marcus Lee about it', 'Marcus Lee'],
    ['asked Mr Lee about it', 'Mr Lee'],
    ['asked M. Lee about it', 'M. Lee'],
    ['asked Dr. M Lee about it', 'Dr. M Lee'],
    ['asked Lee about it', 'Lee'],
    ['Marcus’s view', 'Marcus'],
    ['the Marcus-led team', 'Marcus'],
    ['typed in haste: marcus lee agrees', 'marcus lee'],
    ['typed in haste: marcus agrees', 'marcus'],
  ])('finds “%s”', (text, name) => {
    expect(found(text, aPerson({}))).toEqual([name]);
  });

  it('finds surnames of two parts whole, and names with accents written without', () => {
    const person = aPerson({ name: 'José Baumbach-McGlynn' });

    expect(found('Mr Baumbach-McGlynn and Jose spoke', person)).toEqual(['Mr Baumbach-McGlynn', 'Jose']);
  });

  it('leaves an ordinary word alone that is also a name', () => {
    const person = aPerson({ name: 'Will May' });

    expect(found('Will the plan be ready? It may. It will in May.', person)).toEqual([]);
    expect(found('Will says it is ready, and so does Ms May.', person)).toEqual(['Will', 'Ms May']);
  });

  it('does not take part of a longer word for a name', () => {
    expect(found('Leeds and Marcusson', aPerson({}))).toEqual([]);
  });

  it('does not take a role that stands in for a name as one', () => {
    const team = [
      aPerson({ name: 'CQC inspector 1', role: 'CQC inspector' }),
      aPerson({ name: 'Lead inspector', role: 'Lead inspector' }),
      aPerson({ name: 'Team Manager', role: 'Manages' }),
    ];

    expect(found('The lead inspector and a CQC inspector asked the team manager.', ...team)).toEqual([]);
  });

  it('names no one role where two people share a name', () => {
    const names = namesIn(
      'Marcus agreed',
      knownPeople([aPerson({}), aPerson({ name: 'Marcus Obi', role: 'Nurse' })]),
    );

    expect(names.map(({ replacement }) => replacement)).toEqual(['A colleague']);
  });

  it('replaces a child by the code, by any name the child is known by', () => {
    const children = knownChildren([
      { code: 'C', forename: 'Jaden', surname: 'Tarrow', knownAs: 'JJ, Jay Tarrow' },
    ]);
    const text = 'Jaden’s mother and JJ met Jay Tarrow’s mentor';

    expect(withoutNames(text, namesIn(text, children))).toBe(
      'Child C’s mother and Child C met Child C’s mentor',
    );
  });

  it('takes any capital for a name in a strict search', () => {
    const children = knownChildren([{ code: 'A', forename: 'May', surname: 'Hope', knownAs: '' }]);

    expect(namesIn('Hope in May', children)).toEqual([]);
    expect(namesIn('Hope in May', children, { isStrict: true }).map(({ words }) => words)).toEqual([
      'Hope',
      'May',
    ]);
  });

  it('leaves no known full name in any text, and every other character as it was', () => {
    const name = fc.constantFrom('Marcus Lee', 'Ada Obi-Wray', 'Seán O’Brien', 'Li de Vries');
    const known: readonly KnownName[] = ['Marcus Lee', 'Ada Obi-Wray', 'Seán O’Brien', 'Li de Vries'].map(
      (one) => ({
        name: one,
        replacement: '_',
      }),
    );
    const text = fc.array(fc.oneof(name, fc.constantFrom('the plan', 'is late.', '£5', '–')), {
      maxLength: 12,
    });

    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.join(' ');

        const clean = withoutNames(written, namesIn(written, known));

        expect(clean).toBe(
          parts.map((part) => (known.some((one) => one.name === part) ? '_' : part)).join(' '),
        );
      }),
    );
  });

  it('never fails, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, name) => {
        const names = namesIn(text, [{ name, replacement: 'x' }]);

        expect(names.every(({ from, to, words }) => text.slice(from, to) === words)).toBe(true);
      }),
    );
  });
});

describe('roleInSentence', () => {
  it.each([
    ['SEN caseworker', 'a SEN caseworker'],
    ['EHC co-ordinator', 'an EHC co-ordinator'],
    ['NHS manager', 'an NHS manager'],
    ['Educational psychologist', 'an educational psychologist'],
    ['Ofsted inspector', 'an Ofsted inspector'],
    ['Unit manager', 'a unit manager'],
    ['DCS', 'a DCS'],
  ])('says %s as “%s”', (role, words) => {
    expect(roleInSentence(aPerson({ role }))).toBe(words);
  });

  it('falls back on the sector, and on the side', () => {
    expect(roleInSentence(aPerson({ role: '', sector: 'family' }))).toBe('a parent or carer');
    expect(roleInSentence(aPerson({ role: '', side: 'inspection', sector: null }))).toBe('an inspector');
    expect(roleInSentence(aPerson({ role: '', sector: null }))).toBe('a colleague');
  });
});
