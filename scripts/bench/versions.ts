import { isDeepStrictEqual } from 'node:util';
import ICAL from 'ical.js';
import { renderIcs } from '../../main/services/timetable-export/ics.ts';
import type { TimetableExport } from '../../main/services/timetable-export/view.ts';
import type { MeetingId, StrandId } from '../../shared/domain/ids.ts';
import { isScheduled, type MeetingWithPeople } from '../../shared/domain/meeting.ts';
import { londonInstant } from '../../shared/domain/time.ts';
import { diffVersions } from '../../shared/domain/versions/diff.ts';
import type { Snapshot } from '../../shared/domain/versions/version.ts';
import type { Benchmark } from './benchmark.ts';
import { clashWorld } from './clash-world.ts';
import { alternate, median, timed } from './rounds.ts';
import { type BenchRow, rowOf } from './rows.ts';

const ROUNDS = 15;
/** Both are small, and run warm: a version is compared at each change of the draft. */
const TIMES = 20;
const MEETINGS = 400;
const NOW = '2026-11-24T10:42:00.000Z';

export const versions: Benchmark = {
  key: 'versions',
  about:
    'what changed between two versions of 400 meetings, against deep equality alone, and a calendar of 400, against ical.js',
  run: async () => [await diff(), await calendar()],
};

const diff = async (): Promise<BenchRow> => {
  const before = snapshotOf(clashWorld({ meetings: MEETINGS, people: 80, places: 20, days: 5 }).meetings);
  const after = { ...before, meetings: before.meetings.flatMap(changed) };
  const others = structuredClone(after);
  const expected = before.meetings.filter((_, at) => at % 10 === 0).length;
  const found = diffVersions(before, others).length;
  if (found !== expected) throw new Error(`The diff found ${found} changes where there are ${expected}.`);
  const sides = await alternate(ROUNDS, {
    product: () => repeated(() => diffVersions(before, others)),
    peer: () => repeated(() => countUnequal(before, others)),
  });
  return rowOf(
    {
      name: 'diff of two versions of 400 meetings, against Node’s deep equality meeting by meeting',
      unit: 'ms',
      value: median(sides.product) / TIMES,
      peer: median(sides.peer) / TIMES,
    },
    { of: 'ratio', atMost: 1.5 },
  );
};

const calendar = async (): Promise<BenchRow> => {
  const view = exportOf(clashWorld({ meetings: MEETINGS, people: 80, places: 20, days: 5 }).meetings);
  const events = (text: string) => text.split('BEGIN:VEVENT').length - 1;
  const counts = [events(new TextDecoder().decode(renderIcs(view))), events(renderWithIcalJs(view))];
  if (counts.some((count) => count !== MEETINGS)) throw new Error(`The calendars hold ${counts} events.`);
  const sides = await alternate(ROUNDS, {
    product: () => timed(() => renderIcs(view)),
    peer: () => timed(() => renderWithIcalJs(view)),
  });
  return rowOf(
    {
      name: 'calendar of 400 meetings, against ical.js writing the same',
      unit: 'ms',
      value: median(sides.product),
      peer: median(sides.peer),
    },
    { of: 'ratio', atMost: 1.5 },
  );
};

const repeated = (work: () => unknown) =>
  timed(() => {
    for (let time = 0; time < TIMES; time += 1) work();
  });

/** One in ten is moved, and one in fifty of the others stays what it is in another order of people. */
const changed = (meeting: Snapshot['meetings'][number], at: number): Snapshot['meetings'] =>
  at % 10 === 0 ? [{ ...meeting, start: meeting.start + 15 }] : [meeting];

/** The peer: says only which meetings are not equal, and neither how nor whom it affects. */
const countUnequal = (before: Snapshot, after: Snapshot): number => {
  const was = new Map(before.meetings.map((meeting) => [meeting.meetingId, meeting]));
  return after.meetings.filter((meeting) => !isDeepStrictEqual(meeting, was.get(meeting.meetingId))).length;
};

const snapshotOf = (meetings: readonly MeetingWithPeople[]): Snapshot => ({
  meetings: meetings.filter(isScheduled).map(({ id, version: _, isPinned: __, ...meeting }) => ({
    ...meeting,
    meetingId: id,
    childCode: '',
  })),
  people: [...new Set(meetings.flatMap(({ personIds }) => personIds))].map((personId) => ({
    ...{ personId, name: personId, side: 'partnership', role: '', email: '', strandId: null },
  })),
  strands: [],
  places: [],
});

const exportOf = (meetings: readonly MeetingWithPeople[]): TimetableExport => ({
  ...{ title: 'Bench', marking: 'OFFICIAL', version: 'Version 1', printedAt: NOW },
  ...{ dayStart: 540, dayEnd: 1020, columns: [], days: [] },
  meetings: meetings.filter(isScheduled).map(({ id, title, kind, day, start, minutes, personIds }) => ({
    ...{ id: id as MeetingId, title, kind, day, start, end: start + minutes, sequence: 1 },
    ...{ strandIds: [] as StrandId[], strands: [], people: personIds, place: 'Room 1', site: 'Civic Centre' },
  })),
});

/** The peer: the same calendar, put together and written by ical.js. */
const renderWithIcalJs = (view: TimetableExport): string => {
  const whole = new ICAL.Component('vcalendar');
  whole.updatePropertyWithValue('version', '2.0');
  whole.updatePropertyWithValue('prodid', '-//bench//EN');
  whole.updatePropertyWithValue('method', 'PUBLISH');
  for (const meeting of view.meetings) {
    const event = new ICAL.Component('vevent');
    const at = (minutes: number) => ICAL.Time.fromJSDate(new Date(londonInstant(meeting.day, minutes)), true);
    event.updatePropertyWithValue('uid', `${meeting.id}@bench`);
    event.updatePropertyWithValue('sequence', meeting.sequence);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(view.printedAt), true));
    event.updatePropertyWithValue('dtstart', at(meeting.start));
    event.updatePropertyWithValue('dtend', at(meeting.end));
    event.updatePropertyWithValue('summary', meeting.title);
    event.updatePropertyWithValue('location', `${meeting.place}, ${meeting.site}`);
    event.updatePropertyWithValue('description', `With: ${meeting.people.join(', ')}\n${view.marking}`);
    event.updatePropertyWithValue('class', 'PRIVATE');
    event.updatePropertyWithValue('transp', 'OPAQUE');
    whole.addSubcomponent(event);
  }
  return whole.toString();
};
