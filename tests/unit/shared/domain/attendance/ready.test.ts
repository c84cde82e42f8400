import { describe, expect, it } from 'vitest';
import { indexAttendance } from '../../../../../shared/domain/attendance/attendance.ts';
import { readyParts } from '../../../../../shared/domain/attendance/ready.ts';
import type { Clash } from '../../../../../shared/domain/clash.ts';
import type { Readiness } from '../../../../../shared/domain/readiness.ts';
import { anInvitation } from '../../../../support/attendance-builders.ts';
import { aMeeting } from '../../../../support/timetable-world.ts';

const none = indexAttendance([], []);
const sources = { attendance: none, clashes: [], placeName: 'Room 2.14', readiness: null };
const file: Readiness = {
  ...{ needed: 38, received: 35, asked: 3, missing: 0, notApplicable: 3, overdue: 0, isComplete: false },
  ...{ consent: { parent: 'given', 'young-person': 'not-asked' }, mayProceed: true },
};

describe('readyParts', () => {
  it('says of a room and of people how they stand, and nothing of papers where there is no child', () => {
    const meeting = aMeeting({ personIds: ['ruth', 'sam'] });
    const attendance = indexAttendance([anInvitation('m1', 'ruth'), anInvitation('m1', 'sam')], []);

    expect(readyParts(meeting, { ...sources, attendance })).toEqual([
      { what: 'room', state: 'ready', words: 'Room 2.14' },
      { what: 'people', state: 'ready', words: 'All 2 accepted' },
    ]);
  });

  it('is not ready without a room, with a room booked twice, or with somebody who declined', () => {
    const meeting = aMeeting({ personIds: ['ruth'] });
    const twice = { rule: 'room-twice' } as Clash;
    const attendance = indexAttendance([anInvitation('m1', 'ruth', { state: 'declined' })], []);
    const states = (given: Partial<typeof sources>) =>
      readyParts(meeting, { ...sources, ...given }).map((part) => part.state);

    expect(states({ placeName: null as never })).toEqual(['not-ready', 'look']);
    expect(states({ clashes: [twice] as never })).toEqual(['not-ready', 'look']);
    expect(states({ attendance })).toEqual(['ready', 'not-ready']);
  });

  it('counts a child’s papers, and stops where consent is refused', () => {
    const refused = { ...file, mayProceed: false, overdue: 2 };
    const meeting = aMeeting({ personIds: ['ruth'], childId: 'c' });

    const parts = readyParts(meeting, {
      ...sources,
      readiness: { ...refused, consent: { parent: 'refused', 'young-person': 'given' } },
    });

    expect(parts.slice(2)).toEqual([
      { what: 'papers', state: 'not-ready', words: '35 of 38 papers here, 2 overdue' },
      { what: 'consent', state: 'not-ready', words: 'Consent refused' },
    ]);
  });

  it('asks nobody of the team whether they come to their own meeting', () => {
    const parts = readyParts(aMeeting({ kind: 'team' }), sources);

    expect(parts.map((part) => part.what)).toEqual(['room']);
  });
});
