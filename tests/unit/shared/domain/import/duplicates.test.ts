import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  childIdentity,
  findDuplicates,
  meetingIdentity,
  mergeConfirmed,
  personIdentity,
  placeIdentity,
} from '../../../../../shared/domain/import/duplicates.ts';
import type { PersonRow } from '../../../../../shared/domain/import/target-people.ts';

const aPerson = (values: Partial<PersonRow> = {}): PersonRow => ({
  name: 'Erna Kassulke',
  role: null,
  organisation: null,
  sector: null,
  email: null,
  phone: null,
  availability: null,
  notes: null,
  ...values,
});
const row = <V>(rowNumber: number, values: V): Candidate<V> => ({
  ref: { from: 'import', rowNumber },
  values,
});
const kept = <V>(id: string, values: V): Candidate<V> => ({ ref: { from: 'existing', id }, values });

describe('findDuplicates', () => {
  it('proposes the shouted twin, and keeps the better spelling and every detail', () => {
    const rows = [
      row(18, aPerson({ name: 'ERNA KASSULKE', notes: 'DUPLICATE?' })),
      row(17, aPerson({ email: 'erna@nhs.example', notes: 'prefers Teams' })),
    ];

    expect(findDuplicates(rows, [], personIdentity)).toEqual([
      {
        key: 'row:18+row:17',
        a: rows[0],
        b: rows[1],
        reason: 'The name is the same.',
        certainty: 'likely',
        merged: aPerson({ email: 'erna@nhs.example', notes: 'DUPLICATE?; prefers Teams' }),
        conflicts: [],
      },
    ]);
  });

  it.each([['Dr. Erna Kassulke'], ['erna  kassulke'], ['Kassulke, Erna'], ['Érna Kassulke']])(
    'takes %j for Erna Kassulke',
    (name) => {
      expect(
        findDuplicates([row(2, aPerson({ name }))], [kept('p1', aPerson())], personIdentity),
      ).toMatchObject([{ key: 'id:p1+row:2' }]);
    },
  );

  it('proposes two names with one e-mail address only as possible', () => {
    const rows = [
      row(2, aPerson({ name: 'Hallie Lang', email: 'sen@council.example' })),
      row(3, aPerson({ name: 'Bo Connelly', email: 'SEN@council.example' })),
    ];

    expect(findDuplicates(rows, [], personIdentity)).toMatchObject([
      {
        reason: 'The e-mail address is the same.',
        certainty: 'possible',
        conflicts: [{ field: 'name', kept: 'Hallie Lang', dropped: 'Bo Connelly' }],
      },
    ]);
  });

  it('proposes namesakes in two organisations only as possible', () => {
    const rows = [
      row(2, aPerson({ name: 'John Smith', organisation: 'Oakfield Primary' })),
      row(3, aPerson({ name: 'John Smith', organisation: 'ICB' })),
    ];

    expect(findDuplicates(rows, [], personIdentity)).toMatchObject([{ certainty: 'possible' }]);
  });

  it('proposes nothing for different people', () => {
    const rows = [row(2, aPerson({ name: 'Hallie Lang' })), row(3, aPerson({ name: 'Alexanne King' }))];

    expect(findDuplicates(rows, [], personIdentity)).toEqual([]);
  });

  it('does not pair records that are kept already', () => {
    expect(findDuplicates([], [kept('p1', aPerson()), kept('p2', aPerson())], personIdentity)).toEqual([]);
  });

  it('tells one room name at two sites apart', () => {
    const place = { capacity: 10, hasVideo: null, isStepFree: null, isOnline: false, travelMinutes: null };
    const rows = [
      row(2, { ...place, name: 'Hall', site: 'Oakfield Primary' }),
      row(3, { ...place, name: 'Hall', site: 'Westbrook High' }),
      row(4, { ...place, name: 'HALL ', site: 'Oakfield primary' }),
    ];

    expect(findDuplicates(rows, [], placeIdentity).map(({ key }) => key)).toEqual(['row:2+row:4']);
  });

  it('takes a meeting of one title, day and start for the same, and an unplaced one never', () => {
    const meeting = { minutes: 60, inspectors: ['CQC lead'], attendees: [], place: null, notes: null };
    const rows = [
      row(2, { ...meeting, title: 'SENDIASS', day: '2026-11-24', start: 600 }),
      row(3, {
        ...meeting,
        title: 'Sendiass',
        day: '2026-11-24',
        start: 600,
        inspectors: ['Ofsted inspector'],
      }),
      row(4, { ...meeting, title: 'SENDIASS', day: '2026-11-25', start: 600 }),
      row(5, { ...meeting, title: 'SENDIASS', day: null, start: null }),
      row(6, { ...meeting, title: 'SENDIASS', day: null, start: null }),
    ];

    const proposals = findDuplicates(rows, [], meetingIdentity);

    expect(proposals.map(({ key }) => key)).toEqual(['row:2+row:3']);
    expect(proposals[0]?.merged.inspectors).toEqual(['CQC lead', 'Ofsted inspector']);
  });

  it('proposes two children with one NHS number only as possible when their names differ', () => {
    const child = {
      uniqueId: null,
      upn: null,
      dateOfBirth: '2015-09-01',
      nhsNumber: '9999575625',
      postcode: null,
      need: null,
      sendStatus: null,
      setting: null,
      socialCareStatus: null,
      lastAnnualReview: null,
    };
    const rows = [
      row(2, { ...child, surname: 'Berge', forename: 'Anabel' }),
      row(3, { ...child, surname: 'Kulas', forename: 'Fae' }),
      row(4, { ...child, surname: 'BERGE', forename: 'Anabel', nhsNumber: null }),
    ];

    expect(findDuplicates(rows, [], childIdentity).map(({ key, certainty }) => [key, certainty])).toEqual([
      ['row:2+row:3', 'possible'],
      ['row:2+row:4', 'likely'],
    ]);
  });
});

