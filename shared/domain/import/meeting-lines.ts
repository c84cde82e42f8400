import type { MeetingKind } from '../meeting.ts';
import type { Minutes } from '../time.ts';
import { guessMeeting } from './guess-meeting.ts';
import { isFullName } from './person-text.ts';
import { soundsLikeOrganisation, soundsLikeRole } from './words.ts';

/** A meeting typed as one line. Every word of the line is in the title, the length, a name, or the rest. */
export type MeetingLine = {
  readonly title: string;
  readonly kind: MeetingKind;
  /** Null when the line does not say how long it takes. */
  readonly minutes: Minutes | null;
  readonly names: readonly string[];
  /** What stands after the names and is none. */
  readonly rest: readonly string[];
};

const longest = 720;
const lengthWords = /(\d{1,3})\s*(?:m|mins?|minutes?)|(\d(?:[.]\d{1,2})?)\s*(?:h|hrs?|hours?)/;
const wholeLength = new RegExp(`^(?:${lengthWords.source})$`, 'i');
const lengthAtEnd = new RegExp(`\\s*\\(?(?:${lengthWords.source})\\)?$`, 'i');

/**
 * Reads meetings out of lines such as "Focus group: SENCOs, 45 min, Priya Raman". The title goes on over commas until
 * a length or a name: whoever `isKnown` says is known, or what can only be a forename and a surname.
 */
export function readMeetingLines(text: string, isKnown: (name: string) => boolean): readonly MeetingLine[] {
  return text.split(/\r?\n/).flatMap((line) => readLine(line, isKnown) ?? []);
}

function readLine(line: string, isKnown: (name: string) => boolean): MeetingLine | null {
  const plain = line.replace(/^\s*(?:[-*•·‣▪◦–—]+|\d{1,2}[.)])\s+/, '').trim();
  if (!/[\p{L}\p{N}]/u.test(plain)) return null;
  const isName = (words: string) =>
    isKnown(words) || (isFullName(words) && !soundsLikeOrganisation(words) && !soundsLikeRole(words));
  // A comma in brackets parts nothing.
  const [first = '', ...parts] = plain.split(/\s*[,;\t]\s*(?![^()]*\))/);
  const inTitle = lengthAtEnd.exec(first);
  const shortened = inTitle ? first.slice(0, inTitle.index).trim() : '';
  let minutes = inTitle && shortened ? minutesIn(inTitle) : null;
  let title = minutes === null ? first.trim() : shortened;
  const names: string[] = [];
  const rest: string[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const length = wholeLength.exec(part);
    const several = part.split(/\s+(?:and|&)\s+/);
    if (length && minutes === null && minutesIn(length) !== null) minutes = minutesIn(length);
    else if (isName(part)) names.push(part);
    else if (several.length > 1 && several.every(isName)) names.push(...several);
    else if (names.length === 0) title = title === '' ? part : `${title}, ${part}`;
    else rest.push(part);
  }
  if (title === '') return null;
  return { title, kind: guessMeeting(title).kind, minutes, names: [...new Set(names)], rest };
}

function minutesIn([, minutes, hours]: RegExpExecArray): Minutes | null {
  const length = minutes ? Number(minutes) : Math.round(Number(hours) * 60);
  return length >= 5 && length <= longest ? length : null;
}
