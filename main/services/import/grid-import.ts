import type { PersonId, PlaceId, StrandId } from '../../../shared/domain/ids.ts';
import { type GridMeeting, type GridReading, readGrid } from '../../../shared/domain/import/grid.ts';
import { indexNames, matchName, shortRoomName } from '../../../shared/domain/import/name-match.ts';
import { plainLetters } from '../../../shared/domain/import/names.ts';
import type { ReadRows } from '../../../shared/domain/import/rows.ts';
import type { Table } from '../../../shared/domain/import/table.ts';
import type { MeetingRow } from '../../../shared/domain/import/target-meetings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { GridChoice, GridMatch, GridPart, GridPreview } from '../../../shared/ipc/imports.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { people, places, strands } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { readEngagement } from '../engagement.ts';
import type { KeptGrid } from './kept-imports.ts';
import {
  type Meant,
  type MeantPlace,
  nothingSaid,
  readMeetingNames,
  type SaidNames,
} from './meeting-names.ts';

/** Reads a workbook as a hand-made grid, with a first guess at what its columns are; null when it is none. */
export function readKeptGrid(ctx: Context, table: Table): KeptGrid | null {
  const names = indexNames(listRows(ctx.db, people));
  const rooms = new Set(listRows(ctx.db, places).map(({ name }) => plainLetters(name)));
  const columns = new Set(listRows(ctx.db, strands).map(({ name }) => name));
  const reading = readGrid(table, {
    days: readEngagement(ctx).timetableDays,
    isStrand: (heading) => columns.has(heading),
    isPerson: (text) => matchName(text, names).state === 'matched',
    isPlace: (text) => rooms.has(plainLetters(text)),
  });
  return reading && { reading, said: firstGuess(ctx.db, reading) };
}

/** The meetings of a grid as rows of a list, numbered from 1 in its order. */
export function gridRows({ meetings }: GridReading): ReadRows<MeetingRow> {
  return {
    rows: meetings.map((meeting, at) => ({
      rowNumber: at + 1,
      values: {
        ...{ title: meeting.title, day: meeting.day, start: meeting.start },
        minutes: soundMinutes(meeting),
        ...{ inspectors: meeting.strands, attendees: meeting.names, place: meeting.place },
        notes: meeting.notes.join('\n') || null,
      },
      problems: [],
      guessed: [],
    })),
    badRows: [],
    skippedBlank: 0,
    skippedHeadings: 0,
    refusedColumns: [],
  };
}

const soundMinutes = ({ minutes }: GridMeeting): number | null =>
  minutes !== null && minutes >= 5 && minutes <= 720 ? minutes : null;

/** "Strand A" is the first strand, where no strand is called that; rooms are known by what they are called for short. */
function firstGuess(db: ReadableDb, { strands: headings, meetings }: GridReading): SaidNames {
  const names = readMeetingNames(db);
  const inOrder = listRows(db, strands, {}, ['position']);
  const guessed = new Map<string, Meant>();
  for (const { heading } of headings) {
    const meant = names.inspector(heading);
    if (meant.as === 'strand') continue;
    const letter = /^(?:strand|pair|team|group)\s+([a-z]|\d)\b/i.exec(heading)?.[1]?.toLowerCase() ?? '';
    const at = /\d/.test(letter) ? Number(letter) - 1 : letter.charCodeAt(0) - 97;
    const strand = letter === '' ? undefined : inOrder[at];
    guessed.set(heading, strand ? { as: 'strand', id: strand.id } : { as: 'new' });
  }
  const known = listRows(db, places);
  const rooms = new Map<string, MeantPlace>();
  for (const { place } of meetings) {
    if (place === null || names.place(place).as !== 'new') continue;
    const meant = shortRoomName(place, known);
    if (meant) rooms.set(place, { as: 'place', id: meant.id as PlaceId });
  }
  return { ...nothingSaid, strands: guessed, places: rooms };
}

/** Takes what the user says a heading, a name or a room of a grid means. Fails with `record/not-found` for an unknown id. */
export function settleGrid(
  db: ReadableDb,
  { reading, said }: KeptGrid,
  { part, text, choice }: { readonly part: GridPart; readonly text: string; readonly choice: GridChoice },
): KeptGrid {
  const plain = choice === 'new' ? ({ as: 'new' } as const) : ({ as: 'unsure', candidates: [] } as const);
  const isPlain = choice === 'new' || choice === 'notes';
  if (!isPlain && !idsOf(db, part).includes(choice)) throw new AppError('record/not-found');
  if (part === 'places') {
    const meant: MeantPlace = isPlain ? plain : { as: 'place', id: choice as PlaceId };
    return { reading, said: { ...said, places: new Map([...said.places, [text, meant]]) } };
  }
  const meant: Meant = isPlain
    ? plain
    : part === 'strands'
      ? { as: 'strand', id: choice as StrandId }
      : { as: 'person', id: choice as PersonId };
  return { reading, said: { ...said, [part]: new Map([...said[part], [text, meant]]) } };
}

function idsOf(db: ReadableDb, part: GridPart): readonly string[] {
  if (part === 'strands') return listRows(db, strands).map(({ id }) => id);
  return (part === 'people' ? listRows(db, people) : listRows(db, places)).map(({ id }) => id);
}

/** A grid as the wizard shows it: what each heading, name and room means, what was not read, and each meeting. */
export function previewGrid(db: ReadableDb, { reading, said }: KeptGrid): GridPreview {
  const names = readMeetingNames(db, said);
  const { meetings } = reading;
  const byPart = { strands: said.strands, people: said.people, places: said.places };
  const matchesOf = (
    part: GridPart,
    counts: ReadonlyMap<string, number>,
    look: (text: string) => Meant | MeantPlace,
  ): readonly GridMatch[] =>
    [...counts].map(([text, count]) => {
      const meant = look(text);
      return {
        text,
        second: part === 'strands' ? secondOf(reading, text) : '',
        count,
        choice: meant.as === 'new' ? 'new' : meant.as === 'unsure' ? 'notes' : meant.id,
        isSure: meant.as !== 'new' && meant.as !== 'unsure' && !byPart[part].has(text),
      };
    });
  return {
    strands: matchesOf(
      'strands',
      countIn(meetings, (one) => one.strands),
      names.inspector,
    ),
    people: matchesOf(
      'people',
      countIn(meetings, (one) => one.names),
      names.attendee,
    ),
    places: matchesOf(
      'places',
      countIn(meetings, (one) => (one.place ? [one.place] : [])),
      names.place,
    ),
    options: {
      strands: listRows(db, strands, {}, ['position']).map(option),
      people: listRows(db, people, {}, ['name']).map(option),
      places: listRows(db, places, {}, ['name']).map(option),
    },
    unread: reading.unread,
    meetings: meetings.map((meeting, at) => ({ rowNumber: at + 1, ...meeting })),
  };
}

const option = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

const secondOf = ({ strands: headings }: GridReading, text: string): string =>
  headings.find(({ heading }) => heading === text)?.second ?? '';

function countIn(
  meetings: readonly GridMeeting[],
  wordsOf: (meeting: GridMeeting) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const meeting of meetings)
    for (const word of wordsOf(meeting)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
