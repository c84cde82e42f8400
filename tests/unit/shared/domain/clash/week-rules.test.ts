import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMove, checkTimetable } from '../../../../../shared/domain/clash/check.ts';
import { isChildrensGroup } from '../../../../../shared/domain/clash/school-hours.ts';
import { indexWorld } from '../../../../../shared/domain/clash/world.ts';
import type { ClashRule } from '../../../../../shared/domain/clash.ts';
import { meetingKindLabels } from '../../../../../shared/domain/meeting.ts';
import {
  appliedRules,
  type ChoosableRule,
  noRuleFacts,
  type RuleFacts,
} from '../../../../../shared/domain/timetable-rules.ts';
import { aBusyTime, anAbsence, someHours } from '../../../../support/availability-builders.ts';
import {
  aMeeting,
  aPerson,
  aPlace,
  at,
  aWorld,
  childId,
  meetingId,
  personId,
  placeId,
  tuesday,
  wednesday,
} from '../../../../support/timetable-world.ts';

type World = Parameters<typeof aWorld>[0];

/** The sentences of one rule, which holds with its usual limit or the one given. */
function saidBy(rule: ClashRule, world: World, facts: Partial<RuleFacts> = {}, minutes?: number) {
  const applied = appliedRules([rule as ChoosableRule], []).map((one) => ({
    ...one,
    minutes: minutes ?? one.minutes,
  }));
  return checkTimetable(aWorld({ ...world, facts: { ...noRuleFacts, applied, ...facts } }))
    .filter((clash) => clash.rule === rule)
    .map((clash) => clash.sentence);
}
const away = (availability: Partial<RuleFacts['availability']>): Partial<RuleFacts> => ({
  availability: { ...noRuleFacts.availability, ...availability },
});

const pair = [aPerson('Ann', { strand: 'B' }), aPerson('Ben', { strand: 'B' })];
const minute = fc.integer({ min: 0, max: 1380 });

describe('person-away', () => {
  const asked = { people: [aPerson('Nurse')], meetings: [aMeeting({ personIds: ['Nurse'] })] };

  it('says why somebody who is asked cannot come', () => {
    expect(
      saidBy('person-away', asked, away({ absences: [anAbsence('Nurse', { toDay: wednesday })] })),
    ).toEqual(['Nurse is away until the end of Wednesday 25 November']);
    expect(
      saidBy('person-away', asked, away({ busyTimes: [aBusyTime('Nurse', tuesday, at(10, 30), at(12))] })),
    ).toEqual(['Nurse is busy 10:30am to midday, as their calendar has it']);
    expect(
      saidBy('person-away', asked, away({ usualHours: [someHours('Nurse', 2, at(13), at(17))] })),
    ).toEqual(['Nurse works 1pm to 5pm on Tuesdays']);
  });

  it('lets nobody be away from lunch', () => {
    const lunch = { ...asked, meetings: [aMeeting({ kind: 'block', title: 'Lunch', personIds: ['Nurse'] })] };

    expect(saidBy('person-away', lunch, away({ absences: [anAbsence('Nurse')] }))).toEqual([]);
  });

  it('refuses a meeting exactly when it shares a minute with the absence', () => {
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 15, max: 60 }), (start, from, length) => {
        const meetings = [aMeeting({ start, minutes: 60, personIds: ['Nurse'] })];
        const absences = [anAbsence('Nurse', { start: from, end: from + length })];
        const index = indexWorld(
          aWorld({
            ...asked,
            meetings,
            dayStart: 0,
            dayEnd: 1440,
            facts: { ...noRuleFacts, ...away({ absences }) },
          }),
        );

        const isRefused = checkMove(index, { meetingId: meetingId('m1') }).blocked.length > 0;

        expect(isRefused).toBe(start < from + length && from < start + 60);
      }),
    );
  });

  it('is another clash on another day, so that what was accepted for one does not hold for it', () => {
    const facts = { ...noRuleFacts, ...away({ absences: [anAbsence('Nurse')] }) };
    const keyOn = (day: string) =>
      checkTimetable(aWorld({ ...asked, meetings: [aMeeting({ day, personIds: ['Nurse'] })], facts }))[0]
        ?.key;

    expect(keyOn(tuesday)).not.toBe(keyOn(wednesday));
  });
});

describe('room-away', () => {
  it('says that a room is booked by somebody else, or closed', () => {
    const world = { places: [aPlace('Hall')], meetings: [aMeeting({ placeId: 'Hall' })] };
    const hall = { personId: null, placeId: placeId('Hall') };

    expect(
      saidBy('room-away', world, away({ busyTimes: [aBusyTime('', tuesday, at(9), at(11), hall)] })),
    ).toEqual(['Hall is booked 9am to 11am, as its calendar has it']);
    expect(
      saidBy('room-away', world, away({ absences: [anAbsence('', { ...hall, weekdays: [2] })] })),
    ).toEqual(['Hall cannot be had on Tuesdays']);
  });
});

