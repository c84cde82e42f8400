import ical, {
  escape as escapeText,
  ICalCalendarMethod,
  ICalEventClass,
  type ICalEventData,
  ICalEventTransparency,
} from 'ical-generator';
import { formatInstantLong, londonInstant } from '../../../shared/domain/time.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

/**
 * The timetable as one calendar to open or publish (RFC 5545, METHOD:PUBLISH). Times are in UTC: no meeting recurs, so
 * a moment says all there is to say, and no reader has to understand a time zone of ours. A meeting keeps its UID, and
 * its SEQUENCE rises with each change, so that a calendar that had it before moves it and does not double it.
 */
export function renderIcs(view: TimetableExport): Uint8Array {
  const calendar = ical({
    // The generator escapes every text but these two.
    name: escapeText(view.title, false),
    description: escapeText(`${view.version}, written ${formatInstantLong(view.printedAt)}`, false),
    prodId,
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const meeting of view.meetings) calendar.createEvent(eventOf(view, meeting));
  return calendarBytes(calendar);
}

/** Who wrote a calendar. */
export const prodId = { company: 'LANO Desk', product: 'Timetable', language: 'EN' } as const;

/** A calendar as the bytes of a file: each line ends in CRLF, the last one too (RFC 5545, 3.1), which the generator leaves out. */
export function calendarBytes(calendar: { readonly toString: () => string }): Uint8Array {
  return new TextEncoder().encode(`${calendar.toString().trimEnd()}\r\n`);
}

/** A meeting as an event, in every calendar the same: its UID stays, whatever becomes of it. */
export function eventOf(
  { marking, printedAt }: Pick<TimetableExport, 'marking' | 'printedAt'>,
  meeting: ExportMeeting,
): ICalEventData {
  return {
    id: `${meeting.id}@lano-desk`,
    sequence: meeting.sequence,
    stamp: new Date(printedAt),
    start: instant(meeting, meeting.start),
    end: instant(meeting, meeting.end),
    summary: meeting.title,
    location: [meeting.place, meeting.site].filter(Boolean).join(', ') || null,
    description: descriptionOf(marking, meeting),
    class: ICalEventClass.PRIVATE,
    transparency: meeting.kind === 'block' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

const instant = ({ day }: ExportMeeting, minutes: number) => new Date(londonInstant(day, minutes));

function descriptionOf(marking: string, { strands, people }: ExportMeeting): string {
  return [
    strands.length > 0 ? `Inspection team: ${strands.join(', ')}` : '',
    people.length > 0 ? `With: ${people.join(', ')}` : '',
    marking,
  ]
    .filter(Boolean)
    .join('\n');
}
