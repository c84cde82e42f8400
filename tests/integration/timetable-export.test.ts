import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { readKeptGrid } from '../../main/services/import/grid-import.ts';
import { readTable } from '../../main/services/import/read-table.ts';
import { listZip, unpackXml } from '../../main/services/import/xlsx-archive.ts';
import { readPeople } from '../../main/services/people.ts';
import { moveMeeting, readTimetable, removeMeeting } from '../../main/services/timetable.ts';
import {
  exportTimetable,
  renderTimetable,
  type TimetableFormat,
} from '../../main/services/timetable-export/export-timetable.ts';
import { exportView } from '../../main/services/timetable-export/view.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import type { PlaceId, StrandId } from '../../shared/domain/ids.ts';
import { aChild } from '../support/child-builders.ts';
import { readIcs } from '../support/ics-reader.ts';
import { readWithIcalJs } from '../support/second-ics-reader.ts';
import { silentOutside, type TempEngagement, tempEngagement, testNow } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson, addedPlace } from '../support/timetable-builders.ts';

const tuesday = '2026-11-24';
const wednesday = '2026-11-25';

let temp: TempEngagement;
let ctx: Context;
let start: string | undefined;
let jo: StrandId;
let ann: StrandId;
let room: PlaceId;

beforeAll(async () => {
  temp = await tempEngagement({ frameworkId: 'blank', title: 'Aldermere, review; one' });
  ctx = temp.ctx;
  for (const { id } of readTimetable(ctx).meetings) removeMeeting(ctx, { id });
  const strandOf = (name: string) =>
    addedPerson(ctx, { name, side: 'inspection' }).strandId ?? ('' as StrandId);
  [jo, ann] = [strandOf('Jo Pike'), strandOf('Ann Roe')];
  room = addedPlace(ctx, { name: 'Room 2.14' }).id;
  start = readHistory(ctx).undo?.id;
});
afterAll(() => temp.close());
afterEach(() => {
  while (readHistory(ctx).undo?.id !== start) undoLast(ctx);
});

const viewOf = (given: { readonly day?: string | null; readonly withInitials?: boolean } = {}) =>
  exportView(ctx.db, testNow, { day: null, withInitials: false, ...given });
const rendered = (format: TimetableFormat, given: Parameters<typeof viewOf>[0] = {}) =>
  renderTimetable(viewOf(given), format, silentOutside);
const calendar = async () => readIcs(await rendered('ics'));
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const daySheet = async (name: string, given: Parameters<typeof viewOf>[0] = {}) => {
  const sheets = await readXlsxFile(Buffer.from(await rendered('xlsx', given)));
  return sheets.find((one) => one.sheet === name)?.data ?? [];
};

/** The text of a part of a Word document. */
async function partOf(bytes: Buffer, name: RegExp): Promise<string> {
  const parts = unpackXml(bytes, listZip(bytes) ?? []);
  return [...parts].find(([own]) => name.test(own))?.[1].toString('utf8') ?? '';
}

/** A meeting of each kind that an export has to get right, on two days. */
function aTimetable(): void {
  const sarah = addedPerson(ctx, { name: 'Sarah Lindqvist', role: 'SENCO' });
  addedMeeting(ctx, { title: 'Joint commissioning', strandIds: [jo], personIds: [sarah.id], placeId: room });
  addedMeeting(ctx, { title: 'Team meeting', kind: 'team', start: 540, minutes: 30, strandIds: [jo, ann] });
  addedMeeting(ctx, { title: 'Lunch', kind: 'block', start: 750, minutes: 45, strandIds: [jo, ann] });
  addedMeeting(ctx, { title: 'SENDIASS', day: wednesday, start: 570, minutes: 45, strandIds: [ann] });
  addedMeeting(ctx, { title: 'In the tray', day: null, start: null, strandIds: [ann] });
}

