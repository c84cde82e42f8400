import { IsoInstant, londonWallTime } from '../../../../shared/domain/time.ts';
import { formatDayLong, formatTime } from '../../../../shared/domain/time-words.ts';

/** The day in London of a date as mail writes it (RFC 5322, 3.3); null where it is none. */
export function dayOf(text: string): string | null {
  const at = instantOf(text);
  return at && londonWallTime(at).date;
}

/** The same for people to read, "Monday 23 November 2026, 9:12am"; as it was written where it is none. */
export function whenOf(text: string): string {
  const at = instantOf(text);
  if (!at) return text;
  const { date, minutes } = londonWallTime(at);
  return `${formatDayLong(date)}, ${formatTime(minutes)}`;
}

function instantOf(text: string): IsoInstant | null {
  const at = Date.parse(text.replace(/\([^)]*\)/g, ''));
  return Number.isNaN(at) ? null : (IsoInstant.safeParse(new Date(at).toISOString()).data ?? null);
}