describe('no-break', () => {
  const meetings = (gap: number) =>
    [0, 1, 2, 3].map((at4) => aMeeting({ id: `m${at4}`, start: at(9) + at4 * (60 + gap), strandIds: ['B'] }));

  it('names the longest stretch of somebody of the team, once a day', () => {
    expect(saidBy('no-break', { people: pair, meetings: meetings(0) })).toEqual([
      'Ann has 4 hours without a break, 9am to 1pm',
      'Ben has 4 hours without a break, 9am to 1pm',
    ]);
    expect(saidBy('no-break', { people: pair, meetings: meetings(15) })).toEqual([]);
  });

  it('finds something exactly when the meetings one after another last longer than the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 400 }), (gap, limit) => {
        const longest = gap < 15 ? 4 * 60 + 3 * gap : 60;

        const found = saidBy('no-break', { people: pair, meetings: meetings(gap) }, {}, limit);

        expect(found.length > 0).toBe(longest > limit);
      }),
    );
  });
});

describe('long-day', () => {
  it('counts time in two meetings at once only once, and lunch not at all', () => {
    const all = [
      aMeeting({ id: 'a', start: at(9), minutes: 240, strandIds: ['B'] }),
      aMeeting({ id: 'b', start: at(11), minutes: 240, strandIds: ['B'] }),
      aMeeting({ id: 'c', start: at(16), minutes: 120, kind: 'block', strandIds: ['B'] }),
    ];

    expect(saidBy('long-day', { people: pair, meetings: all }, {}, 359)).toEqual([
      'Ann has 6 hours of meetings in the day, more than 5 hours 59 minutes',
      'Ben has 6 hours of meetings in the day, more than 5 hours 59 minutes',
    ]);
    expect(saidBy('long-day', { people: pair, meetings: all }, {}, 360)).toEqual([]);
  });

  it('never finds more when the limit is higher', () => {
    fc.assert(
      fc.property(
        fc.array(minute, { maxLength: 8 }),
        fc.nat({ max: 600 }),
        fc.nat({ max: 600 }),
        (starts, low, more) => {
          const all = starts.map((start, index) => aMeeting({ id: `m${index}`, start, strandIds: ['B'] }));
          const found = (limit: number) =>
            saidBy('long-day', { people: pair, meetings: all }, {}, limit).length;

          expect(found(low + more)).toBeLessThanOrEqual(found(low));
        },
      ),
    );
  });
});

describe('room-reset', () => {
  it('says once for a room and day which meetings follow too closely', () => {
    const meetings = [
      aMeeting({ id: 'a', start: at(9), placeId: 'Room 1' }),
      aMeeting({ id: 'b', start: at(10), placeId: 'Room 1' }),
      aMeeting({ id: 'c', start: at(11), placeId: 'Room 1' }),
      aMeeting({ id: 'd', start: at(14), placeId: 'Room 1' }),
    ];

    expect(saidBy('room-reset', { places: [aPlace('Room 1')], meetings })).toEqual([
      'Room 1 has less than 5 minutes to be made ready before the meetings at 10am and 11am',
    ]);
  });

  it('finds something exactly when the gap is shorter than the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (gap, limit) => {
        const meetings = [
          aMeeting({ id: 'a', placeId: 'Room 1' }),
          aMeeting({ id: 'b', start: at(11) + gap, placeId: 'Room 1' }),
        ];

        const found = saidBy('room-reset', { places: [aPlace('Room 1')], meetings }, {}, limit);

        expect(found.length === 1).toBe(gap < limit);
      }),
    );
  });
});

describe('own-casework', () => {
  it('finds a chair who works with the child, and nobody else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Worker', 'Nurse', null),
        fc.constantFrom('C', 'D', null),
        (chair, child) => {
          const meetings = [
            aMeeting({
              title: 'Sampling',
              kind: 'child',
              childId: child,
              chairId: chair === null ? null : personId(chair),
              personIds: ['Worker', 'Nurse'],
            }),
          ];
          const people = [aPerson('Worker'), aPerson('Nurse')];
          const casework = [{ childId: childId('C'), personIds: [personId('Worker')] }];

          expect(saidBy('own-casework', { people, meetings }, { casework })).toEqual(
            chair === 'Worker' && child === 'C' ? ['Worker chairs Sampling, and works with Child C'] : [],
          );
        },
      ),
    );
  });
});

