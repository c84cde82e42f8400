import { stringify } from 'csv-stringify/sync';
import { meetingKindLabels } from '../../../shared/domain/meeting.ts';
import { formatInstantShort, formatTime } from '../../../shared/domain/time-words.ts';
import { guarded } from '../document/guard.ts';
import type { ExportMeeting, TimetableExport } from './view.ts';

/** The headings of the flat list; an import knows the first seven as its own. */
export const flatHeadings = [
  'Meeting',
  'Date',
  'Start',
  'Minutes',
  'Inspectors',
  'Attendees',
  'Room',
  'End',
  'Site',
  'Kind',
];

/** A meeting as a row under `flatHeadings`, guarded against formulas. */
export function flatRow(meeting: ExportMeeting): readonly string[] {
  return [
    meeting.title,
    meeting.day,
    formatTime(meeting.start, '24'),
    String(meeting.end - meeting.start),
    meeting.strands.join('; '),
    meeting.people.join('; '),
    meeting.place,
    formatTime(meeting.end, '24'),
    meeting.site,
    meetingKindLabels[meeting.kind],
  ].map(guarded);
}

/** The timetable as comma-separated values in UTF-8, with the mark by which Excel knows that. */
export function renderCsv(view: TimetableExport): Uint8Array {
  const version = `${view.version}, written ${formatInstantShort(view.printedAt)}`;
  const rows = [
    [...flatHeadings, 'Version'],
    ...view.meetings.map((meeting) => [...flatRow(meeting), version]),
  ];
  return new TextEncoder().encode(stringify(rows, { bom: true, record_delimiter: 'windows' }));
}
