import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guessMapping,
  headerSignature,
  recallMapping,
  rememberMapping,
} from '../../../../../shared/domain/import/mapping.ts';
import type { TargetShape } from '../../../../../shared/domain/import/target.ts';
import { importTargets } from '../../../../../shared/domain/import/targets.ts';

const { people, places, meetings, children } = importTargets;

/** Field to the heading of its column, without the fields that have none. */
const byHeading = (headings: readonly string[], columns: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) =>
      column === null ? [] : [[field, headings[column]]],
    ),
  );

const guess = (headings: readonly string[], target: TargetShape) =>
  byHeading(headings, guessMapping(headings, target).columns);

describe('guessMapping', () => {
  it('knows the headings of a contact list', () => {
    const headings = [
      'Name',
      'Job title',
      'Organisation',
      'Sector',
      'E-mail',
      'Tel',
      'Not available',
      'Notes',
    ];

    expect(guess(headings, people)).toEqual({
      name: 'Name',
      role: 'Job title',
      organisation: 'Organisation',
      sector: 'Sector',
      email: 'E-mail',
      phone: 'Tel',
      availability: 'Not available',
      notes: 'Notes',
    });
  });

  it('knows the headings of a room list, with a unit and a place in one of them', () => {
    const headings = ['Room', 'Site', 'Capacity', 'Video link', 'Step-free', 'Travel from Town Hall (min)'];

    expect(guess(headings, places)).toEqual({
      name: 'Room',
      site: 'Site',
      capacity: 'Capacity',
      hasVideo: 'Video link',
      isStepFree: 'Step-free',
      travelMinutes: 'Travel from Town Hall (min)',
    });
  });

  it('knows the finer half of a heading that takes two rows', () => {
    expect(guess(['Name', 'Contact: E-mail', 'Contact: Tel'], people)).toEqual({
      name: 'Name',
      email: 'Contact: E-mail',
      phone: 'Contact: Tel',
    });
  });

  it('sees through one slip of the finger', () => {
    expect(guess(['Name', 'Organisaton', 'Telehpone'], people)).toEqual({
      name: 'Name',
      organisation: 'Organisaton',
      phone: 'Telehpone',
    });
  });

  it('prefers the exact heading to one that only contains the word', () => {
    expect(guess(['School name', 'Name'], people)).toEqual({ organisation: 'School name', name: 'Name' });
  });

  it('prefers the likelier of two headings that mean one field', () => {
    expect(guess(['Contact', 'Full name'], people).name).toBe('Full name');
  });

  it('is surer of a field’s own name than of a synonym, and of that than of a likeness', () => {
    const { confidence } = guessMapping(['Name', 'Job title', 'Main telephone'], people);

    expect(confidence.name).toBe(1);
    expect(confidence.role).toBeLessThan(1);
    expect(confidence.phone).toBeLessThan(confidence.role ?? 0);
    expect(confidence.email).toBe(0);
  });

  it('says which columns fill nothing, and what is missing', () => {
    expect(guessMapping(['Shoe size', 'E-mail'], people)).toMatchObject({
      unmapped: [{ column: 0, heading: 'Shoe size' }],
      missing: ['Name', 'Forename', 'Surname'],
    });
  });

  it('maps the same whatever the order of the columns', () => {
    const cases = [people, places, meetings, children].flatMap((target) => [
      {
        target,
        headings: target.fields.map(
          (field, index) => field.synonyms[index % field.synonyms.length] ?? field.label,
        ),
      },
      // Several headings for one field: always the same one of them is taken.
      { target, headings: target.fields.flatMap((field) => field.synonyms.slice(0, 3)) },
    ]);
    const permuted = fc
      .constantFrom(...cases)
      .chain(({ target, headings }) =>
        fc
          .shuffledSubarray(headings, { minLength: headings.length })
          .map((shuffled) => ({ target, headings, shuffled })),
      );

    fc.assert(
      fc.property(permuted, ({ target, headings, shuffled }) => {
        expect(guess(shuffled, target)).toEqual(guess(headings, target));
      }),
    );
  });

  it('never uses a column twice', () => {
    const heading = fc.constantFrom(
      'Name',
      'Title',
      'Role',
      'Team',
      'Contact',
      'Contact name',
      'Email',
      'Other',
      '',
    );

    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
        const used = Object.values(guessMapping(headings, people).columns).filter(
          (column) => column !== null,
        );

        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  it('gives every synonym of every field to that field', () => {
    for (const target of Object.values(importTargets) as TargetShape[])
      for (const field of target.fields)
        for (const synonym of [field.label, ...field.synonyms])
          expect([synonym, Object.keys(guess([synonym], target))]).toEqual([synonym, [field.field]]);
  });
});

describe('the two child-level lists of the data request', () => {
  const shared = ['Suspensions', 'Permanent exclusions', 'Absence', 'Pupil Premium'];
  const listOne = [
    ...['Unique ID', 'UPN', 'ULN', 'Date of birth', 'Gender', 'Ethnicity', 'Date initial EHC plan issued'],
    ...['Date updated EHC plan issued', 'Date EHC plan last reviewed', 'SEN primary need'],
    ...[
      'Main education establishment – URN',
      'Main education establishment – phase',
      'Elective home education',
    ],
    ...[...shared, "Known to children's social care?", "Which children's social care team?"],
  ];

  it('keeps only what a tracked child needs, also with plain hyphens and in capitals', () => {
    const wanted = {
      uniqueId: 'Unique ID',
      upn: 'UPN',
      dateOfBirth: 'Date of birth',
      lastAnnualReview: 'Date EHC plan last reviewed',
      need: 'SEN primary need',
      setting: 'Main education establishment – URN',
      socialCareStatus: "Known to children's social care?",
    };
    const retyped = listOne.map((heading) => heading.replace('–', '-').toUpperCase());

    expect(guess(listOne, children)).toEqual(wanted);
    expect(Object.keys(guess(retyped, children)).sort()).toEqual(Object.keys(wanted).sort());
  });

  it('names each column left out, with the reason', () => {
    const { refused, unmapped } = guessMapping(listOne, children);

    expect(unmapped).toEqual([]);
    expect(refused.map(({ heading }) => heading)).toEqual([
      ...['ULN', 'Gender', 'Ethnicity', 'Date initial EHC plan issued', 'Date updated EHC plan issued'],
      ...['Main education establishment – phase', 'Elective home education', ...shared],
      "Which children's social care team?",
    ]);
    expect(refused.every(({ reason }) => reason.endsWith('.'))).toBe(true);
  });
});

describe('headerSignature', () => {
  it('is the same in any order, case and spacing', () => {
    expect(headerSignature(['E-mail', 'Name', ''])).toBe(headerSignature([' NAME', 'email']));
  });

  it('differs when a heading does', () => {
    expect(headerSignature(['Name', 'Role'])).not.toBe(headerSignature(['Name', 'Roles']));
  });

  it('stays short however many headings there are, and still tells them apart', () => {
    const many = Array.from({ length: 200 }, (_, index) => `A rather long heading number ${index}`);
    const signature = headerSignature(many);

    expect(signature.length).toBeLessThanOrEqual(2000);
    expect(headerSignature([...many.slice(0, -1), 'Another'])).not.toBe(signature);
  });
});

describe('rememberMapping and recallMapping', () => {
  it('finds the columns again in another order', () => {
    const kept = rememberMapping(['Name', 'Post', 'Second post'], { name: 0, role: 2, email: null });

    expect(recallMapping(['second post', 'NAME'], kept, people)).toMatchObject({
      name: 1,
      role: 0,
      email: null,
    });
  });

  it('tells two columns of one heading apart', () => {
    const kept = rememberMapping(['Name', 'Tel', 'Tel'], { name: 0, phone: 2 });

    expect(recallMapping(['Name', 'Tel', 'Tel'], kept, people)).toMatchObject({ phone: 2 });
  });

  it('leaves a field without a column when its heading is gone', () => {
    const kept = rememberMapping(['Name', 'Post'], { name: 0, role: 1 });

    expect(recallMapping(['Name'], kept, people)).toMatchObject({ name: 0, role: null });
  });
});
