import { describe, expect, it } from 'vitest';
import { alternativesFor } from '../../../../../renderer/features/timetable/alternatives.ts';
import type { ColumnsBy } from '../../../../../renderer/features/timetable/grouping.ts';
import {
  candidateOf,
  inColumn,
  runAround,
  writeFor,
} from '../../../../../renderer/features/timetable/move-candidate.ts';
import { noVerdict, verdictOn } from '../../../../../renderer/features/timetable/move-check.ts';
import { refusedWords, spotWords } from '../../../../../renderer/features/timetable/move-words.ts';
import { aMeeting, day } from './a-meeting.ts';
import { aTimetable } from './a-timetable.ts';

const here = { day, start: 540 };
const column = (id: string | null, on = day) => ({ key: `${on} ${id}`, day: on, id });
const columns = ['a', 'b', 'c'].map((id) => column(id));
const by = (columnsBy: ColumnsBy) => ({ by: columnsBy, index: aTimetable([]).index });
const early = { day: '2026-11-20', minutes: 600 };

describe('inColumn', () => {
  it('replaces the strand it is held by and leaves the others', () => {
    const team = candidateOf(aMeeting({ strandIds: ['a', 'b'] }), here);

    expect(inColumn(team, by('strands'), 'a', column('c')).strandIds).toEqual(['c', 'b']);
  });

  it('changes nothing in a strand the meeting is in already', () => {
    const team = candidateOf(aMeeting({ strandIds: ['a', 'b'] }), here);

    expect(inColumn(team, by('strands'), 'a', column('b')).strandIds).toEqual(['a', 'b']);
  });

  it('takes it out of the strand in the column for none, and into one from there', () => {
    const alone = candidateOf(aMeeting({ strandIds: ['a'] }), here);
    const none = inColumn(alone, by('strands'), 'a', column(null));

    expect([none.strandIds, inColumn(none, by('strands'), null, column('c')).strandIds]).toEqual([[], ['c']]);
  });

  it('changes the room where columns are rooms, and the day with the column', () => {
    const moved = inColumn(
      candidateOf(aMeeting({ placeId: 'r1' }), here),
      by('rooms'),
      'r1',
      column('r2', '2026-11-25'),
    );

    expect([moved.placeId, moved.day, moved.strandIds]).toEqual(['r2', '2026-11-25', ['a']]);
  });
});

describe('inColumn by inspector', () => {
  it('brings the strand that is theirs, so that a pair is never split', () => {
    const ofMargaret = candidateOf(aMeeting({ strandIds: ['a'] }), here);

    expect(inColumn(ofMargaret, by('inspectors'), 'margaret', column('tomas')).strandIds).toEqual(['b']);
  });

  it('replaces the inspector who was asked by name', () => {
    const asked = candidateOf(aMeeting({ strandIds: [], personIds: ['tomas', 'sarah'] }), here);
    const moved = inColumn(asked, by('inspectors'), 'tomas', column('margaret'));

    expect([moved.strandIds, moved.personIds]).toEqual([['a'], ['sarah']]);
  });
});

describe('inColumn of a whole day or a child', () => {
  it('changes the day and nothing else', () => {
    const own = candidateOf(aMeeting({ strandIds: ['a'], childId: 'kid' }), here);
    const later = { ...column('b', '2026-11-25'), isWhole: true };

    expect(inColumn(own, by('strands'), 'a', later)).toEqual({ ...own, day: '2026-11-25' });
    expect(inColumn(own, by('children'), 'kid', column('other', '2026-11-25'))).toEqual({
      ...own,
      day: '2026-11-25',
    });
  });
});

describe('runAround', () => {
  it('covers the adjacent columns round the one it is held in', () => {
    const team = candidateOf(aMeeting({ strandIds: ['b', 'c'] }), here);

    expect(runAround(columns, team, by('strands'), 'c')).toEqual({ column: 1, span: 2 });
  });

  it('is nowhere when its day is not shown', () => {
    const other = candidateOf(aMeeting({ day: '2026-11-25' }), here);

    expect(runAround(columns, other, by('strands'), 'a')).toBeNull();
  });
});

