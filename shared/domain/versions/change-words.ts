import { formatDayLong, formatTimeRange } from '../time-words.ts';
import type { PersonalChange } from './affected.ts';
import type { SeenMeeting, SeenPerson } from './diff.ts';
import type { Aspect, ChangeKind } from './version.ts';

type Changed = { readonly kind: ChangeKind; readonly aspects: readonly Aspect[] };

const aspectWords: Readonly<Record<Aspect, string>> = {
  moved: 'Moved',
  lengthened: 'Longer',
  shortened: 'Shorter',
  room: 'Room changed',
  people: 'People changed',
  title: 'Renamed',
};

/** What happened in a word or a few: "New", "Cancelled", "Moved", "Moved, room changed". */
export function changeLabel({ kind, aspects }: Changed): string {
  if (kind === 'new') return 'New';
  if (kind === 'cancelled') return 'Cancelled';
  const words = aspects.map((aspect) => aspectWords[aspect]);
  return words.map((word, at) => (at === 0 ? word : word.toLowerCase())).join(', ');
}

/** How many of each: "1 new, 2 moved, 1 cancelled, 3 changed"; "no changes" for none. */
export function countChanges(changes: readonly Changed[]): string {
  const count = (isOne: (change: Changed) => boolean) => changes.filter(isOne).length;
  const isMoved = ({ aspects }: Changed) => aspects.includes('moved');
  const counts: readonly (readonly [number, string])[] = [
    [count(({ kind }) => kind === 'new'), 'new'],
    [count(isMoved), 'moved'],
    [count(({ kind }) => kind === 'cancelled'), 'cancelled'],
    [count((change) => change.kind === 'changed' && !isMoved(change)), 'changed'],
  ];
  const words = counts.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : []));
  return words.join(', ') || 'no changes';
}

/** "Tuesday 24 November 2026, 10am to 11am, Room 2.14, Civic Centre". */
export function whenAndWhere({ day, start, minutes, place, site }: SeenMeeting): string {
  const where = [place, site === place ? '' : site].filter(Boolean);
  return [formatDayLong(day), formatTimeRange(start, start + minutes), ...where].join(', ');
}

/** Who came to a meeting and who left it between its two versions. */
export function comingAndGoing(
  before: SeenMeeting,
  after: SeenMeeting,
): { readonly joined: readonly SeenPerson[]; readonly left: readonly SeenPerson[] } {
  const without = (people: readonly SeenPerson[], others: readonly SeenPerson[]) =>
    people.filter(({ id }) => !others.some((other) => other.id === id));
  return {
    joined: without(after.people, before.people),
    left: without(before.people, after.people),
  };
}

/** A change as one person is told of it: a heading and the lines under it. */
export function personalLines({ change, part }: PersonalChange): readonly string[] {
  const { before, after, aspects } = change;
  if (part === 'asked' && after) return [`New: ${after.title}`, `When: ${whenAndWhere(after)}`];
  if (part === 'released' && before) {
    const what = change.kind === 'cancelled' ? 'Cancelled' : 'You are no longer needed at';
    return [`${what}: ${before.title}`, `Was: ${whenAndWhere(before)}`];
  }
  if (!before || !after) return [];
  const { joined, left } = comingAndGoing(before, after);
  const names = (people: readonly SeenPerson[]) => people.map(({ name }) => name).join(', ');
  return [
    `${changeLabel({ kind: 'changed', aspects: ownAspects(aspects) })}: ${after.title}`,
    ...(aspects.includes('title') ? [`Was called: ${before.title}`] : []),
    ...(whenAndWhere(before) === whenAndWhere(after)
      ? [`When: ${whenAndWhere(after)}`]
      : [`Was: ${whenAndWhere(before)}`, `Now: ${whenAndWhere(after)}`]),
    ...(joined.length > 0 ? [`Now with: ${names(joined)}`] : []),
    ...(left.length > 0 ? [`No longer with: ${names(left)}`] : []),
  ];
}

/** To somebody who stays, what matters most comes first; that others came or went is said below. */
const ownAspects = (aspects: readonly Aspect[]): readonly Aspect[] =>
  aspects.length > 1 ? aspects.filter((aspect) => aspect !== 'people') : aspects;