describe('the calendar', () => {
  it('holds each scheduled meeting as one private event in UTC, for publishing', async () => {
    aTimetable();

    const { calendar: head, events } = await calendar();

    expect(head).toMatchObject({
      VERSION: '2.0',
      METHOD: 'PUBLISH',
      'X-WR-CALNAME': 'Aldermere, review; one',
    });
    expect(events.map((event) => event.SUMMARY)).toEqual([
      'Team meeting',
      'Joint commissioning',
      'Lunch',
      'SENDIASS',
    ]);
    const [, joint] = events;
    expect(joint).toMatchObject({
      DTSTAMP: '20261124T104200Z',
      DTSTART: '20261124T100000Z',
      DTEND: '20261124T110000Z',
      LOCATION: 'Room 2.14, Civic Centre',
      CLASS: 'PRIVATE',
    });
    expect(joint?.DESCRIPTION).toContain('Inspection team: Jo Pike\nWith: Sarah Lindqvist');
  });

  it.each([
    ['the last Sunday of March, after the clocks go forward', '2026-03-29', '20260329T090000Z'],
    ['the Monday after', '2026-03-30', '20260330T090000Z'],
    ['the Friday before', '2026-03-27', '20260327T100000Z'],
    ['the last Sunday of October, after the clocks go back', '2026-10-25', '20261025T100000Z'],
    ['the Monday after that', '2026-10-26', '20261026T100000Z'],
    ['the Friday before that', '2026-10-23', '20261023T090000Z'],
  ])('gives 10am in London its right moment on %s', async (_, day, moment) => {
    addedMeeting(ctx, { day });

    const { events } = await calendar();

    const anHourLater = moment.replace(
      /T(\d\d)/,
      (_, hour: string) => `T${String(Number(hour) + 1).padStart(2, '0')}`,
    );
    expect(events[0]).toMatchObject({ DTSTART: moment, DTEND: anHourLater });
    const [second] = readWithIcalJs(await rendered('ics'));
    expect(second?.start.replaceAll(/[-:]|\.000/g, '')).toBe(moment);
    expect(second?.end.replaceAll(/[-:]|\.000/g, '')).toBe(anHourLater);
  });

  it('keeps a meeting’s UID and raises its SEQUENCE with every change, an undone one included', async () => {
    const meeting = addedMeeting(ctx);
    const sequences: number[] = [];
    const uids = new Set<string>();
    const note = async () => {
      const [event] = (await calendar()).events;
      sequences.push(Number(event?.SEQUENCE));
      uids.add(event?.UID ?? '');
    };

    await note();
    moveMeeting(ctx, { id: meeting.id, version: 1, day: tuesday, start: 660 });
    await note();
    undoLast(ctx);
    await note();

    expect(uids).toEqual(new Set([`${meeting.id}@lano-desk`]));
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
  });

  it('folds and escapes whatever a title holds', async () => {
    const title = `Families’ views; “co-production”, \\ and ${'sgrîn gŵyl 🎪 '.repeat(10)}`.trim();
    addedMeeting(ctx, { title });

    const { events } = await calendar();

    expect(events[0]?.SUMMARY).toBe(title);
  });
});

