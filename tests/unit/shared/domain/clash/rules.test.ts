import { describe, expect, it } from 'vitest';
import { checkTimetable } from '../../../../../shared/domain/clash/check.ts';
import { type TimetableWorld, withSectors } from '../../../../../shared/domain/clash/world.ts';
import type { ClashRule } from '../../../../../shared/domain/clash.ts';
import { Organisation, Person } from '../../../../../shared/domain/people.ts';
import {
  aConsent,
  aMeeting,
  aPerson,
  aPlace,
  at,
  aWorld,
  wednesday,
} from '../../../../support/timetable-world.ts';

const sentences = (world: Partial<TimetableWorld>, rule?: ClashRule): readonly string[] =>
  checkTimetable(aWorld(world))
    .filter((clash) => rule === undefined || clash.rule === rule)
    .map((clash) => clash.sentence);

describe('person-twice', () => {
  const people = [
    aPerson('Sarah'),
    aPerson('Jo', { strand: 'Jo Pike' }),
    aPerson('Ann', { strand: 'Pair 1' }),
    aPerson('Ben', { strand: 'Pair 1' }),
  ];

  it('finds a participant who is asked to two meetings at once', () => {
    const meetings = [
      aMeeting({
        id: 'm1',
        title: 'AP commissioning',
        start: at(13, 30),
        strandIds: ['Jo Pike'],
        personIds: ['Sarah'],
      }),
      aMeeting({ id: 'm2', title: 'Post-16', start: at(14), strandIds: ['Pair 1'], personIds: ['Sarah'] }),
    ];

    const clashes = checkTimetable(aWorld({ meetings, people }));

    expect(clashes).toEqual([
      {
        key: 'person-twice|m1+m2|Sarah|',
        rule: 'person-twice',
        severity: 'hard',
        meetingIds: ['m1', 'm2'],
        subjectId: 'Sarah',
        sentence: 'Sarah is with Jo Pike in AP commissioning and with Pair 1 in Post-16, 2pm to 2:30pm',
        from: at(14),
        to: at(14, 30),
      },
    ]);
  });

  it('puts the members of a strand in each of its meetings', () => {
    const meetings = [
      aMeeting({ id: 'm1', strandIds: ['Pair 1'] }),
      aMeeting({ id: 'm2', strandIds: ['Pair 1'], start: at(10, 30) }),
    ];

    expect(sentences({ meetings, people })).toEqual([
      'Ann is in Meeting m1 and in Meeting m2, 10:30am to 11am',
      'Ben is in Meeting m1 and in Meeting m2, 10:30am to 11am',
    ]);
  });

  it('counts somebody who is both listed and in the strand once', () => {
    const meetings = [
      aMeeting({ id: 'm1', strandIds: ['Jo Pike'], personIds: ['Jo'] }),
      aMeeting({ id: 'm2', personIds: ['Jo'] }),
    ];

    expect(sentences({ meetings, people }, 'person-twice')).toHaveLength(1);
  });

  it('lets one meeting follow another without a gap', () => {
    const meetings = [
      aMeeting({ id: 'm1', personIds: ['Sarah'] }),
      aMeeting({ id: 'm2', personIds: ['Sarah'], start: at(11) }),
    ];

    expect(sentences({ meetings, people })).toEqual([]);
  });

  it('lets the same time on another day be', () => {
    const meetings = [
      aMeeting({ id: 'm1', personIds: ['Sarah'] }),
      aMeeting({ id: 'm2', personIds: ['Sarah'], day: wednesday }),
    ];

    expect(sentences({ meetings, people })).toEqual([]);
  });

  it('leaves meetings in the tray alone', () => {
    const meetings = [
      aMeeting({ id: 'm1', personIds: ['Sarah'] }),
      aMeeting({ id: 'm2', personIds: ['Sarah'], start: null }),
      aMeeting({ id: 'm3', personIds: ['Sarah'], day: null }),
    ];

    expect(sentences({ meetings, people })).toEqual([]);
  });

  it('treats a strand that has nobody yet as if it were somebody', () => {
    const meetings = [
      aMeeting({ id: 'm1', strandIds: ['Strand 3'] }),
      aMeeting({ id: 'm2', strandIds: ['Strand 3'] }),
    ];

    expect(sentences({ meetings, people }, 'person-twice')).toEqual([
      'Strand 3 is in Meeting m1 and in Meeting m2, 10am to 11am',
    ]);
  });

  it('says that a block is had, not attended', () => {
    const meetings = [
      aMeeting({ id: 'm1', start: at(12, 30), strandIds: ['Jo Pike'] }),
      aMeeting({ id: 'm2', title: 'Lunch', kind: 'block', start: at(13), strandIds: ['Jo Pike'] }),
    ];

    expect(sentences({ meetings, people }, 'person-twice')).toEqual([
      'Jo is in Meeting m1 and has Lunch, 1pm to 1:30pm',
    ]);
  });
});

