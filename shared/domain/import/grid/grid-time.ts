import { readEndOfRange, readStart } from '../cell-times.ts';
import { cleanText } from '../cells.ts';
import type { Cell } from '../table.ts';

/** When a row of a grid is; `end` is null where only a start is given. */
export type GridTime = { readonly start: number; readonly end: number | null };

const earliest = 7 * 60;
const halfDay = 12 * 60;

/**
 * Reads a row's time however it is spelt: "09:00 - 10:00", "10.15-11.15", "3.45pm", "0900 to 1000hrs", "from 9am".
 * Without am, pm or a leading zero, an hour before 7 is taken for the afternoon. Null for anything else.
 */
export function readGridTime(cell: Cell): GridTime | null {
  if (typeof cell === 'number' && (cell >= 1 || cell <= 0)) return null;
  const text = cleanText(cell);
  if (text === null || text.length > 40 || (typeof cell === 'string' && !/\d|noon|midday/i.test(text)))
    return null;
  const plain = typeof cell === 'string' ? spelt(text) : cell;
  const start = readStart(plain);
  if (!start.ok || start.value === null) return null;
  const end = readEndOfRange(plain);
  // A leading zero is a 24-hour clock's.
  const isSaid = typeof cell !== 'string' || /[ap]\.?m\b|noon|midday|^0\d/i.test(text);
  const first = later(start.value, isSaid);
  // Midnight, as an end, is that of the day's end.
  const last = end.ok && end.value !== null ? later(end.value || 2 * halfDay, isSaid) : null;
  return { start: first, end: last !== null && last > first ? last : null };
}

const later = (minutes: number, isSaid: boolean): number =>
  !isSaid && minutes < earliest ? minutes + halfDay : minutes;

function spelt(text: string): string {
  return (
    text
      .replace(/\n/g, ' - ')
      .replace(/^(?:from|at|approx\.?|c\.|circa)\s+/i, '')
      .replace(/\s*(?:onwards?|hrs|hours|o'?clock)\b\.?/gi, '')
      .replace(/\s*(?:→|>|\/)\s*/g, ' - ')
      // "9 - 10.30am" keeps its am; a bare hour such as "9 - 10" gets its minutes.
      .replace(/(?<![\d:.])(\d{1,2})(?=\s*(?:[-‐-―−]|to\b|until\b|$))(?!.*[ap]\.?m)/gi, '$1:00')
      .trim()
  );
}
