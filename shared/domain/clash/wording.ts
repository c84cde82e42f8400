import { type ClockStyle, formatTime, formatTimeRange } from '../time-words.ts';
import type { Placed } from './world.ts';

/** Writes a list as people say it: "Jo Pike", "Jo Pike and Ruth Calder", "Jo Pike, Ruth Calder and 2 others". */
export function listed(words: readonly string[], word = 'and'): string {
  const [first = '', second = '', third] = words;
  if (words.length < 2) return first;
  if (words.length === 2) return `${first} ${word} ${second}`;
  return words.length === 3
    ? `${first}, ${second} ${word} ${third}`
    : `${first}, ${second} ${word} ${words.length - 2} others`;
}

/** When another meeting is in the way of one's own: "until 2:30pm", "from 3pm", or "from 3pm to 3:30pm" in the middle of it. */
export function sharedTime(own: Placed, other: Placed, clock: ClockStyle): string {
  if (other.start <= own.start) return `until ${formatTime(other.end, clock)}`;
  return other.end < own.end
    ? `from ${formatTimeRange(other.start, other.end, clock)}`
    : `from ${formatTime(other.start, clock)}`;
}
