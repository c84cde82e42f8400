import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  confirmNotes,
  readAvailability,
  saveAbsence,
  setRule,
  setUsualHours,
} from '../../main/services/availability.ts';
import { confirmCalendars, dropCalendars, readCalendars } from '../../main/services/calendar/calendars.ts';
import { readIcs } from '../../main/services/calendar/read-ics.ts';
import { removePerson } from '../../main/services/people.ts';
import { moveMeeting, readTimetable } from '../../main/services/timetable.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { readAvailabilityNote } from '../../shared/domain/availability/note.ts';
import { codeOf } from '../support/code-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson, addedPlace } from '../support/timetable-builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'lano-ics-'));
let chosen: string[] = [];
let engagement: TempEngagement;

beforeEach(async () => {
  engagement = await tempEngagement({ outside: { chooseFiles: async () => chosen } });
});
afterEach(async () => {
  chosen = [];
  await engagement.close();
});
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const event = (lines: readonly string[], uid = 'one@council.example') =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T090000Z', 'SUMMARY:Court', ...lines, 'END:VEVENT'].join(
    '\r\n',
  );
const calendar = (...parts: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const timesIn = (text: string, from = '2026-11-23', to = '2026-11-27') =>
  readIcs(text, from, to).busy.map(({ day, start, end }) => `${day} ${start / 60} to ${end / 60}`);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** New York's rules as Outlook writes them, under a name that no system knows. */
const newYork = [
  'BEGIN:VTIMEZONE',
  'TZID:Custom Eastern',
  ...['BEGIN:STANDARD', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0400', 'TZOFFSETTO:-0500'],
  ...['RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400'],
  ...['RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
].join('\r\n');

describe('readIcs', () => {
  it('reads floating times, London times and UTC as London wall time', () => {
    expect(timesIn(calendar(event(['DTSTART:20261124T100000', 'DTEND:20261124T110000'])))).toEqual([
      '2026-11-24 10 to 11',
    ]);
    expect(
      timesIn(calendar(event(['DTSTART;TZID=GMT Standard Time:20261124T100000', 'DURATION:PT30M']))),
    ).toEqual(['2026-11-24 10 to 10.5']);
    expect(
      timesIn(
        calendar(event(['DTSTART:20260724T090000Z', 'DTEND:20260724T100000Z'])),
        '2026-07-24',
        '2026-07-24',
      ),
    ).toEqual(['2026-07-24 10 to 11']);
  });

  it('repeats an event at the same London time over both clock changes, and leaves out its exceptions', () => {
    const weekly = (start: string, except: string) =>
      calendar(
        event([
          `DTSTART;TZID=Europe/London:${start}T090000`,
          `DTEND;TZID=Europe/London:${start}T100000`,
          'RRULE:FREQ=WEEKLY;COUNT=4',
          `EXDATE;TZID=Europe/London:${except}T090000`,
        ]),
      );

    expect(timesIn(weekly('20261016', '20261030'), '2026-10-01', '2026-11-30')).toEqual([
      '2026-10-16 9 to 10',
      '2026-10-23 9 to 10',
      '2026-11-06 9 to 10',
    ]);
    expect(timesIn(weekly('20270320', '20270327'), '2027-03-01', '2027-04-30')).toEqual([
      '2027-03-20 9 to 10',
      '2027-04-03 9 to 10',
      '2027-04-10 9 to 10',
    ]);
  });

  it('keeps to the rules of a zone that the file defines, in the weeks when only one side has changed its clocks', () => {
    const daily = calendar(
      newYork,
      event([
        'DTSTART;TZID=Custom Eastern:20261023T050000',
        'DTEND;TZID=Custom Eastern:20261023T060000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
      ]),
    );

    // 5am in New York is 10am in London, but 9am from 25 October until 1 November.
    expect(timesIn(daily, '2026-10-01', '2026-11-30')).toEqual([
      '2026-10-23 10 to 11',
      '2026-10-30 9 to 10',
      '2026-11-06 10 to 11',
      '2026-11-13 10 to 11',
    ]);
  });

  it('takes a day for an all-day event, and the days of one that lasts several, as far as the dates go', () => {
    expect(timesIn(calendar(event(['DTSTART;VALUE=DATE:20261126', 'DTEND;VALUE=DATE:20261202'])))).toEqual([
      '2026-11-26 0 to 24',
      '2026-11-27 0 to 24',
    ]);
    expect(timesIn(calendar(event(['DTSTART;VALUE=DATE:20261126'])))).toEqual(['2026-11-26 0 to 24']);
    expect(timesIn(calendar(event(['DTSTART:20261124T220000', 'DTEND:20261125T020000'])))).toEqual([
      '2026-11-24 22 to 24',
      '2026-11-25 0 to 2',
    ]);
  });

  it('leaves out what is cancelled, transparent, shown as free, or was sent by this app', () => {
    const at10 = ['DTSTART:20261124T100000', 'DTEND:20261124T110000'];
    const left = [
      event([...at10, 'STATUS:CANCELLED']),
      event([...at10, 'TRANSP:TRANSPARENT']),
      event([...at10, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE']),
      event(at10, '01JX@lano-desk'),
    ];

    expect(timesIn(calendar(...left))).toEqual([]);
  });

  it('moves the one occurrence that was moved, and joins times that overlap', () => {
    const moved = calendar(
      event(['DTSTART:20261123T090000', 'DTEND:20261123T100000', 'RRULE:FREQ=DAILY;COUNT=2']),
      event(['RECURRENCE-ID:20261124T090000', 'DTSTART:20261124T140000', 'DTEND:20261124T150000']),
      event(['DTSTART:20261124T143000', 'DTEND:20261124T160000'], 'two@council.example'),
    );

    expect(timesIn(moved)).toEqual(['2026-11-23 9 to 10', '2026-11-24 14 to 16']);
  });

  it.each([
    '',
    'hello',
    '{"a":1}',
    'BEGIN:VCALENDAR',
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR',
  ])('refuses what is no calendar: %s', async (text) => {
    expect(await codeOf(() => readIcs(text, '2026-11-23', '2026-11-27'))).toBe('calendar/not-a-calendar');
  });

  it('refuses a calendar that is too large', async () => {
    expect(await codeOf(() => readIcs('x'.repeat(21 * 1024 * 1024), '2026-11-23', '2026-11-27'))).toBe(
      'calendar/too-large',
    );
  });
});

describe('readCalendars and confirmCalendars', () => {
  const busy = (start: string) =>
    calendar(
      'X-WR-CALNAME:Sarah Lindqvist busy times',
      event([`DTSTART:20261124T${start}`, 'DURATION:PT1H']),
    );

  it('proposes whose each calendar is, keeps only times, and replaces what came from the same one', async () => {
    const { ctx } = engagement;
    const sarah = addedPerson(ctx);
    addedPlace(ctx, { name: 'Room 2.14' });
    chosen = [
      file('a.ics', busy('100000')),
      file('Room 2.14.ics', calendar(event(['DTSTART:20261124T090000', 'DURATION:PT1H']))),
      file('b.ics', 'no'),
    ];

    const preview = await readCalendars(ctx, { personId: null, placeId: null });

    expect(preview?.calendars).toMatchObject([
      { name: 'Sarah Lindqvist busy times', busy: 1, from: '2026-11-24', problem: null, personId: sarah.id },
      { name: 'Room 2.14', busy: 1, problem: null, personId: null },
      {
        fileName: 'b.ics',
        busy: 0,
        problem: 'This file is not a calendar that can be read. Save the calendar as .ics and try again.',
      },
    ]);
    expect(preview?.calendars[1]?.placeId).not.toBeNull();
    const owner = { personId: sarah.id, placeId: null };
    confirmCalendars(ctx, {
      token: preview?.token ?? '',
      owners: [
        { index: 0, ...owner },
        { index: 2, ...owner },
      ],
    });
    expect(readAvailability(ctx).availability.busyTimes).toMatchObject([{ start: 600, end: 660 }]);
    expect(JSON.stringify(readAvailability(ctx))).not.toContain('Court');

    chosen = [file('a.ics', busy('140000'))];
    const again = await readCalendars(ctx, { personId: null, placeId: null });
    confirmCalendars(ctx, { token: again?.token ?? '', owners: [{ index: 0, ...owner }] });
    expect(readAvailability(ctx).availability.busyTimes).toMatchObject([{ start: 840, end: 900 }]);

    undoLast(ctx);
    expect(readAvailability(ctx).availability.busyTimes).toMatchObject([{ start: 600, end: 660 }]);
  });

  it('changes nothing for a bad file, a closed dialog, or calendars that were let go of', async () => {
    const { ctx } = engagement;
    const before = readHistory(ctx).undo?.id;
    expect(await readCalendars(ctx, { personId: null, placeId: null })).toBeNull();
    chosen = [file('c.ics', '')];
    const preview = await readCalendars(ctx, { personId: null, placeId: null });
    const token = preview?.token ?? '';
    const sarah = addedPerson(ctx);
    const owners = [{ index: 0, personId: sarah.id, placeId: null }];

    expect(await codeOf(() => confirmCalendars(ctx, { token, owners }))).toBe('import/nothing-chosen');
    dropCalendars(ctx, { token });
    expect(await codeOf(() => confirmCalendars(ctx, { token, owners }))).toBe('record/not-found');
    undoLast(ctx);
    expect(readHistory(ctx).undo?.id).toBe(before);
  });
});

describe('confirmNotes', () => {
  it('keeps what was confirmed, replaces it when the note changes, and undoes as one step', () => {
    const { ctx } = engagement;
    const sarah = addedPerson(ctx, { availability: 'Thursday' });
    const confirm = (note: string) => {
      const absences = readAvailabilityNote(note, readAvailability(ctx).firstDay).proposals.map((one) => ({
        ...one,
        weekdays: [...one.weekdays],
      }));
      confirmNotes(ctx, { notes: [{ personId: sarah.id, note, absences }] });
    };

    confirm('Thursday');
    saveAbsence(ctx, {
      id: null,
      personId: sarah.id,
      placeId: null,
      absence: { fromDay: '2026-11-27', toDay: '2026-11-27', weekdays: [], start: 0, end: 1440, words: '' },
    });
    confirm('Wed am');

    expect(readAvailability(ctx)).toMatchObject({
      checked: [{ personId: sarah.id, note: 'Wed am' }],
      availability: { absences: [{ weekdays: [3], end: 720 }, { fromDay: '2026-11-27' }] },
    });
    undoLast(ctx);
    expect(readAvailability(ctx).checked).toEqual([{ personId: sarah.id, note: 'Thursday' }]);
  });
});

describe('availability and the timetable', () => {
  it('refuses to move a meeting to where somebody is away, unless a reason is given, which stays on record', async () => {
    const { ctx } = engagement;
    const sarah = addedPerson(ctx);
    const meeting = addedMeeting(ctx, { personIds: [sarah.id] });
    setUsualHours(ctx, { personId: sarah.id, placeId: null, hours: [{ weekday: 2, start: 540, end: 780 }] });
    const to = { id: meeting.id, version: meeting.version, day: '2026-11-24', start: 840 };

    expect(await codeOf(() => moveMeeting(ctx, to))).toBe('timetable/clash');
    moveMeeting(ctx, { ...to, overrideReason: 'She agreed to stay' });

    expect(readTimetable(ctx).clashes.filter(({ rule }) => rule === 'person-away')).toMatchObject([
      { sentence: 'Sarah Lindqvist works 9am to 1pm on Tuesdays' },
    ]);
    expect(readTimetable(ctx).acknowledgements).toMatchObject([{ reason: 'She agreed to stay' }]);
  });

  it('keeps the rules of the framework until the engagement changes one', () => {
    const { ctx } = engagement;
    const rules = () => readTimetable(ctx).facts.applied.map(({ rule }) => rule);
    expect(rules()).toContain('no-keep-in-touch');
    expect(rules()).not.toContain('no-triangulation');

    setRule(ctx, { rule: 'no-keep-in-touch', isOn: false, minutes: null });
    setRule(ctx, { rule: 'no-break', isOn: true, minutes: 120 });

    expect(rules()).not.toContain('no-keep-in-touch');
    expect(readTimetable(ctx).facts.applied).toContainEqual({ rule: 'no-break', minutes: 120 });
  });

  it('goes with the person, who no longer chairs anything either', async () => {
    const { ctx } = engagement;
    const sarah = addedPerson(ctx);
    const meeting = addedMeeting(ctx, { personIds: [sarah.id], chairId: sarah.id });
    saveAbsence(ctx, {
      id: null,
      personId: sarah.id,
      placeId: null,
      absence: { fromDay: null, toDay: null, weekdays: [5], start: 0, end: 1440, words: '' },
    });
    expect(meeting.chairId).toBe(sarah.id);
    expect(await codeOf(() => removePerson(ctx, { id: sarah.id }))).toBe('record/in-use');

    const ben = addedPerson(ctx, { name: 'Ben Ortiz' });
    setUsualHours(ctx, { personId: ben.id, placeId: null, hours: [{ weekday: 1, start: 0, end: 60 }] });
    removePerson(ctx, { id: ben.id });

    expect(readAvailability(ctx).availability.usualHours).toEqual([]);
    expect(addedMeeting(ctx, { start: 900, chairId: ben.id }).chairId).toBeNull();
  });
});
