import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handedOn, ownStrand, planCover } from '../../../../../shared/domain/attendance/cover.ts';
import { aPartner } from '../../../../support/attendance-builders.ts';
import { aMeeting, at, personId, strandId, tuesday, wednesday } from '../../../../support/timetable-world.ts';

const ruth = personId('ruth');
const [one, two] = [aPartner('p1', { organisation: 'icb' }), aPartner('p2', { organisation: 'icb' })];
const people = [aPartner('ruth', { organisation: 'icb' }), one, two];

describe('planCover', () => {
  it('proposes somebody else for a second meeting at the same time, and nobody for a third', () => {
    const meetings = ['m1', 'm2', 'm3'].map((id) => aMeeting({ id, personIds: ['ruth'] }));

    const plan = planCover(ruth, meetings, { people, meetings });

    expect(plan.map((cover) => cover.proposedId)).toEqual(['p1', 'p2', null]);
  });

  it('keeps what was chosen, and counts it for every other meeting, earlier ones too', () => {
    const meetings = ['m1', 'm2'].map((id) => aMeeting({ id, personIds: ['ruth'] }));
    const [, second] = meetings;
    const chosen = new Map(second ? [[second.id, one.id]] : []);

    const plan = planCover(ruth, meetings, { people, meetings }, chosen);

    expect(plan.map((cover) => cover.proposedId)).toEqual(['p2', 'p1']);
  });

  it('never proposes anybody for two meetings that overlap, nor where they are already', () => {
    const slot = fc.record({
      day: fc.constantFrom(tuesday, wednesday),
      start: fc.integer({ min: 36, max: 64 }).map((quarter) => quarter * 15),
      minutes: fc.constantFrom(30, 60, 90),
      personIds: fc.subarray(['ruth', 'p1', 'p2']),
    });
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 10 }), (slots) => {
        const meetings = slots.map((given, index) => aMeeting({ id: `m${index}`, ...given }));
        const hers = meetings.filter((meeting) => meeting.personIds.includes(ruth));

        const plan = planCover(ruth, hers, { people, meetings });

        for (const { meeting, proposedId } of plan) {
          if (!proposedId) continue;
          const elsewhere = meetings.filter(
            (other) =>
              other.id !== meeting.id &&
              other.day === meeting.day &&
              (other.start ?? 0) < (meeting.start ?? 0) + meeting.minutes &&
              (meeting.start ?? 0) < (other.start ?? 0) + other.minutes,
          );
          const isThere = (id: string) => {
            const proposed = plan.find((cover) => cover.meeting.id === id)?.proposedId;
            return proposed === proposedId;
          };
          expect(meeting.personIds).not.toContain(proposedId);
          for (const other of elsewhere) {
            expect(other.personIds).not.toContain(proposedId);
            expect(isThere(other.id)).toBe(false);
          }
        }
      }),
    );
  });

  it('leaves a meeting without anybody where that was chosen', () => {
    const meeting = aMeeting({ start: at(9), personIds: ['ruth'] });

    const [cover] = planCover(
      ruth,
      [meeting],
      { people, meetings: [meeting] },
      new Map([[meeting.id, null]]),
    );

    expect(cover?.proposedId).toBe(null);
    expect(cover?.standIns).toHaveLength(2);
  });
});

describe('handedOn', () => {
  const jo = { id: personId('jo'), strandId: strandId('a') };
  const ann = { id: personId('ann'), strandId: strandId('b') };

  it('replaces by name who is asked by name, in the chair too', () => {
    const meeting = aMeeting({ personIds: ['jo', 'sam'], chairId: jo.id, strandIds: ['c'] });

    expect(handedOn(meeting, jo, ann)).toEqual({ ...meeting, personIds: ['ann', 'sam'], chairId: ann.id });
    expect(handedOn(meeting, jo, null)).toBe(meeting);
  });

  it('gives a strand’s meeting to the strand of the stand-in', () => {
    expect(handedOn(aMeeting({ strandIds: ['c', 'a'] }), jo, ann).strandIds).toEqual(['c', 'b']);
  });

  it('lets the others go without a stand-in, and puts in the tray what has no others', () => {
    expect(handedOn(aMeeting({ strandIds: ['a', 'c'] }), jo, null)).toMatchObject({
      ...{ strandIds: ['c'], start: at(10) },
    });
    expect(handedOn(aMeeting({ strandIds: ['a'] }), jo, null)).toMatchObject({ day: null, start: null });
  });
});

describe('ownStrand', () => {
  it('is the strand of one alone, and none of a pair', () => {
    const [jo, ann, bob] = [
      { id: personId('jo'), strandId: strandId('a') },
      { id: personId('ann'), strandId: strandId('b') },
      { id: personId('bob'), strandId: strandId('b') },
    ];

    expect([jo, ann].map(({ id }) => ownStrand(id, [jo, ann, bob]))).toEqual(['a', null]);
  });
});
