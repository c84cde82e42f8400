import type { TimetableWorld } from '../../shared/domain/clash/world.ts';
import type { MeetingId, PersonId, PlaceId } from '../../shared/domain/ids.ts';
import { type MeetingWithPeople, plainMeeting } from '../../shared/domain/meeting.ts';
import { addDays, type IsoDate } from '../../shared/domain/time.ts';
import { appliedRules, ChoosableRule, noRuleFacts } from '../../shared/domain/timetable-rules.ts';

type Size = {
  readonly meetings: number;
  readonly people: number;
  readonly places: number;
  readonly days: number;
};

const MONDAY: IsoDate = '2026-11-23';
const PEOPLE_IN_EACH = 5;

/** An invented timetable of meetings of five people, the same each time. */
export const clashWorld = (size: Size): TimetableWorld => {
  const pick = picker(20261124);
  const meetings = Array.from({ length: size.meetings }, (_, at): MeetingWithPeople => {
    const people = new Set<PersonId>();
    while (people.size < PEOPLE_IN_EACH) people.add(`person-${pick(size.people)}` as PersonId);
    return {
      ...plainMeeting,
      id: `meeting-${at}` as MeetingId,
      title: `Meeting ${at}`,
      kind: 'leaders',
      day: addDays(MONDAY, pick(size.days)),
      start: 9 * 60 + pick(28) * 15,
      minutes: 30 + pick(3) * 15,
      placeId: `place-${pick(size.places)}` as PlaceId,

      version: 1,
      strandIds: [],
      personIds: [...people],
    };
  });
  return {
    meetings,
    people: Array.from({ length: size.people }, (_, at) => ({
      id: `person-${at}` as PersonId,
      side: 'partnership',
      strandId: null,
      sector: null,
    })),
    strands: [],
    places: Array.from({ length: size.places }, (_, at) => ({
      id: `place-${at}` as PlaceId,
      name: `Room ${at}`,
      site: 'Civic Centre',
      capacity: null,
      hasVideo: true,
      isStepFree: true,
      isOnline: false,
      travelMinutes: 0,
    })),
    consents: [],
    dayStart: 9 * 60,
    dayEnd: 17 * 60,
    facts: { ...noRuleFacts, applied: appliedRules(ChoosableRule.options, []) },
    names: { person: (id) => id, strand: (id) => id, place: (id) => id, child: (id) => id, clock: '12' },
  };
};

/** Numbers below a limit that look random and are the same each time (mulberry32). */
const picker = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};
