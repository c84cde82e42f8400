import type { Clash } from '../clash.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import type { Readiness } from '../readiness.ts';
import { type Attendance, countAnswers } from './attendance.ts';

/** One thing a meeting needs before it begins, and how it stands in a few words. */
export type ReadyPart = {
  readonly what: 'room' | 'people' | 'papers' | 'consent';
  readonly state: 'ready' | 'look' | 'not-ready';
  readonly words: string;
};

export type ReadySources = {
  readonly attendance: Attendance;
  /** The clashes of the meeting that nobody has accepted. */
  readonly clashes: readonly Clash[];
  readonly placeName: string | null;
  /** How far the file of the meeting's child is; null for a meeting about no child. */
  readonly readiness: Readiness | null;
};

/** Whether a meeting's room, people, and for a child's meeting papers and consent are ready. */
export function readyParts(meeting: MeetingWithPeople, sources: ReadySources): readonly ReadyPart[] {
  const { readiness } = sources;
  return [
    roomPart(sources),
    ...(meeting.kind === 'team' && meeting.personIds.length === 0 ? [] : [peoplePart(meeting, sources)]),
    ...(readiness ? [papersPart(readiness), consentPart(readiness)] : []),
  ];
}

function roomPart({ placeName, clashes }: ReadySources): ReadyPart {
  const has = (rule: Clash['rule']) => clashes.some((clash) => clash.rule === rule);
  if (placeName === null) return { what: 'room', state: 'not-ready', words: 'No room yet' };
  if (has('room-twice')) return { what: 'room', state: 'not-ready', words: `${placeName} is booked twice` };
  if (has('room-too-small')) return { what: 'room', state: 'look', words: `${placeName} is too small` };
  if (has('room-unsuitable'))
    return { what: 'room', state: 'look', words: `${placeName} lacks what is needed` };
  return { what: 'room', state: 'ready', words: placeName };
}

function peoplePart(meeting: MeetingWithPeople, { attendance, clashes }: ReadySources): ReadyPart {
  const { people, accepted, declined, waiting, notAsked } = countAnswers(meeting, attendance);
  const part = (state: ReadyPart['state'], words: string): ReadyPart => ({ what: 'people', state, words });
  if (clashes.some((clash) => clash.rule === 'person-twice'))
    return part('not-ready', 'Somebody is in two places');
  if (clashes.some((clash) => clash.rule === 'person-away')) return part('not-ready', 'Somebody is away');
  if (people === 0) return part('look', 'Nobody is asked');
  if (declined > 0) return part('not-ready', `${declined} of ${people} declined`);
  if (accepted === people) return part('ready', people === 1 ? 'Accepted' : `All ${people} accepted`);
  if (waiting > 0) return part('look', `${waiting} of ${people} not answered`);
  return part('look', notAsked === people ? 'Not asked yet' : `${notAsked} of ${people} not asked`);
}

function papersPart({ needed, received, overdue, isComplete }: Readiness): ReadyPart {
  const words = `${received} of ${needed} papers here`;
  if (isComplete) return { what: 'papers', state: 'ready', words };
  return {
    what: 'papers',
    state: overdue > 0 ? 'not-ready' : 'look',
    words: overdue > 0 ? `${words}, ${overdue} overdue` : words,
  };
}

function consentPart({ mayProceed, consent }: Readiness): ReadyPart {
  if (mayProceed) return { what: 'consent', state: 'ready', words: 'Consent given' };
  const states = Object.values(consent);
  const words = states.includes('refused')
    ? 'Consent refused'
    : states.includes('withdrawn')
      ? 'Consent withdrawn'
      : 'No consent recorded';
  return { what: 'consent', state: 'not-ready', words };
}