describe('room-twice', () => {
  const meetings = [
    aMeeting({ id: 'm1', placeId: 'Room 2.14' }),
    aMeeting({ id: 'm2', placeId: 'Room 2.14', start: at(10, 45) }),
  ];

  it('finds a room that two meetings have at once', () => {
    expect(sentences({ meetings, places: [aPlace('Room 2.14')] })).toEqual([
      'Room 2.14 is taken by Meeting m1 and Meeting m2, 10:45am to 11am',
    ]);
  });

  it('lets an online place hold any number of meetings', () => {
    expect(sentences({ meetings, places: [aPlace('Room 2.14', { isOnline: true })] })).toEqual([]);
  });
});

describe('outside-hours', () => {
  it('finds a meeting that starts before the day does', () => {
    const [clash] = checkTimetable(aWorld({ meetings: [aMeeting({ start: at(8, 30) })] }));

    expect(clash).toMatchObject({
      sentence: 'Meeting m1 starts before 9am, when the day begins',
      severity: 'hard',
      from: at(8, 30),
      to: at(9),
    });
  });

  it('leaves the team its evening, as long as nobody else is in it', () => {
    const late = (own: Parameters<typeof aMeeting>[0]) =>
      checkTimetable(aWorld({ meetings: [aMeeting({ start: at(17), ...own })] })).filter(
        ({ rule }) => rule === 'outside-hours',
      );

    expect(late({ kind: 'team', personIds: [] })).toEqual([]);
    expect(late({ kind: 'block', personIds: [] })).toEqual([]);
    expect(late({ kind: 'team', personIds: ['p1'] })).toHaveLength(1);
    expect(late({ kind: 'leaders', personIds: [] })).toHaveLength(1);
  });

  it('finds a meeting that ends after the day does', () => {
    const [clash] = checkTimetable(aWorld({ meetings: [aMeeting({ start: at(16, 30) })] }));

    expect(clash).toMatchObject({
      sentence: 'Meeting m1 ends after 5pm, when the day ends',
      from: at(17),
      to: at(17, 30),
    });
  });

  it('lets a meeting fill the whole day', () => {
    expect(sentences({ meetings: [aMeeting({ start: at(9), minutes: 480 })] })).toEqual([]);
  });
});

describe('tight-travel', () => {
  const places = [
    aPlace('Room 1'),
    aPlace('Room 2'),
    aPlace('Hall', { site: 'Oakfield', travelMinutes: 25 }),
    aPlace('Library', { site: 'Northgate', travelMinutes: 30 }),
    aPlace('Teams', { site: 'Online', isOnline: true }),
  ];
  const people = [aPerson('Jo', { strand: 'Jo' })];
  const withJo = { strandIds: ['Jo'] };
  const visit = (from: string, to: string, start: number) => [
    aMeeting({ id: 'm1', placeId: from, ...withJo }),
    aMeeting({ id: 'm2', placeId: to, start, ...withJo }),
  ];

  it('finds less time between two sites than the way takes', () => {
    const [clash] = checkTimetable(aWorld({ places, people, meetings: visit('Room 1', 'Hall', at(11, 15)) }));

    expect(clash).toMatchObject({
      rule: 'tight-travel',
      severity: 'soft',
      meetingIds: ['m1', 'm2'],
      sentence: 'Jo has 15 minutes to get from Civic Centre to Oakfield, which takes 25 minutes',
      from: at(11),
      to: at(11, 15),
    });
  });

  it('is content with exactly the time the way takes', () => {
    expect(sentences({ places, people, meetings: visit('Room 1', 'Hall', at(11, 25)) })).toEqual([]);
  });

  it('counts through the main site from one outlying site to another', () => {
    expect(sentences({ places, people, meetings: visit('Hall', 'Library', at(11, 54)) })).toEqual([
      'Jo has 54 minutes to get from Oakfield to Northgate, which takes 55 minutes by way of the main site',
    ]);
    expect(sentences({ places, people, meetings: visit('Hall', 'Library', at(11, 55)) })).toEqual([]);
  });

  it('asks for no time between rooms of one site, nor to and from an online meeting', () => {
    expect(sentences({ places, people, meetings: visit('Room 1', 'Room 2', at(11)) })).toEqual([]);
    expect(sentences({ places, people, meetings: visit('Hall', 'Teams', at(11)) })).toEqual([]);
  });

  it('looks past an online meeting, and counts what it leaves of the time', () => {
    const meetings = [
      aMeeting({ id: 'm1', placeId: 'Room 1', ...withJo }),
      aMeeting({ id: 'm2', placeId: 'Teams', start: at(11, 10), minutes: 20, ...withJo }),
      aMeeting({ id: 'm3', placeId: 'Hall', start: at(11, 50), ...withJo }),
    ];

    const [clash] = checkTimetable(aWorld({ places, people, meetings }));

    expect(clash).toMatchObject({
      meetingIds: ['m1', 'm2', 'm3'],
      sentence: 'Jo has 20 minutes to get from Civic Centre to Oakfield, which takes 25 minutes',
    });
  });

  it('takes a block called travel as the travel itself', () => {
    const meetings = [
      ...visit('Room 1', 'Hall', at(11, 25)),
      aMeeting({
        id: 'm3',
        title: 'Travel, 25 minutes',
        kind: 'block',
        start: at(11),
        minutes: 25,
        ...withJo,
      }),
    ];

    expect(sentences({ places, people, meetings })).toEqual([]);
  });

  it('tells outlying places without a site apart', () => {
    const unnamed = [
      aPlace('Farm', { site: '', travelMinutes: 10 }),
      aPlace('Mill', { site: '', travelMinutes: 5 }),
    ];

    expect(sentences({ places: unnamed, people, meetings: visit('Farm', 'Mill', at(11)) })).toEqual([
      'Jo has no time to get from Farm to Mill, which takes 15 minutes by way of the main site',
    ]);
  });
});

