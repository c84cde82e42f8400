import { describe, expect, it } from 'vitest';
import { cardFacts, sectorTiles } from '../../../../../renderer/features/timetable/card-facts.ts';
import { columnHeads } from '../../../../../renderer/features/timetable/grid-columns.ts';
import { type ColumnsBy, meetingsOf, startIn } from '../../../../../renderer/features/timetable/grouping.ts';
import { meetingFilter } from '../../../../../renderer/features/timetable/meeting-filter.ts';
import { shownDay, weekOf, weeksOf } from '../../../../../renderer/features/timetable/shown-days.ts';
import { isOpenClash, titleOf } from '../../../../../renderer/features/timetable/timetable-model.ts';
import { cardLabel } from '../../../../../renderer/features/timetable/timetable-words.ts';
import { aMeeting, day } from './a-meeting.ts';
import { aTimetable } from './a-timetable.ts';

const clashing = [
  aMeeting({ id: 'one', title: 'Leaders', strandIds: ['a'], personIds: ['sarah'], start: 600 }),
  aMeeting({ id: 'two', title: 'SENCO group', strandIds: ['b'], personIds: ['sarah'], start: 630 }),
];

describe('timetableFrom', () => {
  it('knows the clashes of each meeting, and no names in them while names are codes', () => {
    const coded = aTimetable(clashing, { areCoded: true });

    const [clash] = coded.clashesOf.get('one') ?? [];
    expect(clash?.sentence).toMatch(/^SL is with/);
    expect(coded.clashesOf.get('two')).toEqual(coded.clashesOf.get('one'));
  });

  it('no longer counts a clash that somebody accepted', () => {
    const [clash] = aTimetable(clashing).clashes;
    const reason = { clashKey: clash?.key ?? '', reason: 'She leaves early', at: '2026-11-20T09:00:00.000Z' };
    const accepted = aTimetable(clashing, { acknowledgements: [{ id: 'x' as never, ...reason }] });

    expect(aTimetable(clashing).clashes.filter(isOpenClash)).toHaveLength(1);
    expect(accepted.clashes.filter(isOpenClash)).toEqual([]);
  });

  it('keeps a day in reach that has a meeting although it is not on offer', () => {
    expect(aTimetable([aMeeting({ day: '2026-11-21' })]).days).toEqual(['2026-11-21', day, '2026-11-25']);
  });
});

describe('titleOf', () => {
  const { names } = aTimetable([]);

  it('adds the code of the child unless the title has it', () => {
    const untitled = aMeeting({ title: 'Tracking meeting', childId: 'kid' });
    const titled = aMeeting({ title: 'Child C tracking meeting', childId: 'kid' });

    expect([titleOf(untitled, names), titleOf(titled, names)]).toEqual([
      'Tracking meeting, Child C',
      'Child C tracking meeting',
    ]);
  });
});

describe('cardLabel', () => {
  it('says title, kind, day, time, strand, place, people and clashes', () => {
    const [first] = clashing;
    const timetable = aTimetable(clashing);

    expect(first && cardLabel(timetable, { ...first, placeId: 'r1' as never })).toBe(
      'Leaders. Leaders and governance. Tuesday 24 November 2026, 10am to 11am, Margaret Osei. Room 1. 1 person. ' +
        '1 clash: Sarah Lindqvist is with Margaret Osei in Leaders and with Strand B in SENCO group, 10:30am to 11am',
    );
  });
});

describe('cardFacts', () => {
  it('names who is in it and what is wrong with it', () => {
    const facts = cardFacts(aTimetable(clashing)).get('one');

    expect(facts).toMatchObject({ count: '1 person', people: 'S Lindqvist', place: '' });
    expect(facts?.clashes.map((clash) => clash.rule)).toEqual(['person-twice']);
  });
});

