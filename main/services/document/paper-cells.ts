import { formatDayLong, type IsoDate } from '../../../shared/domain/time.ts';
import type { PaperBlock } from './paper.ts';

/** A block whose every word went through `safe`. */
export function safeBlock(block: PaperBlock, safe: (words: string) => string): PaperBlock {
  if (block.is === 'list') return { ...block, items: block.items.map(safe) };
  if (block.is === 'table')
    return { ...block, caption: safe(block.caption), rows: block.rows.map((row) => row.map(safe)) };
  return { ...block, text: safe(block.text) };
}

/** Some words in a cell, one below another; the empty ones left out. */
export const below = (...words: readonly (string | false | null | undefined)[]): string =>
  words.filter(Boolean).join('\n');

/** A day in a cell; nothing where there is none. */
export const dayCell = (date: IsoDate | null): string => (date === null ? '' : formatDayLong(date));
