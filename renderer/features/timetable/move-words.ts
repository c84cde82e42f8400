import { listed } from '../../../shared/domain/clash/wording.ts';
import type { Clash } from '../../../shared/domain/clash.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { Alternative } from './alternatives.ts';
import type { Candidate } from './move-candidate.ts';
import type { Verdict } from './move-check.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { countClashes, countWarnings, placeName, whenAndWho } from './timetable-words.ts';

/** Said when a meeting is picked up for the keys. */
export function liftedWords(
  timetable: Timetable,
  meeting: MeetingWithPeople,
  at: Candidate,
  more = '',
): string {
  if (more)
    return `Moving ${titleOf(meeting, timetable.names)}${more} together. ${sentence(whereWords(timetable, at))} Up and down move them by slot, Page up and Page down change the day. Enter puts them down, Escape puts them back.`;
  const keys =
    'Arrow keys move it by slot and column, Shift with up or down changes its length, Page up and Page down change the day. Enter puts it down, Escape puts it back.';
  return `Moving ${titleOf(meeting, timetable.names)}. ${sentence(whereWords(timetable, at))} ${keys}`;
}

/** Said at each new place: day, time, people, and what clashes there. */
export function spotWords(timetable: Timetable, at: Candidate, { refused, kept, warnings }: Verdict): string {
  const where = sentence(whereWords(timetable, at));
  const hard = [...refused, ...kept];
  if (hard.length > 0) return `${where} ${countClashes(hard.length)}: ${inWords(hard)}`;
  if (warnings.length > 0) return `${where} ${countWarnings(warnings.length)}: ${inWords(warnings)}`;
  return `${where} No clashes.`;
}

/** Said when a clash keeps the meeting from being put down. */
export function refusedWords(refused: readonly Clash[], alternatives: readonly Alternative[]): string {
  const free = alternatives
    .map(({ number, when, who }) => [number, when, who].filter(Boolean).join(', '))
    .join('; ');
  const choice = free ? `Nearest free: ${free}. Press its number to use it, or Escape to put it back.` : '';
  return `Not placed. ${countClashes(refused.length)}: ${inWords(refused)} ${choice}`.trim();
}

/** Said when the meeting has been put down and saved. */
export function placedWords(
  timetable: Timetable,
  meeting: MeetingWithPeople,
  clashes: readonly Clash[],
): string {
  const wrong = clashes.length > 0 ? ` ${inWords(clashes)}` : '';
  const where = whenAndWho(timetable, meeting);
  return timetable.names.withoutNames(
    `${titleOf(meeting, timetable.names)} is now ${sentence(where)}${wrong}`,
  );
}

function whereWords(timetable: Timetable, at: Candidate): string {
  const people = at.personIds.map((id) => timetable.names.personName(id));
  const withWhom = people.length > 0 ? `with ${listed(people)}` : '';
  const where = whenAndWho(timetable, { ...at, strandIds: [...at.strandIds] });
  return [where, placeName(timetable, at), withWhom].filter(Boolean).join(', ');
}

const sentence = (words: string): string => `${words}.`;
const inWords = (clashes: readonly Clash[]): string => clashes.map((clash) => `${clash.sentence}.`).join(' ');
