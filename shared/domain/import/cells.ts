import { parseDate } from '../parse-time.ts';
import { type Parsed, parsed, refused } from '../parsed.ts';
import { Sector } from '../sector.ts';
import type { IsoDate } from '../time.ts';
import type { Cell } from './table.ts';

/** Reads one cell into a value of a field; a blank cell gives the field's empty value. */
export type ReadCell<T> = (cell: Cell) => Parsed<T>;

const blankWords = new Set([
  ...['', '-', '--', '---', '.', '?', 'n/a', 'n.a.', 'n.a', 'n\\a', '#n/a', 'n/k', 'nk', 'n.k.', 'not known'],
  ...['unknown', 'not applicable', 'none', 'nil', 'null', 'blank', 'tbc', 'tba', 't.b.c.', 'to be confirmed'],
]);

/**
 * Gives the words of a cell without stray, hard or invisible spaces; null when it is empty or only says that
 * there is nothing to say ("N/A", "n/k", "not known", "-", "TBC").
 */
export function cleanText(cell: Cell): string | null {
  const text = tidy(rawText(cell));
  return blankWords.has(text.toLowerCase().replace(/[‐-―−]/g, '-')) ? null : text;
}

/** Gives a cell as the user would see it, for showing beside the reason it was refused. */
export function rawText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.date.replace('T', ' ');
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  return String(cell);
}

/** Reads words up to a length; longer text is refused rather than cut. */
export function readText(longest: number): ReadCell<string | null> {
  return (cell) => {
    const text = cleanText(cell);
    if (text !== null && text.length > longest)
      return refused(`The text is ${text.length} characters long; there is room for ${longest}.`);
    return parsed(text);
  };
}

/** Reads a name on one line, as typed: SHOUTED names keep their capitals, since only their owner knows the case. */
export const readName: ReadCell<string | null> = (cell) => {
  const text = cleanText(cell)
    ?.replace(/\s+/g, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
  return readText(160)(text ?? null);
};

/** Reads a date: a real date cell, an Excel day number, 24/11/2026 (day first), 2026-11-24 or 24 November 2026. */
export const readDate: ReadCell<IsoDate | null> = (cell) => {
  if (typeof cell === 'number') return parseDate(compactDate(String(cell)) ?? cell);
  const text = cleanText(cell);
  if (text === null) return parsed(null);
  const day = text.replace(/^(.*\d)(?:T|,? (?:at )?)\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?Z?$/, '$1');
  return parseDate(compactDate(day) ?? day);
};

/** Reads Y/N, yes/no, true/false, 1/0 and ticks; words may follow, as in "Yes - portable kit". */
export const readFlag: ReadCell<boolean | null> = (cell) => {
  const text = cleanText(cell);
  if (text === null) return parsed(null);
  const word = /^[\p{L}\d✓✔☑✗✘☒]+/u.exec(text.toLowerCase())?.[0] ?? '';
  if (['y', 'yes', 'true', 't', '1', 'x', '✓', '✔', '☑'].includes(word)) return parsed(true);
  if (['n', 'no', 'false', 'f', '0', '✗', '✘', '☒'].includes(word)) return parsed(false);
  return refused(`"${text}" is neither yes nor no.`);
};

/** Reads a whole number between two bounds, also as "25 people", "approx. 25" or "25.0". */
export function readWhole(least: number, most: number): ReadCell<number | null> {
  return (cell) => {
    const text = cleanText(cell);
    if (text === null) return parsed(null);
    const match =
      /^(?:approx(?:imately)?\.?|about|up to|max\.?|c\.|~)? ?(-?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.0+)?(?: ?[\p{L}. ]+)?$/iu.exec(
        text,
      );
    const value = Number((match?.[1] ?? '').replace(/,/g, ''));
    if (!match || !Number.isSafeInteger(value)) return refused(`"${text}" is not a whole number.`);
    if (value < least) return refused(`"${text}" is less than ${least}.`);
    if (value > most) return refused(`"${text}" is more than ${most}.`);
    return parsed(value);
  };
}

/** Reads one of the six sectors by its name, its letter or a common word for it. */
export const readSector: ReadCell<Sector | null> = (cell) => {
  const text = cleanText(cell);
  if (text === null) return parsed(null);
  const key = text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const sector = Sector.options.find((option) => option === key || sectorWords[option].includes(key));
  return sector ? parsed(sector) : refused(`"${text}" is not one of the six sectors.`);
};

const sectorWords: Readonly<Record<Sector, readonly string[]>> = {
  education: ['e', 'edu', 'educ', 'school', 'schools', 'school or college', 'la education', 'early years'],
  health: ['h', 'nhs', 'icb', 'health service', 'la health', 'public health'],
  care: ['c', 'social care', 'sc', 'csc', 'children s social care', 'childrens social care', 'asc'],
  family: ['f', 'families', 'family', 'parent', 'parents', 'parent carer', 'parents and carers', 'pcf'],
  voluntary: ['v', 'vcs', 'vcse', 'voluntary and community', 'voluntary sector', 'charity', 'third sector'],
  elected: [
    'm',
    'member',
    'members',
    'elected member',
    'elected members',
    'councillor',
    'councillors',
    'political',
  ],
};

/** Reads an e-mail address, also out of "Hallie Lang <hallie@council.example>" or a mailto link. */
export const readEmail: ReadCell<string | null> = (cell) => {
  const text = cleanText(cell);
  if (text === null) return parsed(null);
  const address = (/<([^<>]+)>/.exec(text)?.[1] ?? text)
    .replace(/^mailto:/i, '')
    .replace(/^[\s;,]+|[\s;,.]+$/g, '');
  if (/^[^\s@<>()[\],;:]+@[^\s@<>()[\],;:]+\.[^\s@<>()[\],;:]+$/.test(address) && address.length <= 254)
    return parsed(address);
  return refused(`"${text}" is not one e-mail address.`);
};

/** Reads a phone number as typed; a number cell of ten digits gets back the zero that a spreadsheet drops. */
export const readPhone: ReadCell<string | null> = (cell) => {
  const text = cleanText(cell)?.replace(/^['`](?=[\d+(])/, '') ?? null;
  const isShorn = typeof cell === 'number' && text !== null && /^[1-9]\d{9}$/.test(text);
  return readText(60)(isShorn ? `0${text}` : text);
};

/** Reads names parted by semicolons, slashed lines or line breaks, or by commas where each part is a full name. */
export const readList: ReadCell<readonly string[]> = (cell) => {
  const text = cleanText(cell);
  if (text === null) return parsed([]);
  const parts = /[;\n|]/.test(text) ? text.split(/[;\n|]/) : splitAtCommas(text);
  const names = parts.map((part) => cleanText(part)?.replace(/^[\s,•*]+|[\s,]+$/g, '') ?? '').filter(Boolean);
  return parsed([...new Set(names)]);
};

function splitAtCommas(text: string): readonly string[] {
  const parts = text.split(/,(?![^(]*\))/).map((part) => part.trim());
  return parts.every((part) => /\s/.test(part)) ? parts : [text];
}

function compactDate(text: string): string | null {
  const match = /^((?:19|20)\d\d)([01]\d)([0-3]\d)$/.exec(text);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}

/** Most cells of a large file are plain words, one space apart. */
const alreadyTidy = /^[!-~]+(?: [!-~]+)*$/;

function tidy(text: string): string {
  if (alreadyTidy.test(text)) return text;
  return text
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]|(?![\n\r\t])\p{Cc}/gu, '')
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}
