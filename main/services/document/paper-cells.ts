import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';

/** Some words in a cell, one below another; the empty ones left out. */
export const below = (...words: readonly (string | false | null | undefined)[]): string =>
  words.filter(Boolean).join('\n');

/** A day in a cell; nothing where there is none. */
export const dayCell = (date: IsoDate | null): string => (date === null ? '' : formatDayLong(date));