describe('no-lunch', () => {
  const people = [aPerson('Jo', { strand: 'Jo' }), aPerson('Sarah')];
  const full = (given: Parameters<typeof aMeeting>[0]) => [
    aMeeting({ id: 'm1', start: at(10), minutes: 115, ...given }),
    aMeeting({ id: 'm2', start: at(12, 20), minutes: 60, ...given }),
    aMeeting({ id: 'm3', start: at(13, 45), minutes: 60, ...given }),
  ];

  it('finds an inspector without half an hour between 11:30am and 2:30pm', () => {
    const [clash] = checkTimetable(aWorld({ people, meetings: full({ strandIds: ['Jo'] }) }));

    expect(clash).toMatchObject({
      key: 'no-lunch||Jo|2026-11-24',
      severity: 'soft',
      meetingIds: ['m1', 'm2', 'm3'],
      sentence: 'Jo does not have 30 minutes for lunch between 11:30am and 2:30pm',
    });
  });

  it('is content with half an hour anywhere in that time', () => {
    const meetings = full({ strandIds: ['Jo'] }).map((one) =>
      one.id === 'm3' ? { ...one, start: at(13, 50) } : one,
    );

    expect(sentences({ people, meetings })).toEqual([]);
  });

  it('counts a block called lunch as free, and any other block as taken', () => {
    const block = { id: 'm4', kind: 'block' as const, start: at(13, 20), minutes: 25, strandIds: ['Jo'] };
    const meetings = full({ strandIds: ['Jo'] }).map((one) =>
      one.id === 'm3' ? { ...one, start: at(13, 50) } : one,
    );

    expect(sentences({ people, meetings: [...meetings, aMeeting({ ...block, title: 'Lunch' })] })).toEqual(
      [],
    );
    expect(sentences({ people, meetings: [...meetings, aMeeting({ ...block, title: 'Travel' })] })).toEqual([
      'Jo does not have 30 minutes for lunch between 11:30am and 2:30pm',
    ]);
  });

  it('leaves alone who only comes for the morning or for the afternoon', () => {
    const morning = aMeeting({ id: 'm1', start: at(9), minutes: 180, strandIds: ['Jo'] });
    const afternoon = aMeeting({ id: 'm1', start: at(12), minutes: 180, strandIds: ['Jo'] });

    expect(sentences({ people, meetings: [morning] })).toEqual([]);
    expect(sentences({ people, meetings: [afternoon] })).toEqual([]);
  });

  it('looks after inspectors, not participants', () => {
    expect(sentences({ people, meetings: full({ personIds: ['Sarah'] }) })).toEqual([]);
  });

  it('sees one long meeting across the whole of it', () => {
    expect(
      sentences({ people, meetings: [aMeeting({ start: at(9), minutes: 420, strandIds: ['Jo'] })] }),
    ).toHaveLength(1);
  });
});

