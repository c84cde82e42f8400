import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexAttendance } from '../../../../../shared/domain/attendance/attendance.ts';
import { loadsOf } from '../../../../../shared/domain/attendance/load.ts';
import type { OrganisationId } from '../../../../../shared/domain/ids.ts';
import { aMark, aPartner } from '../../../../support/attendance-builders.ts';
import { aMeeting, personId, tuesday, wednesday } from '../../../../support/timetable-world.ts';

const icb = 'icb' as OrganisationId;
const people = [
  aPartner('ruth', { organisation: 'icb' }),
  aPartner('sam', { organisation: 'icb' }),
  aPartner('inspector', { side: 'inspection' }),
];

describe('loadsOf', () => {
  it('counts people’s minutes for an organisation, and a meeting once', () => {
    const meetings = [aMeeting({ personIds: ['ruth', 'sam', 'inspector'], minutes: 60 })];

    const loads = loadsOf(meetings, people, indexAttendance([], []));

    expect(loads.people.get(personId('ruth'))?.total).toEqual({ meetings: 1, minutes: 60 });
    expect(loads.organisations.get(icb)?.total).toEqual({ meetings: 1, minutes: 120 });
    expect(loads.people.has(personId('inspector'))).toBe(false);
  });

  it('asks nothing for a meeting in the tray or one that was cancelled', () => {
    const meetings = [
      aMeeting({ id: 'm1', personIds: ['ruth'], day: null, start: null }),
      aMeeting({ id: 'm2', personIds: ['ruth'] }),
    ];
    const attendance = indexAttendance([], [aMark('m2', { outcome: 'cancelled' })]);

    expect(loadsOf(meetings, people, attendance)).toEqual({
      people: new Map(),
      organisations: new Map(),
      days: [],
    });
  });

  it('adds up: the days to the total, and the people to their organisation', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            day: fc.constantFrom(tuesday, wednesday),
            minutes: fc.integer({ min: 5, max: 120 }),
            personIds: fc.subarray(['ruth', 'sam']),
          }),
        ),
        (given) => {
          const meetings = given.map((one, at) => aMeeting({ id: `m${at}`, ...one }));
          const loads = loadsOf(meetings, people, indexAttendance([], []));
          const sum = (minutes: readonly number[]) => minutes.reduce((a, b) => a + b, 0);

          for (const load of [...loads.people.values(), ...loads.organisations.values()])
            expect(sum([...load.byDay.values()].map((one) => one.minutes))).toBe(load.total.minutes);
          expect(loads.organisations.get(icb)?.total.minutes ?? 0).toBe(
            sum([...loads.people.values()].map((load) => load.total.minutes)),
          );
        },
      ),
    );
  });
});