describe('peers-split', () => {
  it('finds a meeting with some of a pair exactly when it has not all of it', () => {
    fc.assert(
      fc.property(fc.subarray(['Ann', 'Ben', 'Nurse']), fc.subarray(['B']), (personIds, strandIds) => {
        const meetings = [aMeeting({ title: 'SENCOs', personIds, strandIds })];
        const there = ['Ann', 'Ben'].filter((name) => personIds.includes(name));

        const found = saidBy('peers-split', { people: [...pair, aPerson('Nurse')], meetings });

        expect(found.length === 1).toBe(there.length === 1 && strandIds.length === 0);
      }),
    );
    expect(
      saidBy('peers-split', { people: pair, meetings: [aMeeting({ title: 'SENCOs', personIds: ['Ann'] })] }),
    ).toEqual(['Ann is in SENCOs without Ben']);
  });
});

describe('school-hours', () => {
  it('finds a children’s group exactly when it is not between 9am and 3:15pm', () => {
    fc.assert(
      fc.property(minute, (start) => {
        const meetings = [aMeeting({ title: 'Young people’s forum', kind: 'family', start, minutes: 60 })];

        const found = saidBy('school-hours', { meetings });

        expect(found.length === 0).toBe(start >= at(9) && start + 60 <= at(15, 15));
      }),
    );
  });

  it.each([
    ['Focus group: young people', true],
    ['Children and young people’s group', true],
    ['Focus group: parents and carers of young people', false],
    ['Children’s services leaders', false],
    ['Focus group: SENCOs', false],
  ])('takes “%s” for a group of children: %s', (title, isIt) => {
    expect(isChildrensGroup({ title, kind: 'family' })).toBe(isIt);
    expect(isChildrensGroup({ title, kind: 'leaders' })).toBe(false);
  });
});

describe('no-keep-in-touch and no-triangulation', () => {
  const siteDays = [tuesday, wednesday];

  it('name each planned day that lacks theirs, and no day that nobody has planned', () => {
    expect(saidBy('no-keep-in-touch', { meetings: [aMeeting()] }, { siteDays })).toEqual([
      'There is no keep-in-touch meeting on Tuesday 24 November',
    ]);
    expect(
      saidBy(
        'no-triangulation',
        { meetings: [aMeeting(), aMeeting({ id: 'm2', day: wednesday })] },
        { siteDays },
      ),
    ).toEqual(['The team has no session to triangulate at the end of Tuesday 24 November']);
  });

  it('are content as soon as the day has one, whatever else it has', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(meetingKindLabels) as (keyof typeof meetingKindLabels)[])),
        (kind) => {
          const others = [aMeeting({ kind })];

          expect(
            saidBy(
              'no-keep-in-touch',
              { meetings: [...others, aMeeting({ id: 'k', title: 'Keep in touch with LANO' })] },
              { siteDays },
            ),
          ).toEqual([]);
          expect(
            saidBy(
              'no-triangulation',
              { meetings: [...others, aMeeting({ id: 't', title: 'Triangulation' })] },
              { siteDays },
            ),
          ).toEqual([]);
        },
      ),
    );
  });
});

describe('visit-label and non-attribution', () => {
  it('remind once of all the meetings that lack the words', () => {
    const label = 'The setting is not being judged.';
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 6 }), (labelled) => {
        const meetings = labelled.map((isLabelled, index) =>
          aMeeting({ id: `m${index}`, kind: 'visit', title: 'Northgate', notes: isLabelled ? label : '' }),
        );
        const lacking = labelled.filter((isLabelled) => !isLabelled).length;

        const found = saidBy('visit-label', { meetings });

        expect(found).toEqual(
          lacking === 0
            ? []
            : lacking === 1
              ? ['Northgate does not say that the setting is not being judged']
              : [`${lacking} visits do not say that the setting is not being judged`],
        );
      }),
    );
    expect(
      saidBy('non-attribution', { meetings: [aMeeting({ kind: 'focus-group', title: 'SENCOs' })] }),
    ).toEqual(['SENCOs does not say that nothing is attributed to a person']);
  });
});

describe('appliedRules', () => {
  it('keeps what the framework asks for until the engagement says otherwise', () => {
    expect(
      appliedRules(
        ['no-break', 'room-reset'],
        [
          { rule: 'no-break', isOn: true, minutes: 120 },
          { rule: 'room-reset', isOn: false, minutes: null },
          { rule: 'visit-label', isOn: true, minutes: null },
        ],
      ),
    ).toEqual([
      { rule: 'no-break', minutes: 120 },
      { rule: 'visit-label', minutes: 0 },
    ]);
  });
});