describe('sectorTiles', () => {
  it('counts a person for their organisation where they have no sector of their own', () => {
    const meeting = { ...aMeeting({ personIds: ['dawn'] }), sectorsNeeded: ['health', 'education'] as const };

    expect(sectorTiles(aTimetable([]), { ...meeting, sectorsNeeded: [...meeting.sectorsNeeded] })).toEqual({
      label: 'Health present, Education missing',
      tiles: [
        { letter: 'E', name: 'Education', isOn: false },
        { letter: 'H', name: 'Health', isOn: true },
      ],
    });
  });

  it('shows nothing where no sector is needed', () => {
    expect(sectorTiles(aTimetable([]), aMeeting({}))).toBeNull();
  });
});

describe('columnHeads', () => {
  it('has a column for each strand, with who is in it and for how long', () => {
    const heads = columnHeads(aTimetable(clashing), 'strands', [day]);

    expect(heads.map(({ title, fact }) => [title, fact])).toEqual([
      ['Margaret Osei', 'Lead, 1h'],
      ['Strand B', 'T Reilly, 1h'],
      ['Strand C', ''],
    ]);
  });

  it('adds a column for meetings that are in no strand, only on the day that has one', () => {
    const timetable = aTimetable([aMeeting({ strandIds: [] })]);

    expect(columnHeads(timetable, 'strands', [day, '2026-11-25']).map(({ title }) => title)).toEqual([
      'Margaret Osei',
      'Strand B',
      'Strand C',
      'No strand',
      'Margaret Osei',
      'Strand B',
      'Strand C',
    ]);
  });

  it('offers every room on one day, and over several days those in use', () => {
    const timetable = aTimetable([aMeeting({ placeId: 'r2' })]);

    expect(columnHeads(timetable, 'rooms', [day]).map(({ title }) => title)).toEqual([
      'Hall',
      'Room 1',
      'Room 2',
    ]);
    expect(columnHeads(timetable, 'rooms', [day, '2026-11-25']).map(({ title }) => title)).toEqual([
      'Room 2',
      'No room',
    ]);
  });

  it('has a column for each partner who is in a meeting that day', () => {
    expect(columnHeads(aTimetable(clashing), 'people', [day]).map(({ title }) => title)).toEqual([
      'Sarah Lindqvist',
    ]);
  });
});

describe('columnHeads by inspector, and with quiet days folded', () => {
  it('has each of the team, and a strand by its name while nobody is in it', () => {
    const heads = columnHeads(aTimetable(clashing), 'inspectors', [day]);

    expect(heads.map(({ title, fact }) => [title, fact])).toEqual([
      ['Margaret Osei', 'Lead, 1h'],
      ['Tomas Reilly', '1h'],
      ['Strand C', ''],
    ]);
  });

  it('gives a quiet day one column and a busy day all of them', () => {
    const busy = ['a', 'b', 'c'].map((id) => aMeeting({ id, strandIds: [id] }));
    const quiet = aMeeting({ id: 'q', day: '2026-11-25' });
    const heads = columnHeads(aTimetable([...busy, quiet]), 'strands', [day, '2026-11-25'], true);

    expect(heads.map(({ title, fact, isWhole }) => [title || fact, isWhole ?? false])).toEqual([
      ['Margaret Osei', false],
      ['Strand B', false],
      ['Strand C', false],
      ['1 meeting', true],
    ]);
  });
});

describe('meetingFilter', () => {
  const all = [
    aMeeting({ id: 'm1', kind: 'visit', personIds: ['sarah'] }),
    aMeeting({ id: 'm2', kind: 'leaders', strandIds: ['b'], personIds: ['dawn'], placeId: 'r1' }),
    aMeeting({ id: 'm3', kind: 'visit', strandIds: ['b'], start: 840 }),
  ];
  const timetable = aTimetable(all);
  const shown = (...filters: string[]) =>
    all.filter(meetingFilter(timetable, filters)).map((meeting) => meeting.id);

  it('widens within one sort and narrows across sorts', () => {
    expect(shown()).toEqual(['m1', 'm2', 'm3']);
    expect(shown('kind:visit')).toEqual(['m1', 'm3']);
    expect(shown('kind:visit', 'kind:leaders')).toEqual(['m1', 'm2', 'm3']);
    expect(shown('kind:visit', 'person:tomas')).toEqual(['m3']);
  });

  it('knows people by their strand, organisations by their people, rooms and clashes', () => {
    expect(shown('person:tomas')).toEqual(['m2', 'm3']);
    expect(shown('organisation:icb')).toEqual(['m2']);
    expect(shown('room:r1')).toEqual(['m2']);
    expect(shown('clashes:any')).toEqual([]);
  });

  it('passes over a filter for what is gone', () => {
    expect(shown('person:nobody')).toEqual(['m1', 'm2', 'm3']);
  });
});