describe('sector-missing', () => {
  const people = [
    aPerson('Teacher', { sector: 'education' }),
    aPerson('Nurse', { sector: 'health' }),
    aPerson('Inspector', { strand: 'Inspector', sector: 'care' }),
  ];
  const meeting = {
    sectorsNeeded: ['education' as const, 'health' as const, 'care' as const],
    kind: 'child' as const,
  };

  it('names each sector that nobody speaks for', () => {
    const meetings = [aMeeting({ ...meeting, personIds: ['Teacher'] })];

    expect(sentences({ people, meetings })).toEqual(['Nobody from health or social care is in Meeting m1']);
  });

  it('does not count an inspector as speaking for a sector', () => {
    const meetings = [aMeeting({ ...meeting, personIds: ['Teacher', 'Nurse'], strandIds: ['Inspector'] })];

    expect(sentences({ people, meetings })).toEqual(['Nobody from social care is in Meeting m1']);
  });

  it('says nothing of a meeting to which nobody is asked yet, unless it is about a child', () => {
    const asked = { ...meeting, strandIds: ['Inspector'] };

    expect(sentences({ people, meetings: [aMeeting({ ...asked, kind: 'focus-group' })] })).toEqual([]);
    expect(sentences({ people, meetings: [aMeeting(asked)] })).toEqual([
      'Nobody from education, health or social care is in Meeting m1',
    ]);
  });

  it('asks nothing of a block', () => {
    expect(sentences({ people, meetings: [aMeeting({ ...meeting, kind: 'block' })] })).toEqual([]);
  });

  it('takes the sector of the organisation where a person has none', () => {
    const organisation = Organisation.parse({ id: 'o1', name: 'ICB', sector: 'health', duty: '' });
    const person = Person.parse({
      ...{
        id: 'Kim',
        name: 'Kim Hall',
        side: 'partnership',
        role: '',
        discipline: '',
        strandId: null,
        sector: null,
      },
      ...{ organisationId: 'o1', email: '', phone: '', availability: '', notes: '' },
    });

    expect(withSectors([person], [organisation])).toEqual([
      { id: 'Kim', side: 'partnership', strandId: null, sector: 'health' },
    ]);
  });
});

describe('consent-missing', () => {
  const meetings = [aMeeting({ kind: 'child', childId: 'C' })];

  it('finds a meeting about a child for whom nothing is recorded', () => {
    expect(sentences({ meetings })).toEqual(['Consent for Child C is not recorded']);
  });

  it('is content once somebody has given consent and nobody has refused', () => {
    expect(sentences({ meetings, consents: [aConsent('C')] })).toEqual([]);
  });

  it('tells a refusal and a withdrawal from not having asked, also in its key', () => {
    const found = (state: 'asked' | 'refused' | 'withdrawn') =>
      checkTimetable(aWorld({ meetings, consents: [aConsent('C', { state })] })).map(({ key, sentence }) => [
        key,
        sentence,
      ]);

    expect(found('asked')).toEqual([
      ['consent-missing|m1|C|not-recorded', 'Consent for Child C is not recorded'],
    ]);
    expect(found('refused')).toEqual([['consent-missing|m1|C|refused', 'Consent for Child C was refused']]);
    expect(found('withdrawn')).toEqual([
      ['consent-missing|m1|C|withdrawn', 'Consent for Child C was withdrawn'],
    ]);
  });

  it('counts the newest answer of each party', () => {
    const consents = [
      aConsent('C', { state: 'refused', at: '2026-11-19T09:00:00.000Z' }),
      aConsent('C', { state: 'given', at: '2026-11-20T09:00:00.000Z' }),
    ];

    expect(sentences({ meetings, consents })).toEqual([]);
  });
});

describe('room-too-small and room-unsuitable', () => {
  const people = [aPerson('Ann', { strand: 'Pair' }), aPerson('Ben', { strand: 'Pair' }), aPerson('Sarah')];

  it('counts everybody in the room once', () => {
    const places = [aPlace('Clinic room', { capacity: 2 })];
    const meeting = { placeId: 'Clinic room', strandIds: ['Pair'] };

    expect(sentences({ people, places, meetings: [aMeeting({ ...meeting, personIds: ['Ann'] })] })).toEqual(
      [],
    );
    expect(sentences({ people, places, meetings: [aMeeting({ ...meeting, personIds: ['Sarah'] })] })).toEqual(
      ['Clinic room holds 2, and 3 are asked to Meeting m1'],
    );
  });

  it('says what the room lacks, and nothing when the meeting does not need it', () => {
    const places = [aPlace('Parlour', { hasVideo: false, isStepFree: false })];
    const needs = { placeId: 'Parlour', needsVideo: true, needsStepFree: true };

    expect(sentences({ places, meetings: [aMeeting(needs)] })).toEqual([
      'Parlour has no video link and no step-free access',
    ]);
    expect(sentences({ places, meetings: [aMeeting({ placeId: 'Parlour' })] })).toEqual([]);
  });

  it('finds online places suitable for everybody', () => {
    const places = [aPlace('Teams', { hasVideo: false, isStepFree: false, isOnline: true })];

    expect(
      sentences({
        places,
        meetings: [aMeeting({ placeId: 'Teams', needsVideo: true, needsStepFree: true })],
      }),
    ).toEqual([]);
  });
});
