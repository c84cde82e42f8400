import type { IsoDate, MinuteOfDay, Minutes } from '../time.ts';
import { formatTime } from '../time-words.ts';
import { readEnd, readEndOfRange, readMinutes, readStart } from './cell-times.ts';
import { readDate, readList, readName, readText } from './cells.ts';
import type { Finished, Target } from './target.ts';

/** A meeting as a row of a timetable gives it; without a day or a start it has no slot yet. */
export type MeetingRow = {
  readonly title: string;
  readonly day: IsoDate | null;
  /** Minutes after midnight, London wall time. */
  readonly start: MinuteOfDay | null;
  /** Null when the row gives neither a length nor an end. */
  readonly minutes: Minutes | null;
  /** Names from the inspection side, as typed: people or strands. */
  readonly inspectors: readonly string[];
  /** Names from the partnership side, as typed. */
  readonly attendees: readonly string[];
  /** The room as typed; it may not be known yet. */
  readonly place: string | null;
  readonly notes: string | null;
};

export type MeetingDraft = Omit<MeetingRow, 'title'> & {
  readonly title: string | null;
  readonly end: MinuteOfDay | null;
};

const shortest = 5;
const longest = 720;

/** Reads a list of meetings: one row for each, with a length or an end, people parted by semicolons. */
export const meetingsTarget: Target<MeetingDraft, MeetingRow> = {
  kind: 'meetings',
  label: 'Meetings',
  refusedHeadings: [],
  needsOneOf: ['title'],
  fields: [
    {
      field: 'title',
      label: 'Meeting',
      required: true,
      synonyms: [
        ...[
          'title',
          'subject',
          'meeting title',
          'meeting name',
          'name',
          'activity',
          'session',
          'event',
          'what',
          'topic',
        ],
        ...['name of meeting', 'focus', 'item', 'description', 'meeting or activity', 'theme'],
      ],
      parse: readName,
    },
    {
      field: 'day',
      label: 'Date',
      required: false,
      synonyms: [
        'day',
        'meeting date',
        'date of meeting',
        'start date',
        'when',
        'meeting day',
        'day and date',
      ],
      parse: readDate,
    },
    {
      field: 'start',
      label: 'Start',
      required: false,
      synonyms: [
        'start time',
        'time',
        'from',
        'starts',
        'begin',
        'begins',
        'meeting time',
        'time of meeting',
        'times',
      ],
      parse: readStart,
    },
    {
      field: 'minutes',
      label: 'Minutes',
      required: false,
      synonyms: ['duration', 'length', 'mins', 'min', 'how long', 'duration in minutes', 'length in minutes'],
      parse: readMinutes(shortest, longest),
    },
    {
      field: 'end',
      label: 'End',
      required: false,
      synonyms: ['end time', 'finish', 'finish time', 'to', 'until', 'ends', 'finishes'],
      parse: readEnd,
      orFrom: { field: 'start', parse: readEndOfRange },
    },
    {
      field: 'inspectors',
      label: 'Inspectors',
      required: false,
      synonyms: [
        ...[
          'inspector',
          'inspection team',
          'peers',
          'peer',
          'peer team',
          'team',
          'strand',
          'strands',
          'inspector names',
        ],
        ...[
          'from inspection team',
          'inspector or inspectors',
          'led by',
          'lead inspector',
          'inspection side',
          'reviewers',
        ],
      ],
      parse: readList,
    },
    {
      field: 'attendees',
      label: 'Attendees',
      required: false,
      synonyms: [
        ...[
          'attendee',
          'participants',
          'people',
          'who',
          'invitees',
          'invited',
          'with',
          'partnership',
          'names',
          'staff',
        ],
        ...[
          'from partnership',
          'required attendees',
          'partnership side',
          'who attends',
          'attending',
          'interviewees',
        ],
      ],
      parse: readList,
    },
    {
      field: 'place',
      label: 'Room',
      required: false,
      synonyms: ['place', 'location', 'venue', 'where', 'room name', 'room or link', 'meeting room', 'site'],
      parse: readName,
    },
    {
      field: 'notes',
      label: 'Notes',
      required: false,
      synonyms: ['note', 'comment', 'comments', 'logistics', 'remarks', 'other', 'details'],
      parse: readText(2000),
    },
  ],
  finish: finishMeeting,
};

function finishMeeting(draft: MeetingDraft): Finished<MeetingRow> {
  const { end, title, ...rest } = draft;
  const spanned = rest.start !== null && end !== null ? end - rest.start : null;
  const values = { title: title ?? '', ...rest, minutes: rest.minutes ?? spanned };
  const refusal = refusalOf(values, end, spanned);
  const disagrees = spanned !== null && rest.minutes !== null && spanned !== rest.minutes;
  const problems = disagrees
    ? [
        {
          field: 'minutes',
          reason: `The length is ${rest.minutes} minutes, but start and end are ${spanned} apart; the length was taken.`,
          raw: String(rest.minutes),
        },
      ]
    : [];
  return { values, problems, guessed: [], ...(refusal === null ? {} : { refusal }) };
}

function refusalOf(
  { title, start, minutes }: MeetingRow,
  end: MinuteOfDay | null,
  spanned: Minutes | null,
): string | null {
  if (title.length > 200) return 'The title is longer than 200 characters.';
  if (start !== null && end !== null && spanned !== null && spanned <= 0)
    return `The meeting ends at ${formatTime(end)}, before it starts at ${formatTime(start)}.`;
  if (start !== null && minutes !== null && start + minutes > 1440)
    return `The meeting starts at ${formatTime(start)} and lasts ${minutes} minutes, which runs past midnight.`;
  if (minutes !== null && minutes < shortest) return `The meeting is shorter than ${shortest} minutes.`;
  if (minutes !== null && minutes > longest) return `The meeting is longer than ${longest / 60} hours.`;
  return null;
}
