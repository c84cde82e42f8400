import { londonInstant } from '../../../shared/domain/time.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

/**
 * The timetable as one calendar to open or publish (RFC 5545, METHOD:PUBLISH). Times are in UTC: no meeting recurs, so
 * a moment says all there is to say, and no reader has to understand a time zone of ours. A meeting keeps its UID, and
 * its SEQUENCE rises with each change, so that a calendar that had it before moves it and does not double it.
 */
export function renderIcs(view: TimetableExport): Uint8Array {
  const description = `${view.version}, written ${formatInstantLong(view.printedAt)}`;
  return calendarFile(
    { method: 'PUBLISH', name: view.title, description },
    view.meetings.map((meeting) => eventOf(view, meeting)),
  );
}

/** A meeting as an event, in every calendar the same: its UID stays, whatever becomes of it. */
export function eventOf(
  { marking, printedAt }: Pick<TimetableExport, 'marking' | 'printedAt'>,
  meeting: ExportMeeting,
): CalendarEvent {
  return {
    uid: `${meeting.id}@lano-desk`,
    sequence: meeting.sequence,
    stamp: printedAt,
    start: londonInstant(meeting.day, meeting.start),
    end: londonInstant(meeting.day, meeting.end),
    summary: meeting.title,
    location: [meeting.place, meeting.site].filter(Boolean).join(', '),
    description: descriptionOf(marking, meeting),
    isFree: meeting.kind === 'block',
  };
}

function descriptionOf(marking: string, { strands, people }: ExportMeeting): string {
  return [
    strands.length > 0 ? `Inspection team: ${strands.join(', ')}` : '',
    people.length > 0 ? `With: ${people.join(', ')}` : '',
    marking,
  ]
    .filter(Boolean)
    .join('\n');
}