describe('writeFor', () => {
  const meeting = aMeeting({ id: 'm', strandIds: ['a', 'b'] });
  const still = candidateOf(meeting, here);

  it('writes nothing when the meeting is put back where it was', () => {
    expect(writeFor(meeting, still)).toBeNull();
  });

  it('asks for a move when time and one strand change', () => {
    expect(writeFor(meeting, { ...still, start: 660, strandIds: ['c', 'b'] as never })).toEqual({
      channel: 'timetable:moveMeeting',
      input: { id: 'm', version: 1, day, start: 660, minutes: 60, fromStrandId: 'a', toStrandId: 'c' },
    });
  });

  it('asks for an edit when the room changes too', () => {
    expect(writeFor(meeting, { ...still, placeId: 'r2' as never })).toEqual({
      channel: 'timetable:editMeeting',
      input: { id: 'm', version: 1, day, start: 600, minutes: 60, placeId: 'r2' },
    });
  });
});

describe('verdictOn', () => {
  const busy = [
    aMeeting({ id: 'one', title: 'Leaders', strandIds: ['a'], personIds: ['sarah'], start: 600 }),
    aMeeting({ id: 'two', title: 'SENCO group', strandIds: ['b'], personIds: ['sarah'], start: 720 }),
  ];

  it('refuses a time at which somebody is elsewhere, in words', () => {
    const [, second] = busy;
    const verdict = second && verdictOn(aTimetable(busy), { ...second, start: 630 });

    expect(verdict?.refused.map((clash) => clash.sentence)).toEqual([
      'Sarah Lindqvist is with Margaret Osei in Leaders until 11am',
    ]);
  });

  it('does not refuse a clash that the meeting has already, and still says it', () => {
    const overlapping = busy.map((meeting) => ({ ...meeting, start: 600 }));
    const [, second] = overlapping;
    const verdict = second && verdictOn(aTimetable(overlapping), { ...second, start: 615 });

    expect(verdict?.refused).toEqual([]);
    expect(verdict?.kept.map((clash) => clash.rule)).toEqual(['person-twice']);
    const at = second && spotWords(aTimetable(overlapping), candidateOf(second, here), verdict ?? noVerdict);
    expect(at).toContain('1 clash: Sarah Lindqvist is with Margaret Osei in Leaders');
  });
});

describe('alternativesFor', () => {
  it('numbers the nearest free places and says when, whose and why', () => {
    const meetings = [
      aMeeting({ id: 'one', strandIds: ['a'], personIds: ['sarah'], start: 600, placeId: 'r1' }),
      aMeeting({ id: 'two', strandIds: ['a'], personIds: ['sarah'], start: 720, placeId: 'r1' }),
    ];
    const timetable = aTimetable(meetings);
    const [, second] = meetings;
    const found = second
      ? alternativesFor(timetable, 'two', { ...candidateOf(second, here), start: 630 }, early)
      : [];

    expect(found[0]).toMatchObject({
      number: 1,
      when: 'Tue 24, 11am',
      who: 'M Osei',
      reason: 'All 2 free, Room 1 free',
    });
  });

  it('offers nothing that is past', () => {
    const timetable = aTimetable([aMeeting({ id: 'one', strandIds: ['a'], start: 600 })]);
    const near = candidateOf(aMeeting({ id: 'one' }), here);
    const found = alternativesFor(timetable, 'one', near, { day, minutes: 1000 });

    expect(found.map(({ candidate }) => candidate.day)).toEqual(['2026-11-25', '2026-11-25', '2026-11-25']);
  });
});

describe('what is said of a move', () => {
  const meeting = aMeeting({ id: 'one', strandIds: ['a'], personIds: ['sarah'], start: 600 });
  const timetable = aTimetable([
    meeting,
    aMeeting({ id: 'two', strandIds: ['a'], start: 720, title: 'Data' }),
  ]);

  it('names day, time, people and clashes at each place', () => {
    const free = spotWords(timetable, candidateOf(meeting, here), verdictOn(timetable, meeting));
    const taken = verdictOn(timetable, { ...meeting, start: 690 });

    expect(free).toBe(
      'Tuesday 24 November 2026, 10am to 11am, Margaret Osei, with Sarah Lindqvist. No clashes.',
    );
    expect(spotWords(timetable, { ...candidateOf(meeting, here), start: 690 }, taken)).toContain(
      '1 clash: Margaret Osei is in Data from midday.',
    );
  });

  it('says why it was not placed and what is free instead', () => {
    const { refused } = verdictOn(timetable, { ...meeting, start: 690 });
    const free = alternativesFor(
      timetable,
      'one',
      { ...candidateOf(meeting, here), start: 690 },
      early,
    ).slice(0, 1);

    expect(refusedWords(refused, free)).toMatch(
      /^Not placed\. 1 clash: Margaret Osei is in Data from midday\. Nearest free: 1, Tue 24, 11am, M Osei\./,
    );
  });
});
