import { cleanText, readDate } from './import/cells.ts';
import { headingKey } from './import/heading.ts';
import type { Row, Sheet } from './import/table.ts';
import { parseDate } from './parse-time.ts';
import type { IsoDate } from './time.ts';

export type ReadEntry = { readonly date: IsoDate; readonly what: string; readonly source: string };

export type ReadChronology = {
  readonly entries: readonly ReadEntry[];
  /** Lines or rows that could not be read, each in a sentence. */
  readonly problems: readonly string[];
};

const dated =
  /^[\s•*–-]*(\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+\d{4})(?:\s*[-–—:,;|\t]\s*|\s+)(\S.*)$/u;
const closingSource = /\s*[([]([^()[\]]{2,120})[)\]]\s*$/;

/**
 * Reads a pasted chronology: a line that begins with a date begins an entry, and a line that does not goes on with it.
 * "(CAMHS notes)" at the end of an entry is its source; without one it is `source`.
 */
export function readPastedChronology(text: string, source: string): ReadChronology {
  const pieces: { date: IsoDate; what: string }[] = [];
  const problems: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    const match = dated.exec(line);
    const read = match?.[1] ? parseDate(match[1].replace(/(\d)(?:st|nd|rd|th)\b/, '$1')) : null;
    const last = pieces.at(-1);
    if (read?.ok && match?.[2])
      pieces.push({ date: read.value, what: match[2].replaceAll(/\s+/g, ' ').trim() });
    else if (match && read && !read.ok) problems.push(`“${line.trim().slice(0, 60)}”: ${read.reason}`);
    else if (last) last.what = `${last.what} ${line.trim()}`;
    else problems.push(`“${line.trim().slice(0, 60)}” has no date before it.`);
  }
  const entries = pieces.map(({ date, what }) => {
    const own = closingSource.exec(what)?.[1];
    return {
      date,
      what: (own ? what.replace(closingSource, '') : what).slice(0, 1000),
      source: own ?? source,
    };
  });
  return { entries: entries.filter(({ what }) => what !== ''), problems };
}

const columnsOf = {
  date: ['date', 'when', 'dateofevent', 'eventdate', 'contactdate'],
  what: [
    'event',
    'what',
    'whathappened',
    'details',
    'detail',
    'description',
    'summary',
    'contact',
    'notes',
    'significantevent',
  ],
  source: ['source', 'agency', 'service', 'organisation', 'recordedby', 'team', 'provider'],
} as const;

/**
 * Reads a chronology out of a sheet with a column for the date, one for what happened, and perhaps one for the source;
 * null where no row looks like such headings.
 */
export function readChronologySheet(sheet: Sheet, source: string): ReadChronology | null {
  for (const [at, row] of sheet.rows.slice(0, 20).entries()) {
    const keys = row.map((cell) => headingKey(cleanText(cell) ?? ''));
    const find = (names: readonly string[]) => keys.findIndex((key) => names.includes(key));
    const [date, what, from] = [find(columnsOf.date), find(columnsOf.what), find(columnsOf.source)];
    if (date >= 0 && what >= 0) return readRowsBelow(sheet.rows, at, { date, what, from }, source);
  }
  return null;
}

type Columns = { readonly date: number; readonly what: number; readonly from: number };

function readRowsBelow(
  rows: readonly Row[],
  at: number,
  { date, what, from }: Columns,
  source: string,
): ReadChronology {
  const entries: ReadEntry[] = [];
  const problems: string[] = [];
  rows.slice(at + 1).forEach((row, index) => {
    const words = cleanText(row[what] ?? null);
    const day = readDate(row[date] ?? null);
    if (words === null && cleanText(row[date] ?? null) === null) return;
    const where = `Row ${at + index + 2}`;
    if (!day.ok) problems.push(`${where}: ${day.reason}`);
    else if (day.value === null) problems.push(`${where} has no date.`);
    else if (words === null) problems.push(`${where} does not say what happened.`);
    else {
      const own = from < 0 ? null : cleanText(row[from] ?? null);
      entries.push({ date: day.value, what: words.slice(0, 1000), source: (own ?? source).slice(0, 160) });
    }
  });
  return { entries, problems };
}