describe('what leaves the file', () => {
  it.each(['ics', 'csv', 'xlsx', 'pdf', 'docx'] as const)('holds no child’s name as %s', async (format) => {
    const { id: childId } = addChild(ctx, aChild({ forename: 'Jaden', surname: 'Tarrow' }));
    const mother = addedPerson(ctx, { name: 'Karen Tarrow', role: 'Mother of Jaden', sector: 'family' });
    addedMeeting(ctx, {
      title: 'Tracking meeting: Jaden TARROW',
      kind: 'child',
      childId,
      personIds: [mother.id],
    });
    let html = '';
    const outside = {
      printPdf: async (page: string) => {
        html = page;
        return new Uint8Array();
      },
    };

    const bytes = await renderTimetable(viewOf(), format, outside);

    const read =
      format === 'docx'
        ? await partOf(Buffer.from(bytes), /word\/document\.xml/)
        : format === 'xlsx'
          ? JSON.stringify(await readXlsxFile(Buffer.from(bytes)))
          : format === 'pdf'
            ? html
            : textOf(bytes);
    const unfolded = read.replaceAll('\r\n ', '');
    expect(unfolded).not.toMatch(/jaden|tarrow/i);
    expect(unfolded).toContain('Tracking meeting: Child A');
    expect(unfolded).toContain('Mother of Child A');
  });

  it('has initials for people on a wall copy, in titles and columns too, but not for posts', async () => {
    const sarah = addedPerson(ctx, { name: 'Sarah Lindqvist' });
    const post = addedPerson(ctx, { name: 'CQC inspector 2' });
    const personIds = [sarah.id, post.id];
    addedMeeting(ctx, { title: 'Coffee with Sarah Lindqvist', strandIds: [jo], personIds });

    const csv = textOf(await rendered('csv', { withInitials: true }));

    expect(csv).not.toMatch(/Lindqvist|Pike/);
    // A post is nobody's name, and two of them would be the same initials.
    expect(csv).toContain('Coffee with SL,2026-11-24,10:00,60,JP,SL; CQC inspector 2');
  });

  it('keeps to the day that is chosen', () => {
    aTimetable();

    expect(viewOf({ day: wednesday }).meetings.map((meeting) => meeting.title)).toEqual(['SENDIASS']);
    expect(viewOf({ day: wednesday }).days).toEqual([wednesday]);
  });
});

