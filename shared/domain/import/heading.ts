import { cleanText } from './cells.ts';
import { plainLetters } from './names.ts';
import type { Cell, Row } from './table.ts';

/** Where the headings of a sheet are, and what they say; a column without a heading has an empty one. */
export type Header = {
  /** Counted from 0, the first of the one or two rows that hold headings. */
  readonly rowIndex: number;
  readonly rowCount: 1 | 2;
  readonly headings: readonly string[];
  /** Counted from 0, the first row that may hold data. */
  readonly firstDataRow: number;
  /** Cells in the heading row; a filled cell beyond them has no place in the table. */
  readonly width: number;
};

const searchedRows = 40;

/**
 * Gives the words of a heading in the form in which two ways of writing it are the same: no case, hard spaces,
 * dashes, question marks or apostrophes, and without a unit in brackets such as "(min)" or "(dd/mm/yyyy)".
 */
export function normaliseHeading(heading: string): string {
  return plainLetters(heading.replace(bracketedUnit, ' ').replace(/\*/g, ' '));
}

const bracketedUnit =
  /[([](?:mins?|minutes|hrs?|hours|y\/n|yes\/no|[dmy]{1,4}[/\-.][dmy]{1,4}[/\-.][dmy]{2,4}|hh:mm|24 ?hr|optional|required|mandatory)[)\]]/gi;

/** Gives the key by which a heading is looked up and remembered: its words run together, so that "E-mail" is "Email". */
export function headingKey(heading: string): string {
  return normaliseHeading(heading).replace(/ /g, '');
}

/**
 * Finds the headings of a sheet below title lines and blank rows, also when they take two rows: a second row
 * that splits the first ("Contact" over "E-mail" and "Tel") joins it as "Contact: E-mail", and a second row of
 * notes ("dd/mm/yyyy", "Y/N") is passed over. `known` holds the keys of headings that are looked for; null when
 * no row looks like headings.
 */
export function findHeader(rows: readonly Row[], known: ReadonlySet<string>): Header | null {
  const at = headingRow(rows, known);
  if (at === null) return null;
  const above = textsOf(rows[at - 1]);
  const own = textsOf(rows[at]);
  const below = textsOf(rows[at + 1]);
  const width = Math.max(rows[at]?.length ?? 0, 0);
  if (at > 0 && refines(above, own, known)) return twoRows(at - 1, joined(above, own), rows);
  if (refines(own, below, known)) return twoRows(at, joined(own, below), rows);
  const hasNotes = areNotes(rows[at + 1]);
  return {
    rowIndex: at,
    rowCount: hasNotes ? 2 : 1,
    headings: own,
    firstDataRow: at + (hasNotes ? 2 : 1),
    width,
  };
}

function twoRows(rowIndex: number, headings: readonly string[], rows: readonly Row[]): Header {
  const width = Math.max(rows[rowIndex]?.length ?? 0, rows[rowIndex + 1]?.length ?? 0);
  return { rowIndex, rowCount: 2, headings, firstDataRow: rowIndex + 2, width };
}

function headingRow(rows: readonly Row[], known: ReadonlySet<string>): number | null {
  let best: { readonly index: number; readonly score: number } | null = null;
  for (const [index, row] of rows.slice(0, searchedRows).entries()) {
    const score = scoreOf(row, known);
    if (score > 0 && (best === null || score > best.score)) best = { index, score };
  }
  return best?.index ?? plainHeadingRow(rows);
}

/** Several known headings, or most of the row: one known word alone may be a value in the data. */
function scoreOf(row: Row, known: ReadonlySet<string>): number {
  const filled = row.filter((cell) => cleanText(cell) !== null);
  const recognised = filled.filter((cell) => isKnown(cleanText(cell) ?? '', known)).length;
  if (recognised === 0 || (recognised === 1 && filled.length > 2)) return 0;
  const unlike = filled.filter((cell) => !looksLikeHeading(cell)).length;
  return 3 * recognised + filled.length - 3 * unlike;
}

