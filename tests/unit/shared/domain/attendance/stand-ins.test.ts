import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAttendance } from '../../../../../shared/domain/attendance/attendance.ts';
import { standInsFor } from '../../../../../shared/domain/attendance/stand-ins.ts';
import { aMark, aPartner } from '../../../../support/attendance-builders.ts';
import { aMeeting, at, personId } from '../../../../support/timetable-world.ts';

const ruth = aPartner('ruth', { role: 'Designated Clinical Officer', organisation: 'icb', sector: 'health' });
const deputy = aPartner('deputy', {
  role: 'Deputy Designated Clinical Officer',
  organisation: 'icb',
  sector: 'health',
});
const twin = aPartner('twin', {
  role: 'designated clinical officer',
  organisation: 'trust',
  sector: 'health',
});
const colleague = aPartner('colleague', { role: 'Finance lead', organisation: 'icb', sector: 'health' });
const nurse = aPartner('nurse', { role: 'School nurse', organisation: 'trust', sector: 'health' });
const teacher = aPartner('teacher', { role: 'Headteacher', organisation: 'school', sector: 'education' });
const people = [teacher, nurse, colleague, twin, deputy, ruth];
const meeting = aMeeting({ id: 'm1', personIds: ['ruth'] });

describe('standInsFor', () => {
  it('puts a deputy of the same organisation first, then the same role elsewhere, then colleagues, then the sector', () => {
    const found = standInsFor(ruth.id, meeting, { people, meetings: [meeting] });

    expect(found.map((one) => one.personId)).toEqual(['deputy', 'twin', 'colleague', 'nurse']);
  });

  it('puts whoever is free before whoever is not, and says where they are', () => {
    const other = aMeeting({ id: 'm2', title: 'Therapies', start: at(10, 30), personIds: ['deputy'] });

    const found = standInsFor(ruth.id, meeting, { people, meetings: [meeting, other] });

    expect(found.at(-1)).toEqual({
      personId: 'deputy',
      isFree: false,
      reasons: ['Similar role', 'same organisation', 'in “Therapies” then', '1 other meeting that day'],
    });
  });

  it.each([
    ['SEN casework manager', 'Manager', []],
    ['CAMHS service manager', 'Youth justice service manager', []],
    ['Head of SEND', 'Deputy head of SEND', ['Similar role']],
    ['Designated Clinical Officer', 'Designated Medical Officer', ['Similar role']],
    ['Headteacher', 'headteacher', ['Same role']],
  ])('says of %s and %s: %j', (role, other, reasons) => {
    const [one, two] = [aPartner('one', { role }), aPartner('two', { role: other })];

    const found = standInsFor(one.id, null, { people: [one, two], meetings: [] });

    expect(found.map((standIn) => standIn.reasons)).toEqual(reasons.length > 0 ? [reasons] : []);
  });

  it('holds nobody for busy in a meeting that was cancelled', () => {
    const other = aMeeting({ id: 'm2', start: at(10, 30), personIds: ['deputy'] });
    const attendance = indexAttendance([], [aMark('m2', { outcome: 'cancelled' })]);

    const [first] = standInsFor(ruth.id, meeting, { people, meetings: [meeting, other], attendance });

    expect(first).toMatchObject({ personId: 'deputy', isFree: true });
  });

  it('believes what is known of somebody being away', () => {
    const awayReason = (id: string) => (id === 'deputy' ? 'on leave' : null);

    const found = standInsFor(ruth.id, meeting, { people, meetings: [meeting], awayReason });

    expect(found.at(-1)).toMatchObject({ personId: 'deputy', isFree: false });
    expect(found.at(-1)?.reasons).toContain('on leave');
  });

  it('never suggests the person, anybody in the meeting, or the other side; and the free come first', () => {
    const roles = ['Manager', 'Deputy manager', 'Social worker', ''];
    const partner = fc.record({
      role: fc.constantFrom(...roles),
      organisation: fc.constantFrom('a', 'b', undefined),
      side: fc.constantFrom('partnership' as const, 'inspection' as const),
      isThere: fc.boolean(),
      isBusy: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(partner, { minLength: 1, maxLength: 12 }), (given) => {
        const all = given.map(({ role, organisation, side }, at) =>
          aPartner(`p${at}`, { role, side, ...(organisation ? { organisation } : {}) }),
        );
        const ids = (is: (one: (typeof given)[number]) => boolean) =>
          given.flatMap((one, at) => (is(one) ? [`p${at}`] : []));
        const here = aMeeting({ id: 'm1', personIds: ['p0', ...ids((one) => one.isThere)] });
        const busy = aMeeting({ id: 'm2', personIds: ids((one) => one.isBusy) });

        const found = standInsFor(personId('p0'), here, { people: all, meetings: [here, busy] });

        const firstBusy = found.findIndex((one) => !one.isFree);
        if (firstBusy >= 0) expect(found.slice(firstBusy).every((one) => !one.isFree)).toBe(true);
        for (const one of found) {
          expect(here.personIds).not.toContain(one.personId);
          expect(all.find((other) => other.id === one.personId)?.side).toBe(all[0]?.side);
          expect(one.isFree).toBe(!busy.personIds.includes(one.personId));
        }
      }),
    );
  });
});
