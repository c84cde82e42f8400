import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersOf,
  answerWords,
  countAnswers,
  InvitationState,
  indexAttendance,
  markWords,
  peopleWaitedFor,
} from '../../../../../shared/domain/attendance/attendance.ts';
import { aMark, anInvitation } from '../../../../support/attendance-builders.ts';
import { aMeeting, at, personId, tuesday, wednesday } from '../../../../support/timetable-world.ts';

describe('answersOf', () => {
  it('says not asked of whoever has no invitation', () => {
    const [answer] = answersOf(aMeeting({ personIds: ['ruth'] }), indexAttendance([], []));

    expect(answer).toEqual({
      personId: 'ruth',
      state: 'not-asked',
      isOutdated: false,
      invitation: null,
    });
  });

  it('holds an answer about another time for outdated, and a refusal for good', () => {
    const moved = aMeeting({ start: at(11), personIds: ['ruth', 'sam'] });
    const attendance = indexAttendance(
      [anInvitation('m1', 'ruth'), anInvitation('m1', 'sam', { state: 'declined' })],
      [],
    );

    expect(answersOf(moved, attendance).map((one) => one.isOutdated)).toEqual([true, false]);
  });

  it('lists who sent a stand-in after everybody who comes', () => {
    const meeting = aMeeting({ personIds: ['sam'] });
    const sent = anInvitation('m1', 'ruth', { state: 'stand-in', standInId: personId('sam') });

    expect(answersOf(meeting, indexAttendance([sent], [])).map((one) => [one.personId, one.state])).toEqual([
      ['sam', 'not-asked'],
      ['ruth', 'stand-in'],
    ]);
  });
});

describe('countAnswers', () => {
  it('counts everybody who is to come exactly once', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(
        fc.subarray(ids),
        fc.array(
          fc.record({
            person: fc.constantFrom(...ids),
            state: fc.constantFrom(...InvitationState.options),
            start: fc.constantFrom(at(10), at(11)),
          }),
          { maxLength: 8 },
        ),
        (personIds, given) => {
          const once = [...new Map(given.map((one) => [one.person, one])).values()];
          const rows = once.map(({ person, ...rest }) => anInvitation('m1', person, rest));
          const count = countAnswers(aMeeting({ personIds }), indexAttendance(rows, []));

          expect(count.people).toBe(personIds.length);
          expect(count.accepted + count.declined + count.waiting + count.notAsked).toBe(count.people);
        },
      ),
    );
  });
});

describe('the words on a card', () => {
  it('say nothing while nobody has been asked', () => {
    const meeting = aMeeting({ personIds: ['ruth'] });

    expect(answerWords(countAnswers(meeting, indexAttendance([], [])))).toBe('');
  });

  it('say how many accepted, and who did not in number', () => {
    const meeting = aMeeting({ personIds: ['a', 'b', 'c'] });
    const rows = [anInvitation('m1', 'a'), anInvitation('m1', 'b', { state: 'declined' })];

    expect(answerWords(countAnswers(meeting, indexAttendance(rows, [])))).toBe('1 of 3 accepted, 1 declined');
  });

  it('say how the meeting went', () => {
    expect(markWords(undefined)).toBe('');
    expect(markWords(aMark('m1', { lateMinutes: 1 }))).toBe('1 minute late');
    expect(markWords(aMark('m1', { outcome: 'held', lateMinutes: 10, absentIds: [personId('ruth')] }))).toBe(
      'Held, 10 minutes late, 1 did not attend',
    );
  });
});

describe('peopleWaitedFor', () => {
  it('names each person once, and nobody for a meeting that is past, cancelled or in the tray', () => {
    const asked = { state: 'asked' } as const;
    const meetings = [
      aMeeting({ id: 'm1', personIds: ['ruth'] }),
      aMeeting({ id: 'm2', day: wednesday, personIds: ['ruth', 'sam'] }),
      aMeeting({ id: 'm3', day: wednesday, personIds: ['una'] }),
      aMeeting({ id: 'm4', day: null, start: null, personIds: ['vic'] }),
      aMeeting({ id: 'm5', day: '2026-11-23', personIds: ['wyn'] }),
    ];
    const rows = [
      anInvitation('m1', 'ruth', asked),
      anInvitation('m2', 'ruth', { ...asked, day: wednesday }),
      anInvitation('m2', 'sam', { day: tuesday }),
      anInvitation('m3', 'una', asked),
      anInvitation('m4', 'vic', asked),
      anInvitation('m5', 'wyn', asked),
    ];
    const attendance = indexAttendance(rows, [aMark('m3', { outcome: 'cancelled' })]);

    expect([...peopleWaitedFor(meetings, attendance, tuesday)]).toEqual(['ruth', 'sam']);
  });
});