describe('the flat list', () => {
  it('reads back as the columns that an import knows', async () => {
    aTimetable();

    const bytes = await rendered('csv');
    const rows = parse(textOf(bytes), { bom: true, columns: true }) as Record<string, string>[];

    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toEqual({
      ...{
        Meeting: 'Joint commissioning',
        Date: tuesday,
        Start: '10:00',
        Minutes: '60',
        Inspectors: 'Jo Pike',
      },
      ...{ Attendees: 'Sarah Lindqvist', Room: 'Room 2.14', End: '11:00', Site: 'Civic Centre' },
      Kind: 'Leaders and governance',
      Version: 'Draft, not published, written Tue 24 Nov, 10:42am',
    });
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', '  =1+1', '\t=1'])(
    'takes the sting out of %j',
    async (title) => {
      addedMeeting(ctx, { title });

      const [row] = parse(textOf(await rendered('csv')), { bom: true, columns: true }) as Record<
        string,
        string
      >[];
      const sheet = await daySheet('Tue 24 Nov');
      expect(row?.Meeting).toBe(`'${title}`);
      expect(sheet.flat()).toContain(`'${title}`.trim());
    },
  );
});

describe('the workbook', () => {
  it('has a sheet for each day in the shape people know, and a flat list', async () => {
    aTimetable();

    const sheets = await readXlsxFile(Buffer.from(await rendered('xlsx')));

    expect(sheets.map((one) => one.sheet)).toEqual(['Tue 24 Nov', 'Wed 25 Nov', 'All meetings']);
    expect(sheets[0]?.data).toEqual([
      ['Aldermere, review; one: Tuesday 24 November 2026', null, null, null],
      ['Time', 'Strand 1\nLead', 'Jo Pike', 'Ann Roe'],
      ['9am to 9:30am', null, 'Team meeting', null],
      ['10am to 11am', null, 'Joint commissioning\nRoom: Room 2.14\nSarah Lindqvist', null],
      ['12:30pm to 1:15pm', null, 'Lunch', null],
      [
        'OFFICIAL-SENSITIVE. Draft, not published. Printed Tuesday 24 November 2026, 10:42am',
        ...[null, null, null],
      ],
      ['Made with LANO Desk', null, null, null],
    ]);
    const list = sheets.at(-1)?.data ?? [];
    expect(list[2]?.slice(0, 4)).toEqual([
      'Joint commissioning',
      new Date('2026-11-24T00:00:00.000Z'),
      '10:00',
      60,
    ]);
  });

  it('gives a row the height of its fullest cell, for programs that do not work it out', async () => {
    aTimetable();

    const sheet = await partOf(Buffer.from(await rendered('xlsx')), /sheet1\.xml$/);

    expect([...sheet.matchAll(/<row [^>]*? ht="([\d.]+)"/g)].map(([, height]) => Number(height))).toEqual([
      ...[22, 30, 17, 43, 17],
    ]);
  });

  it('is printed a day a page, with the heads on each page of the list and the marking at every foot', async () => {
    aTimetable();
    const bytes = Buffer.from(await rendered('xlsx'));

    const [day, list] = await Promise.all([partOf(bytes, /sheet1\.xml$/), partOf(bytes, /sheet3\.xml$/)]);
    const setUp = (sheet: string) => /<pageSetup[^>]*>/.exec(sheet)?.[0];

    expect(setUp(day)).toMatch(/paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="1"/);
    expect(setUp(list)).toMatch(/paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    expect(day).toContain('<oddFooter>&amp;LOFFICIAL-SENSITIVE&amp;RPage &amp;P of &amp;N</oddFooter>');
    expect(await partOf(bytes, /xl\/workbook\.xml$/)).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="2">'All meetings'!$1:$1</definedName>`,
    );
  });

  it('gives meetings that overlap in one column rows of their own, and those without a strand a column', async () => {
    const both = { overrideReason: 'Both' };
    addedMeeting(ctx, { title: 'First', strandIds: [jo] });
    addedMeeting(ctx, { title: 'Second', strandIds: [jo], start: 630, ...both });
    addedMeeting(ctx, { title: 'Third', strandIds: [jo], ...both });
    addedMeeting(ctx, { title: 'Nobody’s', start: 900 });

    const [, heads, ...rows] = await daySheet('Tue 24 Nov');

    const jos = heads?.indexOf('Jo Pike') ?? -1;
    expect(heads?.at(-1)).toBe('No strand');
    expect(rows.slice(0, 4).map((row) => [row[0], row[jos], row.at(-1)])).toEqual([
      ['10am to 11am', 'First', null],
      ['10am to 11am', 'Third', null],
      ['10:30am to 11:30am', 'Second', null],
      ['3pm to 4pm', null, 'Nobody’s'],
    ]);
  });
});

describe('the Word document', () => {
  it('has each day with its times and strands, the version, and what the workbook says', async () => {
    aTimetable();

    const bytes = Buffer.from(await rendered('docx'));
    const { value: html } = await mammoth.convertToHtml({ buffer: bytes });

    expect(html.match(/<h1>.*?<\/h1>/g)?.map((one) => one.replaceAll(/<[^>]*>/g, ''))).toEqual([
      'Tuesday 24 November 2026',
      'Wednesday 25 November 2026',
    ]);
    const [first = ''] = html.match(/<table>.*?<\/table>/s) ?? [];
    const rows = first
      .split('</tr>')
      .map((row) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
          cell.replaceAll('</p><p>', ' / ').replaceAll(/<[^>]*>/g, ''),
        ),
      );
    expect(rows.slice(0, 4)).toEqual([
      ['Time', 'Strand 1 / Lead', 'Jo Pike', 'Ann Roe'],
      ['9am to 9:30am', '', 'Team meeting'],
      ['10am to 11am', '', 'Joint commissioning / Room 2.14. Sarah Lindqvist', ''],
      ['12:30pm to 1:15pm', '', 'Lunch'],
    ]);
    const header = await partOf(bytes, /word\/header\d+\.xml/);
    expect(header).toContain('OFFICIAL-SENSITIVE. Draft, not published. Printed Tuesday 24 November 2026');
  });
});

describe('sheets', () => {
  const printed = async (input: Partial<Parameters<typeof exportTimetable>[1]>) => {
    let html = '';
    const outside = {
      ...silentOutside,
      chooseSavePath: async () => join(temp.folder, 'sheets.pdf'),
      printPdf: async (page: string) => {
        html = page;
        return new Uint8Array([1]);
      },
    };
    await exportTimetable({ ...ctx, outside }, { format: 'pdf', day: null, withInitials: false, ...input });
    return html;
  };
  const titles = (html: string) => [...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, title]) => title);

  it('gives each person a page with what they are in, the team first, or one person alone', async () => {
    aTimetable();

    const html = await printed({ sheet: 'people' });
    const sarah = readPeople(ctx).people.find(({ name }) => name === 'Sarah Lindqvist');
    const alone = await printed({ sheet: 'people', onlyId: sarah?.id ?? null });

    expect(titles(html)).toEqual(['Jo Pike', 'Ann Roe', 'Sarah Lindqvist']);
    expect(titles(alone)).toEqual(['Sarah Lindqvist']);
    expect(alone).toContain('Joint commissioning</td><td>Room 2.14, Civic Centre</td><td>Jo Pike</td>');
    expect(html).toContain('Team meeting</td><td></td><td>Ann Roe</td>');
    expect(alone).toContain('Draft, not published. Printed Tuesday 24 November 2026, 10:42am.');
  });

  it('gives each room a page, and says on a door neither who is in nor which child it is about', async () => {
    aTimetable();
    const { id: childId } = addChild(ctx, aChild({ forename: 'Jaden', surname: 'Tarrow' }));
    addedMeeting(ctx, { title: 'Jaden’s plan', kind: 'child', childId, start: 840, placeId: room });

    const rooms = await printed({ sheet: 'rooms' });
    const doors = await printed({ sheet: 'doors', day: tuesday });

    expect(titles(rooms)).toEqual(['Room 2.14']);
    expect(rooms).toMatch(/Child A.s plan/);
    expect(doors).toContain('Private meeting');
    expect(doors).toContain('Joint commissioning');
    expect(doors).not.toMatch(/Child A|Jaden|Lindqvist|Jo Pike/);
  });

  it('says so where nobody, or no room, has a meeting', async () => {
    addedMeeting(ctx, { title: 'Nobody’s' });

    await expect(printed({ sheet: 'rooms' })).rejects.toMatchObject({ code: 'timetable/empty' });
  });
});

describe('a grid that is written and imported again', () => {
  const strandOf = () => [jo, ann];
  const someMeeting = fc.record({
    title: fc.constantFrom(
      'Lunch',
      'Forum (Teams)',
      'Arrive',
      '=1+1',
      '-',
      'Triangulation',
      'Room 2',
      'Day 2',
      'Ann',
    ),
    day: fc.constantFrom(tuesday, wednesday),
    slot: fc.integer({ min: 0, max: 90 }),
    minutes: fc.constantFrom(15, 45, 60, 90),
    strands: fc.subarray([0, 1]),
    isInRoom: fc.boolean(),
  });

  // Two of one name, time and room in different strands cannot be told from one of both.
  const someMeetings = fc.uniqueArray(someMeeting, {
    minLength: 2,
    maxLength: 8,
    selector: ({ title, day, slot, minutes, strands, isInRoom }) =>
      [title, day, slot, minutes, strands.length === 0, isInRoom].join('|'),
  });

  const ofOneName = [[], [0]].map((strands) => ({
    ...{ title: 'Day 2', day: wednesday, slot: 1, minutes: 15, strands, isInRoom: true },
  }));

  const aroundMidnight = [0, 90].map((slot) => ({
    ...{ title: 'Lunch', day: tuesday, slot, minutes: 90, strands: [0], isInRoom: false },
  }));

  it('has the same days, times, strands and titles', async () => {
    await fc.assert(
      fc.asyncProperty(someMeetings, async (given) => {
        for (const { title, day, slot, minutes, strands, isInRoom } of given)
          addedMeeting(ctx, {
            ...{ title, day, minutes, start: slot * 15, kind: 'leaders', overrideReason: 'On purpose' },
            strandIds: strands.flatMap((at) => strandOf()[at] ?? []),
            placeId: isInRoom ? room : null,
          });

        const table = await readTable(await rendered('xlsx'), 'again.xlsx');
        const read = readKeptGrid(ctx, table);

        const written = viewOf().meetings.map(({ day, start, end, strands, title }) =>
          [day, start, end - start, strands.join('+'), title].join('|'),
        );
        const found = read?.reading.meetings.map(({ day, start, minutes, strands, title }) =>
          [day, start, minutes, strands.join('+'), title].join('|'),
        );
        while (readHistory(ctx).undo?.id !== start) undoLast(ctx);
        expect(found?.sort()).toEqual(written.sort());
      }),
      { numRuns: 25, examples: [[ofOneName], [aroundMidnight]] },
    );
  });
});

describe('LibreOffice', () => {
  const office = ['soffice', 'libreoffice'].find(
    (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  if (!office)
    console.log('LibreOffice is not installed, so it does not open the workbook and the document here.');

  it.skipIf(!office).each([
    ['xlsx', 3],
    ['docx', 2],
  ] as const)('opens the %s and prints a full day on one page', async (format, pages) => {
    aTimetable();
    for (let start = 540; start < 1020; start += 60)
      addedMeeting(ctx, {
        ...{ title: `Focus group at ${start}`, start, minutes: 45, strandIds: [ann], placeId: room },
        overrideReason: 'A full day',
      });
    const path = join(temp.folder, `office.${format}`);
    writeFileSync(path, await rendered(format));

    const folder = ['--outdir', temp.folder, `-env:UserInstallation=file://${temp.folder}/office`];
    const run = spawnSync(office ?? '', ['--headless', '--convert-to', 'pdf', ...folder, path]);

    expect(run.status).toBe(0);
    const printed = readFileSync(join(temp.folder, 'office.pdf'));
    expect((await getDocument({ data: new Uint8Array(printed) }).promise).numPages).toBe(pages);
  });
});

describe('exportTimetable', () => {
  const to = (name: string | null): Context => ({
    ...ctx,
    outside: {
      ...silentOutside,
      chooseSavePath: async (_, suggested) => {
        suggestions.push(suggested);
        return name && join(temp.folder, name);
      },
    },
  });
  const suggestions: string[] = [];
  const all = { day: null, withInitials: false } as const;

  it.each(['ics', 'csv', 'xlsx', 'pdf', 'docx'] as const)(
    'writes %s where the user says, under a neutral name',
    async (format) => {
      aTimetable();
      const name = `out.${format}`;

      expect(await exportTimetable(to(name), { ...all, format })).toEqual({ saved: true });
      expect(await exportTimetable(to(name), { ...all, format, day: tuesday })).toEqual({ saved: true });

      expect(suggestions.slice(-2)).toEqual([`timetable.${format}`, `timetable-2026-11-24.${format}`]);
      expect(readFileSync(join(temp.folder, name)).length).toBeGreaterThan(40);
    },
  );

  it('writes nothing when the dialog is closed', async () => {
    aTimetable();

    expect(await exportTimetable(to(null), { ...all, format: 'csv' })).toEqual({ saved: false });
    expect(existsSync(join(temp.folder, 'timetable.csv'))).toBe(false);
  });

  it('says so when nothing is scheduled, and when the place cannot be written to', async () => {
    await expect(exportTimetable(to('x.csv'), { ...all, format: 'csv' })).rejects.toMatchObject({
      code: 'timetable/empty',
    });

    aTimetable();
    await expect(exportTimetable(to('no-such/x.csv'), { ...all, format: 'csv' })).rejects.toMatchObject({
      code: 'disk/cannot-write',
    });
  });
});
