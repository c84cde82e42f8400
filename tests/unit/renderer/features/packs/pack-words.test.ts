import { describe, expect, it } from 'vitest';
import {
  firstSubject,
  keyOf,
  renamedInPack,
  type Subjects,
  subjectOf,
  subjectOptions,
  sumWords,
  waitsFor,
} from '../../../../../renderer/features/packs/pack-words.ts';

const finding = { what: '', where: '', evidenceId: null };

describe('waitsFor', () => {
  it('says what the pack waits for, and nothing when it can be made', () => {
    const both = { stops: [finding], cautions: [finding] };

    expect(waitsFor(both, '')).toBe('Waits for what stops it and your reason. Nothing has been written yet.');
    expect(waitsFor({ ...both, stops: [] }, ' ')).toMatch(/^Waits for your reason\./);
    expect(waitsFor({ ...both, stops: [] }, 'Asked for today')).toBeNull();
    expect(waitsFor({ stops: [], cautions: [] }, '')).toBeNull();
  });
});

describe('renamedInPack', () => {
  it.each([
    ['Plan', '001 Plan.pdf', null],
    ['Child A plan', '001 plan.pdf', '001 plan.pdf'],
    ['Plan 2.1', '1200 Plan 2 1.docx', '1200 Plan 2 1.docx'],
    ['Left out', '', null],
  ])('of %j, called %j, is %j', (title, neutralName, renamed) => {
    expect(renamedInPack({ title, neutralName })).toBe(renamed);
  });
});

describe('subjectOf', () => {
  const known = {
    children: [
      { id: 'c2', code: 'B' },
      { id: 'c1', code: 'A' },
    ],
    criteria: [{ id: 'k1', code: '1', title: 'Impact' }],
    requests: [{ id: 'r1', reference: 'R-001', title: 'Waiting times' }],
    meetings: [
      { id: 'm2', title: 'Commissioning', day: '2026-11-25', start: 840 },
      { id: 'm1', title: 'Leaders', day: '2026-11-25', start: 540 },
    ],
    reports: [
      { id: 'p1', title: 'Update', isEmbargoed: false },
      { id: 'p2', title: 'The letter', isEmbargoed: true },
    ],
    briefings: [{ id: 'b1', who: 'Lead member', on: '2026-11-24' }],
  } as unknown as Subjects;

  it('begins with the first child by code, and knows when a subject is gone', () => {
    expect(firstSubject(known)).toBe('child:c1');
    expect(subjectOf('child:c2', known)).toEqual({ childId: 'c2' });
    expect(subjectOf('criterion:k1', known)).toEqual({ criterionId: 'k1' });
    expect(subjectOf('request:r1', known)).toEqual({ requestId: 'r1' });
    expect(subjectOf('whole:', known)).toEqual({ whole: true });
    expect([subjectOf('child:k1', known), subjectOf('criterion:c1', known)]).toEqual([null, null]);
  });

  it('offers meetings in the order in which they are held', () => {
    const meetings = subjectOptions(known).filter(({ group }) => group === 'Meetings');
    expect(meetings.map(({ label }) => label)).toEqual([
      'Wed 25 Nov, 9am: Leaders',
      'Wed 25 Nov, 2pm: Commissioning',
    ]);
  });

  it('offers papers and briefings, but no report under embargo', () => {
    expect(subjectOf('report:p1', known)).toEqual({ reportId: 'p1' });
    expect(subjectOf('report:p2', known)).toBeNull();
    expect(subjectOf('briefing:b1', known)).toEqual({ briefingId: 'b1' });
    const labels = subjectOptions(known).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Update', 'Lead member, Tuesday 24 November 2026']));
    expect(labels).not.toContain('The letter');
    const keys = subjectOptions(known).map(({ value }) => value);
    const back = keys.flatMap((key) => subjectOf(key, known) ?? []).map(keyOf);
    expect(back).toEqual(keys);
  });
});

describe('sumWords', () => {
  it('counts what goes in, not what is left out', () => {
    const document = { number: 1, bytes: 1_500_000 } as never;

    expect(sumWords([document, { number: null, bytes: 9 } as never], false)).toBe('1 document, 1.5 MB');
    expect(sumWords([], false)).toBe('0 documents');
    expect(sumWords([document], true)).toBe('The paper and 1 document, 1.5 MB');
    expect(sumWords([], true)).toBe('The paper');
  });
});
