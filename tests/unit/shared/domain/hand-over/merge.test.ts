import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bring, put, type Replica, replica, showing } from '../../../../support/replicas.ts';

const base = [
  ['people', { id: 'person-1', name: 'Grace Oyelaran', side: 'partnership', phone: '' }],
  ['people', { id: 'person-2', name: 'Tom Hale', side: 'partnership', phone: '' }],
  ['places', { id: 'place-1', name: 'Room 1', site: 'Civic Centre' }],
  [
    'meetings',
    { id: 'meeting-1', title: 'Leaders', day: '2026-11-24', start: 540, place_id: null, version: 1 },
  ],
  [
    'meetings',
    { id: 'meeting-2', title: 'Parents', day: '2026-11-25', start: 600, place_id: null, version: 1 },
  ],
  ['meeting_people', { id: 'link-1', meeting_id: 'meeting-1', person_id: 'person-1' }],
  ['children', { id: 'child-1', code: 'A', upn: 'A123' }],
] as const;

const mine = replica('mine', base);
const theirs = replica('theirs', base);
const rowOf = (copy: Replica, key: string) => copy.shown.get(key);
const meeting = (id: string, row: Record<string, string | number | null>) => ({ table: 'meetings', id, row });

describe('mergeSides', () => {
  it('takes what the other side changed, field by field, and keeps what this side changed', () => {
    const a = put(mine, [meeting('meeting-1', { title: 'Leaders and governors' })]);
    const b = put(theirs, [meeting('meeting-1', { place_id: 'place-1', version: 2 })]);

    const { copy, merged } = bring(a, b);

    expect(rowOf(copy, 'meetings/meeting-1')).toMatchObject({
      title: 'Leaders and governors',
      place_id: 'place-1',
    });
    expect(merged.conflicts).toEqual([]);
  });

  it('lets the newest win where both changed one field, and shows both', () => {
    const a = put(mine, [meeting('meeting-1', { title: 'Mine' })], 5);
    const b = put(theirs, [meeting('meeting-1', { title: 'Theirs' })], 9);

    const { copy, merged } = bring(a, b);

    expect(rowOf(copy, 'meetings/meeting-1')?.title).toBe('Theirs');
    expect(merged.conflicts).toMatchObject([
      {
        field: 'title',
        usual: 'theirs',
        mine: { row: { title: 'Mine' } },
        theirs: { row: { title: 'Theirs' } },
      },
    ]);
  });

  it('holds to what was chosen, on both sides and for good', () => {
    const a = put(mine, [meeting('meeting-1', { title: 'Mine' })], 5);
    const b = put(theirs, [meeting('meeting-1', { title: 'Theirs' })], 9);

    const settled = bring(a, b, new Map([['meetings/meeting-1#title', 'mine']])).copy;
    const back = bring(b, settled);

    expect(rowOf(settled, 'meetings/meeting-1')?.title).toBe('Mine');
    expect(rowOf(back.copy, 'meetings/meeting-1')?.title).toBe('Mine');
    expect(back.merged.conflicts).toEqual([]);
  });

  it('asks nothing about what was written knowing the other, however wrong the clock', () => {
    const a = put(mine, [meeting('meeting-1', { title: 'Mine' })], 500);
    const seen = bring(theirs, a).copy;
    const b = put(seen, [meeting('meeting-1', { title: 'Theirs' })], -400);

    const { copy, merged } = bring(a, b);

    expect(rowOf(copy, 'meetings/meeting-1')?.title).toBe('Theirs');
    expect(merged.conflicts).toEqual([]);
  });

  it('moves a meeting as a whole: a day from one side never meets a time from the other', () => {
    const a = put(mine, [meeting('meeting-1', { start: 660 })], 5);
    const b = put(theirs, [meeting('meeting-1', { day: '2026-11-26' })], 9);

    expect(rowOf(bring(a, b).copy, 'meetings/meeting-1')).toMatchObject({ day: '2026-11-26', start: 540 });
  });

  it('asks about a removal against a change, and brings back what went with it', () => {
    const a = put(mine, [meeting('meeting-1', { title: 'Changed' })], 9);
    const b = put(theirs, [
      { table: 'meeting_people', id: 'link-1', row: null },
      { table: 'meetings', id: 'meeting-1', row: null },
    ]);

    const kept = bring(a, b);
    const removed = bring(a, b, new Map([['meetings/meeting-1#', 'theirs']])).copy;

    expect(kept.merged.conflicts).toMatchObject([{ field: null, usual: 'mine', theirs: { row: null } }]);
    expect(rowOf(kept.copy, 'meetings/meeting-1')?.title).toBe('Changed');
    expect(rowOf(kept.copy, 'meeting_people/link-1')).toMatchObject({ person_id: 'person-1' });
    expect(rowOf(removed, 'meetings/meeting-1')).toBeNull();
    expect(rowOf(removed, 'meeting_people/link-1')).toBeNull();
  });

  it('keeps what was removed on one side and is needed by something new on the other, unless it is chosen', () => {
    const a = put(mine, [{ table: 'people', id: 'person-2', row: null }], 9);
    const link = { meeting_id: 'meeting-2', person_id: 'person-2' };
    const b = put(theirs, [{ table: 'meeting_people', id: 'link-9', row: link }]);

    const kept = bring(a, b);
    const removed = bring(a, b, new Map([['people/person-2#', 'mine']])).copy;

    expect(rowOf(kept.copy, 'people/person-2')?.name).toBe('Tom Hale');
    expect(kept.merged.conflicts).toMatchObject([{ key: 'people/person-2#', usual: 'theirs' }]);
    expect(rowOf(removed, 'people/person-2')).toBeNull();
    expect(rowOf(removed, 'meeting_people/link-9')).toBeNull();
  });

  it('recognises what both imported, and what refers to it', () => {
    const imported = (tag: string, phone: string) => [
      {
        table: 'people',
        id: `person-${tag}`,
        row: { name: tag === 'a' ? 'Jo Smith' : 'Ms Jo SMITH', side: 'partnership', phone },
      },
      meeting(`meeting-${tag}`, {
        title: 'Health',
        day: '2026-11-24',
        start: 700,
        place_id: null,
        version: 1,
      }),
      {
        table: 'meeting_people',
        id: `link-${tag}`,
        row: { meeting_id: `meeting-${tag}`, person_id: `person-${tag}` },
      },
    ];
    const a = put(mine, imported('a', '01234'), 5);
    const b = put(put(theirs, imported('b', ''), 9), [meeting('meeting-b', { start: 720 })], 20);

    const { copy, merged } = bring(a, b);
    const other = bring(b, a).copy;

    expect(showing(copy).filter(([key]) => /-[ab]$/.test(key))).toEqual([
      ['meeting_people/link-a', { id: 'link-a', meeting_id: 'meeting-a', person_id: 'person-a' }],
      [
        'meetings/meeting-a',
        { id: 'meeting-a', title: 'Health', day: '2026-11-24', start: 720, place_id: null, version: 1 },
      ],
      ['people/person-a', { id: 'person-a', name: 'Ms Jo SMITH', side: 'partnership', phone: '01234' }],
    ]);
    expect(merged.same).toHaveLength(3);
    expect(showing(other)).toEqual(showing(copy));
  });

  it('gives the younger of two children the next code, and says so', () => {
    const a = put(mine, [{ table: 'children', id: 'child-a', row: { code: 'B', upn: 'X1' } }], 5);
    const b = put(theirs, [{ table: 'children', id: 'child-b', row: { code: 'B', upn: 'X2' } }], 9);

    const { copy, merged } = bring(a, b);

    expect(rowOf(copy, 'children/child-a')?.code).toBe('B');
    expect(rowOf(copy, 'children/child-b')?.code).toBe('C');
    expect(merged.relabelled).toEqual([{ table: 'children', id: 'child-b', from: 'B', to: 'C' }]);
  });

  it('changes nothing when the same copy comes back twice', () => {
    const a = put(mine, [meeting('meeting-1', { title: 'Mine' })]);
    const b = put(theirs, [meeting('meeting-2', { title: 'Theirs' })]);

    const once = bring(a, b).copy;
    const twice = bring(once, b);

    expect(showing(twice.copy)).toEqual(showing(once));
    expect(twice.merged.conflicts).toEqual([]);
  });
});

