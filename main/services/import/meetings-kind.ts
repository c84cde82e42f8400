import { meetingIdentity } from '../../../shared/domain/import/duplicates.ts';
import {
  type MeetingDraft,
  type MeetingRow,
  meetingsTarget,
} from '../../../shared/domain/import/target-meetings.ts';
import { formatDayShort, formatDuration, formatTime } from '../../../shared/domain/time-words.ts';
import { takenDays } from './clear-days.ts';
import { gridRows } from './grid-import.ts';
import { filled, type ImportKind } from './kind.ts';
import { knownMeetings } from './known-meetings.ts';
import { type Meant, type MeantPlace, readMeetingNames } from './meeting-names.ts';
import { meetingReader } from './meeting-reading.ts';
import { putMeetings, usualMinutes } from './put-meetings.ts';

/** Rows of a timetable become meetings; clashes are not refused here, they show in the timetable. */
export const meetingsKind: ImportKind<MeetingDraft, MeetingRow> = {
  target: meetingsTarget,
  identity: meetingIdentity,
  noun: { one: 'meeting', many: 'meetings' },
  isAboutChildren: false,
  readGrid: gridRows,
  known: knownMeetings,
  show: ({ day, start, minutes, inspectors, attendees, ...texts }) =>
    filled({
      ...texts,
      day: day && formatDayShort(day),
      start: start === null ? null : formatTime(start),
      minutes: minutes === null ? null : formatDuration(minutes),
      inspectors: inspectors.join('; '),
      attendees: attendees.join('; '),
    }),
  label: ({ title }) => title,
  refuse: () => null,
  observe: (db, _, said) => {
    const names = readMeetingNames(db, said);
    const read = meetingReader(db);
    return ({ values }) => [
      ...timeNotes(values),
      ...childNotes(read(values)),
      ...kindNotes(read(values)),
      // What a grid's words mean was confirmed before.
      ...(said ? [] : values.inspectors).flatMap((name) =>
        nameNotes(name, names.inspector(name), 'a strand is added for them'),
      ),
      ...(said ? [] : values.attendees).flatMap((name) =>
        nameNotes(name, names.attendee(name), 'they are added to the people'),
      ),
      ...(said || values.place === null ? [] : placeNotes(values.place, names.place(values.place))),
    ];
  },
  taken: takenDays,
  put: putMeetings,
};

function timeNotes({ day, start, minutes }: MeetingRow): readonly string[] {
  return [
    ...(day === null || start === null
      ? [`There is no ${day === null ? 'day' : 'start'}, so it goes to the tray.`]
      : []),
    ...(minutes === null ? [`There is no length; ${usualMinutes} minutes are taken.`] : []),
  ];
}

/** What is no meeting is said to be none, as nobody will be told of it. */
function kindNotes({ guess }: ReturnType<ReturnType<typeof meetingReader>>): readonly string[] {
  return guess.kind === 'block' ? ['Taken for a block: it keeps the time, and nobody is asked to it.'] : [];
}

function childNotes(reading: ReturnType<ReturnType<typeof meetingReader>>): readonly string[] {
  const label = reading.childLabel;
  const link =
    label === null
      ? []
      : reading.childId
        ? [`It is linked to ${label}.`]
        : [`There is no ${label} yet, so it is not linked to a child.`];
  return [...(reading.hadName ? ['A child’s name in it becomes the child’s code.'] : []), ...link];
}

function nameNotes(name: string, meant: Meant, added: string): readonly string[] {
  if (meant.as === 'new') return [`“${name}” is new: ${added}.`];
  if (meant.as !== 'unsure') return [];
  if (meant.candidates.length === 0) return [`“${name}” is kept in the notes.`];
  const who = meant.candidates.map((candidate) => `“${candidate}”`).join(' or ');
  return [`“${name}” may be ${who}; nobody is put in, and the name is kept in the notes.`];
}

function placeNotes(name: string, meant: MeantPlace): readonly string[] {
  if (meant.as === 'new') return [`${name} is a new place.`];
  if (meant.as !== 'unsure') return [];
  if (meant.candidates.length === 0) return [`${name} is kept in the notes.`];
  return [`${name} may be ${meant.candidates.join(' or ')}; no place is set, and it is kept in the notes.`];
}