/** Without a known heading: the first row of words that is about as wide as what follows. */
function plainHeadingRow(rows: readonly Row[]): number | null {
  const widest = Math.max(0, ...rows.slice(0, searchedRows).map((row) => filledCount(row)));
  const found = rows
    .slice(0, searchedRows)
    .findIndex(
      (row) =>
        filledCount(row) >= Math.max(2, Math.ceil(widest * 0.6)) &&
        row.every((cell) => cleanText(cell) === null || looksLikeHeading(cell)),
    );
  return found === -1 ? null : found;
}

function refines(top: readonly string[], sub: readonly string[], known: ReadonlySet<string>): boolean {
  const topFilled = top.filter(Boolean).length;
  const subFilled = sub.filter(Boolean).length;
  if (topFilled < 2 || subFilled === 0 || ![...top, ...sub].every((text) => !text || looksLikeHeading(text)))
    return false;
  const width = Math.max(top.length, sub.length);
  const columns = Array.from({ length: width }, (_, column) => ({
    top: top[column] ?? '',
    sub: sub[column] ?? '',
  }));
  const subFillsGaps = columns.some((column) => !column.top && column.sub);
  const topFillsGaps = columns.some((column) => column.top && !column.sub);
  const repeats = new Set(sub.filter(Boolean).map(headingKey)).size < subFilled;
  if (!subFillsGaps || (!topFillsGaps && !repeats)) return false;
  const subKnown = sub.filter((text) => text && isKnown(text, known)).length;
  if (subKnown * 2 >= subFilled) return true;
  const spans = columns.slice(0, -1).filter((column, index) => column.top && !columns[index + 1]?.top);
  const lastTop = columns.findLastIndex((column) => column.top);
  return (
    spans.length > 0 &&
    columns.every((column, index) => column.top || column.sub || index > lastTop) &&
    columns[0]?.sub === '' &&
    columns[0]?.top !== ''
  );
}

/** A heading of the first row carries over the blanks to its right, as a merged cell does. */
function joined(top: readonly string[], sub: readonly string[]): readonly string[] {
  let group = '';
  return Array.from({ length: Math.max(top.length, sub.length) }, (_, column) => {
    const upper = top[column] ?? '';
    const lower = sub[column] ?? '';
    if (upper) group = lower ? upper : '';
    if (!lower) return upper;
    return group ? `${group}: ${lower}` : lower;
  });
}

const note =
  /^(?:\(.*\)|(?:e\.?g\b|i\.?e\b|for example|example|format|max|min|select|enter|please|choose)\b.*|[dmy]{1,4}(?:[/\-. ][dmy]{1,4}){1,2}|hh:?mm.*|y\/n|yes\/no|y or n|yes or no|text|free text|number|numeric|date|required|optional|mandatory|minutes|mins|if (?:known|applicable|any)|drop-?down|as on .*|one per (?:row|line))$/i;

function areNotes(row: Row | undefined): boolean {
  const texts = textsOf(row).filter(Boolean);
  const notes = texts.filter((text) => note.test(text));
  const isExample = /^(?:e\.?g\b|example\b|for example\b)/i.test(texts[0] ?? '');
  return texts.length > 0 && (isExample || notes.length * 2 > texts.length);
}

function isKnown(text: string, known: ReadonlySet<string>): boolean {
  return known.has(headingKey(text));
}

function looksLikeHeading(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell === null;
  const text = cleanText(cell) ?? '';
  return (
    text.length <= 90 &&
    /\p{L}/u.test(text) &&
    !/@|\d{4}[-/]\d|\d{1,2}[/.]\d{1,2}[/.]\d{2}|^\d{1,2}[:.]\d\d|\d{5}/.test(text)
  );
}

function textsOf(row: Row | undefined): readonly string[] {
  return (row ?? []).map((cell) => cleanText(cell)?.replace(/\s+/g, ' ') ?? '');
}

function filledCount(row: Row): number {
  return row.filter((cell) => cleanText(cell) !== null).length;
}