describe('weeksOf', () => {
  const days = ['2026-11-02', '2026-11-09', '2026-11-10', '2026-11-16', '2026-11-23', '2026-11-27'];

  it('has three weeks that end with the day’s own, and never fewer than there are', () => {
    expect(weeksOf(days, '2026-11-23')).toEqual(days.slice(1));
    expect(weeksOf(days, '2026-11-10')).toEqual(days.slice(0, 4));
    expect(weeksOf(['2026-11-23'], '2026-11-23')).toEqual(['2026-11-23']);
  });
});

describe('meetingsOf', () => {
  it('leaves a lunch in no room out of the columns of rooms', () => {
    const lunch = aMeeting({ kind: 'block', title: 'Lunch' });

    const { index } = aTimetable([lunch]);
    const shown = (by: ColumnsBy) => meetingsOf([lunch], { by, index });

    expect([shown('rooms'), shown('strands')]).toEqual([[], [lunch]]);
  });

  it('shows in columns of children only what is about a child', () => {
    const about = aMeeting({ id: 'm2', childId: 'kid' });
    const { index } = aTimetable([about]);

    expect(meetingsOf([aMeeting(), about], { by: 'children', index })).toEqual([about]);
  });
});

describe('shownDay', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-27'];

  it('shows the chosen day, else today or the next day there is, else the last', () => {
    const none = new Set<string>();
    expect([
      shownDay(days, '2026-11-27', '2026-11-24', none),
      shownDay(days, null, '2026-11-24', none),
      shownDay(days, '2026-12-24', '2026-11-25', none),
      shownDay(days, null, '2027-01-01', none),
    ]).toEqual(['2026-11-27', '2026-11-24', '2026-11-27', '2026-11-27']);
  });
});

describe('shownDay before the week', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-27'];
  const busy = new Set(['2026-11-24']);

  it('passes over days without a meeting, today too, while one is still to come', () => {
    expect([
      shownDay(days, null, '2026-11-20', busy),
      shownDay(days, null, '2026-11-23', busy),
      shownDay(days, null, '2026-11-25', busy),
    ]).toEqual(['2026-11-24', '2026-11-24', '2026-11-27']);
  });
});

describe('weekOf', () => {
  it('gathers the days from Monday to Sunday round a day', () => {
    expect(weekOf(['2026-11-20', '2026-11-23', '2026-11-27', '2026-11-30'], '2026-11-27')).toEqual([
      '2026-11-23',
      '2026-11-27',
    ]);
  });
});

describe('startIn', () => {
  const { index } = aTimetable([aMeeting()]);

  it('begins a new meeting with what its column stands for', () => {
    expect(startIn({ by: 'strands', index }, 's1')).toEqual({ strandIds: ['s1'] });
    expect(startIn({ by: 'rooms', index }, 'r1')).toEqual({ placeId: 'r1' });
    expect(startIn({ by: 'people', index }, 'p1')).toEqual({ personIds: ['p1'] });
    expect(startIn({ by: 'children', index }, 'c1')).toEqual({ childId: 'c1' });
    expect(startIn({ by: 'rooms', index }, null)).toEqual({});
  });

  it('puts an inspector in by their strand', () => {
    const [own] = [...index.people.values()].filter(({ strandId }) => strandId !== null);
    expect(startIn({ by: 'inspectors', index }, own?.id ?? '')).toEqual({ strandIds: [own?.strandId] });
  });
});
