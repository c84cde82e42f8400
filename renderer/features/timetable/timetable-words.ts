import { listed } from '../../../shared/domain/clash/wording.ts';
import type { ClashRule } from '../../../shared/domain/clash.ts';
import { counted } from '../../../shared/domain/counted.ts';
import { type MeetingWithPeople, meetingKindLabels } from '../../../shared/domain/meeting.ts';
import type { Minutes } from '../../../shared/domain/time.ts';
import { formatDayLong, formatDuration, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { isOpenClash, isOpenWarning, type ShownClash, type Timetable, titleOf } from './timetable-model.ts';

/** A clash in two or three words, for a card. */
export const shortRules: Readonly<Record<ClashRule, string>> = {
  'person-twice': 'In two places',
  'room-twice': 'Room taken',
  'outside-hours': 'Outside hours',
  'tight-travel': 'Tight travel',
  'no-lunch': 'No lunch',
  'sector-missing': 'Sector missing',
  'consent-missing': 'No consent',
  'room-too-small': 'Room too small',
  'room-unsuitable': 'Room unsuitable',
  'person-away': 'Somebody away',
  'room-away': 'Room not free',
  'room-reset': 'No time between',
  'no-break': 'No break',
  'long-day': 'Long day',
  'own-casework': 'Own casework team',
  'peers-split': 'Pair is split',
  'school-hours': 'Outside school hours',
  'no-keep-in-touch': 'No keep in touch',
  'no-triangulation': 'No triangulation',
  'visit-label': 'Not labelled',
  'non-attribution': 'No reminder',
};

/** "2 clashes", "1 clash". */
export const countClashes = (count: number): string => counted(count, 'clash', 'clashes');
/** "2 warnings", "1 warning". */
export const countWarnings = (count: number): string => counted(count, 'warning', 'warnings');
/** "8 people", "1 person". */
export const countPeople = (count: number): string => counted(count, 'person', 'people');

/** "3h", "4h 15m": a length of time where there is little room. */
export function shortDuration(minutes: Minutes): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours}h`, (rest > 0 || hours === 0) && `${rest}m`].filter(Boolean).join('\u00a0');
}

/** Where a meeting is, or would be, for people who listen: "Tuesday 24 November 2026, 2pm to 3pm, Margaret Osei". */
export function whenAndWho(
  timetable: Timetable,
  meeting: Pick<MeetingWithPeople, 'day' | 'start' | 'minutes' | 'strandIds'>,
): string {
  if (meeting.day === null || meeting.start === null)
    return [
      meeting.day === null ? 'not scheduled' : `no time yet on ${formatDayLong(meeting.day)}`,
      formatDuration(meeting.minutes),
    ].join(', ');
  const time = formatTimeRange(meeting.start, meeting.start + meeting.minutes, timetable.clock);
  return [formatDayLong(meeting.day), time, strandsOf(timetable, meeting)].filter(Boolean).join(', ');
}

/** The strands of a meeting in words; "all strands" when it is in every one of several. */
export function strandsOf(timetable: Timetable, { strandIds }: Pick<MeetingWithPeople, 'strandIds'>): string {
  const own = timetable.strands.filter((strand) => strandIds.includes(strand.id));
  if (own.length > 2 && own.length === timetable.strands.length) return 'all strands';
  return listed(own.map(timetable.names.strandName));
}

/** Words that stand by themselves begin with a capital: "All strands". */
export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The name of the meeting's place, or nothing. */
export function placeName(timetable: Timetable, { placeId }: Pick<MeetingWithPeople, 'placeId'>): string {
  return placeId === null ? '' : (timetable.index.places.get(placeId)?.name ?? '');
}

/** A card's accessible name: title, kind, day, time, strand, place, people, and what is wrong. */
export function cardLabel(timetable: Timetable, meeting: MeetingWithPeople): string {
  const place = placeName(timetable, meeting);
  const parts = [
    titleOf(meeting, timetable.names),
    meetingKindLabels[meeting.kind],
    whenAndWho(timetable, meeting),
    place,
    meeting.personIds.length > 0 && countPeople(meeting.personIds.length),
    meeting.isPinned && 'Pinned',
    clashWords(timetable.clashesOf.get(meeting.id) ?? []),
  ];
  return parts.filter(Boolean).join('. ');
}

/** "2 clashes: ..." with their sentences, for people who listen; empty when nothing is wrong. */
export function clashWords(clashes: readonly ShownClash[]): string {
  const hard = clashes.filter(isOpenClash);
  const soft = clashes.filter(isOpenWarning);
  return [
    hard.length > 0 && `${countClashes(hard.length)}: ${sentences(hard)}`,
    soft.length > 0 && `${countWarnings(soft.length)}: ${sentences(soft)}`,
  ]
    .filter(Boolean)
    .join('. ');
}

const sentences = (clashes: readonly ShownClash[]): string =>
  clashes.map((clash) => clash.sentence).join('; ');
