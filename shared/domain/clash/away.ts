import { awayAt } from '../availability/away.ts';
import { personAwayWords, placeAwayWords } from '../availability/words.ts';
import { type Clash, clashKey, none } from '../clash.ts';
import type { PersonId } from '../ids.ts';
import type { Placed, TimetableIndex } from './world.ts';

/** Finds each person of a meeting who is absent, busy or outside their usual hours at the time. Lunch and travel do not count. */
export function personAway(index: TimetableIndex, placed: Placed): readonly Clash[] {
  if (index.away.size === 0 || placed.meeting.kind === 'block') return none;
  const { names } = index.world;
  const clashes: Clash[] = [];
  for (const occupant of placed.occupants) {
    const away = awayAt(index.away, occupant, dayAndTime(placed));
    if (!away) continue;
    const { day } = placed.meeting;
    const name = names.person(occupant as PersonId);
    clashes.push({
      ...identified('person-away', placed, occupant, away.why),
      sentence: `${name} ${personAwayWords(away, day, names.clock)}`,
      from: Math.max(away.start, placed.start),
      to: Math.min(away.end, placed.end),
    });
  }
  return clashes;
}

/** Finds a meeting in a room that is closed or booked by somebody else at the time. */
export function roomAway(index: TimetableIndex, placed: Placed): readonly Clash[] {
  const { place } = placed;
  if (index.away.size === 0 || !place) return none;
  const away = awayAt(index.away, place.id, dayAndTime(placed));
  if (!away) return none;
  const { names } = index.world;
  return [
    {
      ...identified('room-away', placed, place.id, away.why),
      sentence: `${names.place(place.id)} ${placeAwayWords(away, placed.meeting.day, names.clock)}`,
      from: Math.max(away.start, placed.start),
      to: Math.min(away.end, placed.end),
    },
  ];
}

const dayAndTime = ({ meeting, start, end }: Placed) => ({ day: meeting.day, start, end });

function identified(rule: 'person-away' | 'room-away', { meeting }: Placed, subjectId: string, why: string) {
  const identity = { rule, meetingIds: [meeting.id], subjectId };
  // What is accepted for one day does not hold for another, nor for another reason.
  return {
    ...identity,
    key: clashKey({ ...identity, detail: `${meeting.day} ${why}` }),
    severity: 'hard',
  } as const;
}