describe('mergeConfirmed', () => {
  const existing = [kept('p1', aPerson({ phone: '01632 961012' }))];
  const rows = [
    row(2, aPerson({ name: 'ERNA KASSULKE', role: 'CAMHS service manager' })),
    row(3, aPerson({ name: 'Hallie Lang' })),
    row(4, aPerson({ name: 'Dr Erna Kassulke', email: 'erna@nhs.example' })),
  ];
  const proposals = findDuplicates(rows, existing, personIdentity);
  const merge = (confirmed: readonly string[]) =>
    mergeConfirmed(rows, proposals, { confirmed: new Set(confirmed), identity: personIdentity });

  it('merges nothing that is not confirmed', () => {
    expect(merge([])).toEqual({
      toAdd: rows.map(({ values }, index) => ({ rowNumbers: [index + 2], values })),
      toChange: [],
    });
  });

  it('fills a kept record from every confirmed row', () => {
    expect(merge(['id:p1+row:2', 'id:p1+row:4'])).toEqual({
      toAdd: [{ rowNumbers: [3], values: aPerson({ name: 'Hallie Lang' }) }],
      toChange: [
        {
          id: 'p1',
          rowNumbers: [2, 4],
          values: aPerson({
            phone: '01632 961012',
            role: 'CAMHS service manager',
            email: 'erna@nhs.example',
          }),
        },
      ],
    });
  });

  it('never makes one of two kept records, though a row fits both', () => {
    const both = [
      kept('p1', aPerson({ name: 'Erna Kassulke' })),
      kept('p2', aPerson({ name: 'Erna Day', email: 'erna@nhs.example' })),
    ];
    const [between] = [row(2, aPerson({ name: 'Erna Kassulke', email: 'erna@nhs.example' }))];
    const found = findDuplicates([between], both, personIdentity);

    const merged = mergeConfirmed([between], found, {
      confirmed: new Set(found.map(({ key }) => key)),
      identity: personIdentity,
    });

    expect(found.length).toBe(2);
    expect(merged).toEqual({
      toAdd: [],
      toChange: [{ id: 'p1', rowNumbers: [2], values: aPerson({ email: 'erna@nhs.example' }) }],
    });
  });

  it('merges a chain of rows into one', () => {
    const chain = [
      row(2, aPerson({ name: 'Erna Kassulke' })),
      row(3, aPerson({ name: 'Erna Kassulke-Day', email: 'erna@nhs.example' })),
      row(4, aPerson({ name: 'ERNA KASSULKE', email: 'erna@nhs.example' })),
    ];
    const found = findDuplicates(chain, [], personIdentity);

    const merged = mergeConfirmed(chain, found, {
      confirmed: new Set(found.map(({ key }) => key)),
      identity: personIdentity,
    });

    expect(merged.toAdd).toEqual([{ rowNumbers: [2, 3, 4], values: aPerson({ email: 'erna@nhs.example' }) }]);
  });

  it('puts every row in exactly one place, whatever is confirmed', () => {
    const name = fc.constantFrom('Erna Kassulke', 'ERNA KASSULKE', 'Hallie Lang', 'Bo Connelly');
    const email = fc.constantFrom(null, 'a@x.example', 'b@x.example');
    const person = fc.record({ name, email }).map((values) => aPerson(values));

    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 8 }),
        fc.array(person, { maxLength: 3 }),
        fc.infiniteStream(fc.boolean()),
        (imported, known, choices) => {
          const candidates = imported.map((values, index) => row(index + 2, values));
          const found = findDuplicates(
            candidates,
            known.map((values, index) => kept(`p${index}`, values)),
            personIdentity,
          );
          const confirmed = new Set(found.filter(() => choices.next().value).map(({ key }) => key));

          const { toAdd, toChange } = mergeConfirmed(candidates, found, {
            confirmed,
            identity: personIdentity,
          });

          const placed = [...toAdd, ...toChange]
            .flatMap(({ rowNumbers }) => rowNumbers)
            .sort((a, b) => a - b);
          expect(placed).toEqual(candidates.map((_, index) => index + 2));
        },
      ),
    );
  });
});
