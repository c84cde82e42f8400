import type { IsoInstant } from '../../../shared/domain/time.ts';

/** Somebody in a calendar: what to call them, and an address that can stand in a line. */
export type CalendarPerson = { readonly name: string; readonly email: string };

export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: IsoInstant;
  readonly start: IsoInstant;
  readonly end: IsoInstant;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** Whether those in it are free meanwhile. */
  readonly isFree: boolean;
  readonly status?: 'CONFIRMED' | 'CANCELLED';
  readonly organiser?: CalendarPerson;
  /** With the parameters that say what is asked of them: "ROLE=REQ-PARTICIPANT;RSVP=TRUE". */
  readonly attendee?: CalendarPerson & { readonly parameters: string };
};

export type CalendarHead = {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  readonly name?: string;
  readonly description?: string;
};

/**
 * Events as a calendar file (RFC 5545): UTF-8, lines of at most 75 octets that end in CRLF, texts escaped, moments in UTC.
 * Ours and not a library's: it is little more than the folding, over which the usual one takes most of its time.
 */
export function calendarFile(head: CalendarHead, events: readonly CalendarEvent[]): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//LANO Desk//Timetable//EN',
    `METHOD:${head.method}`,
    ...(head.name ? [`NAME:${text(head.name)}`, `X-WR-CALNAME:${text(head.name)}`] : []),
    ...(head.description ? [`X-WR-CALDESC:${text(head.description)}`] : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(`${lines.map(folded).join('\r\n')}\r\n`);
}

function eventLines(event: CalendarEvent): readonly string[] {
  const { organiser, attendee } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${moment(event.stamp)}`,
    `DTSTART:${moment(event.start)}`,
    `DTEND:${moment(event.end)}`,
    `SUMMARY:${text(event.summary)}`,
    ...(event.location ? [`LOCATION:${text(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${text(event.description)}`] : []),
    'CLASS:PRIVATE',
    `TRANSP:${event.isFree ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(event.status ? [`STATUS:${event.status}`] : []),
    ...(organiser ? [`ORGANIZER;CN="${parameter(organiser.name)}":mailto:${organiser.email}`] : []),
    ...(attendee
      ? [`ATTENDEE;CN="${parameter(attendee.name)}";${attendee.parameters}:mailto:${attendee.email}`]
      : []),
    'END:VEVENT',
  ];
}

const moment = (instant: IsoInstant) => instant.replaceAll(/[-:]|\.\d+/g, '');

/** 3.3.11: a backslash before what would end the text, and a line break as the letter n. */
const text = (words: string) =>
  words
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** 3.1: between quotes stands anything but quotes and control characters; some readers stop at more. */
const parameter = (words: string) => words.replaceAll(/[\p{Cc}";:,\\]/gu, ' ').trim();

/** 3.1: lines of at most 75 octets; what follows begins with one space. No letter is cut in two. */
function folded(line: string): string {
  if (line.length <= 75 && /^[ -~]*$/.test(line)) return line;
  let lines = '';
  let octets = 0;
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      lines += '\r\n ';
      octets = 1;
    }
    lines += letter;
    octets += size;
  }
  return lines;
}