type Step = (copy: Replica) => Replica;

const word = fc.constantFrom('one', 'two', 'three');
const anyMeeting = fc.constantFrom('meeting-1', 'meeting-2');
const anyPerson = fc.constantFrom('person-1', 'person-2');
const minutes = fc.integer({ min: -30, max: 60 });

/** What somebody does in a copy; what is no longer there is left alone, as the app would. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(anyMeeting, word, minutes).map(
    ([id, title, at]): Step =>
      (copy) =>
        rowOf(copy, `meetings/${id}`) ? put(copy, [meeting(id, { title })], at) : copy,
  ),
  fc.tuple(anyMeeting, fc.integer({ min: 540, max: 545 }), minutes).map(
    ([id, start, at]): Step =>
      (copy) =>
        rowOf(copy, `meetings/${id}`) ? put(copy, [meeting(id, { start })], at) : copy,
  ),
  fc.tuple(anyMeeting, anyPerson, minutes).map(
    ([id, person, at]): Step =>
      (copy) => {
        const isBoth = rowOf(copy, `meetings/${id}`) && rowOf(copy, `people/${person}`);
        const isTaken = showing(copy).some(
          ([key, row]) =>
            key.startsWith('meeting_people/') && row.meeting_id === id && row.person_id === person,
        );
        const row = { meeting_id: id, person_id: person };
        const own = `link-${copy.name}-${copy.clock}`;
        return isBoth && !isTaken ? put(copy, [{ table: 'meeting_people', id: own, row }], at) : copy;
      },
  ),
  fc.tuple(anyMeeting, minutes).map(
    ([id, at]): Step =>
      (copy) => {
        if (!rowOf(copy, `meetings/${id}`)) return copy;
        const links = showing(copy).filter(
          ([key, row]) => key.startsWith('meeting_people/') && row.meeting_id === id,
        );
        return put(
          copy,
          [
            ...links.map(([, row]) => ({ table: 'meeting_people', id: String(row.id), row: null })),
            { table: 'meetings', id, row: null },
          ],
          at,
        );
      },
  ),
  fc.tuple(anyPerson, minutes).map(
    ([id, at]): Step =>
      (copy) => {
        const isUsed = showing(copy).some(
          ([key, row]) => key.startsWith('meeting_people/') && row.person_id === id,
        );
        return rowOf(copy, `people/${id}`) && !isUsed
          ? put(copy, [{ table: 'people', id, row: null }], at)
          : copy;
      },
  ),
  fc.tuple(word, word, minutes).map(
    ([name, phone, at]): Step =>
      (copy) =>
        put(
          copy,
          [
            {
              table: 'people',
              id: `person-${copy.name}-${copy.clock}`,
              row: { name: `Jo ${name} ${copy.clock}`, side: 'partnership', phone },
            },
          ],
          at,
        ),
  ),
  fc.tuple(word, minutes).map(
    ([upn, at]): Step =>
      (copy) => {
        const taken = new Set(showing(copy).map(([, row]) => row.code));
        const code =
          ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'].find((one) => !taken.has(one)) ?? 'Z';
        return put(
          copy,
          [
            {
              table: 'children',
              id: `child-${copy.name}-${copy.clock}`,
              row: { code, upn: `${upn}-${copy.name}-${copy.clock}` },
            },
          ],
          at,
        );
      },
  ),
);

const work = fc.array(step, { maxLength: 6 });
const done = (name: string, steps: readonly Step[]) =>
  steps.reduce((copy, one) => one(copy), replica(name, base));

describe('any order', () => {
  it('ends the same, of three copies', () => {
    fc.assert(
      fc.property(work, work, work, (one, two, three) => {
        const [a, b, c] = [done('aaa', one), done('bbb', two), done('ccc', three)];

        const ends = [
          bring(bring(a, b).copy, c),
          bring(bring(a, c).copy, b),
          bring(c, bring(b, a).copy),
          bring(bring(b, c).copy, a),
          bring(bring(b, a).copy, bring(c, a).copy),
        ].map(({ copy }) => showing(copy));

        for (const end of ends) expect(end).toEqual(ends[0]);
      }),
      { numRuns: 150 },
    );
  });

  it('ends the same when both go on and come together again', () => {
    fc.assert(
      fc.property(work, work, work, work, (one, two, three, four) => {
        const first = done('aaa', one);
        const second = done('bbb', two);
        const a = three.reduce((copy, next) => next(copy), bring(first, second).copy);
        const b = four.reduce((copy, next) => next(copy), second);

        expect(showing(bring(a, b).copy)).toEqual(showing(bring(b, a).copy));
      }),
      { numRuns: 150 },
    );
  });

  it('loses nothing silently: what was written is there, was overtaken knowingly, or is shown as a conflict', () => {
    fc.assert(
      fc.property(work, work, (one, two) => {
        const [a, b] = [done('aaa', one), done('bbb', two)];
        const { copy, merged } = bring(a, b);
        const asked = new Set(merged.conflicts.map(({ key }) => key));

        for (const side of [a, b])
          for (const [key, state] of side.rows)
            for (const field of Object.keys(state.stamps)) {
              const row = rowOf(copy, key);
              const isAsked = asked.has(`${key}#${field}`) || asked.has(`${key}#`) || field === 'code';
              const isRemoved = side.shown.get(key) === null || merged.rows.get(key)?.state.into !== null;
              if (isAsked || isRemoved) continue;
              expect(row).toBeDefined();
              expect(row?.[field]).toEqual(side.shown.get(key)?.[field]);
            }
      }),
      { numRuns: 150 },
    );
  });
});
