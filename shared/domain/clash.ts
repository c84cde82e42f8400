import type { MeetingId } from './ids.ts';
import type { IsoDate } from './time.ts';

/** The rules a timetable is checked against; the id is kept on record when a clash is accepted. */
export const clashRules = {
  'person-twice': { severity: 'hard', title: 'Somebody is in two places' },
  'room-twice': { severity: 'hard', title: 'A room is booked twice' },
  'outside-hours': { severity: 'hard', title: 'Outside the hours of the day' },
  'tight-travel': { severity: 'soft', title: 'Too little time to travel' },
  'no-lunch': { severity: 'soft', title: 'No time for lunch' },
  'sector-missing': { severity: 'soft', title: 'A sector is missing' },
  'consent-missing': { severity: 'soft', title: 'Consent is not recorded' },
  'room-too-small': { severity: 'soft', title: 'The room is too small' },
  'room-unsuitable': { severity: 'soft', title: 'The room lacks what is needed' },
  'person-away': { severity: 'hard', title: 'Somebody is away' },
  'room-away': { severity: 'hard', title: 'The room cannot be had' },
  'room-reset': { severity: 'soft', title: 'No time between meetings in a room' },
  'no-break': { severity: 'soft', title: 'Too long without a break' },
  'long-day': { severity: 'soft', title: 'Too many hours of meetings' },
  'own-casework': { severity: 'soft', title: 'Chaired by the child’s own casework team' },
  'peers-split': { severity: 'soft', title: 'A pair of peers is split' },
  'school-hours': { severity: 'soft', title: 'A children’s group outside school hours' },
  'no-keep-in-touch': { severity: 'soft', title: 'No keep-in-touch meeting' },
  'no-triangulation': { severity: 'soft', title: 'No triangulation session' },
  'visit-label': { severity: 'soft', title: 'Visits not labelled' },
  'non-attribution': { severity: 'soft', title: 'No reminder of non-attribution' },
} as const satisfies Readonly<Record<string, { severity: 'hard' | 'soft'; title: string }>>;

export type ClashRule = keyof typeof clashRules;
export type Severity = 'hard' | 'soft';

/** One thing that is wrong with the timetable, in words, tied to the meetings it concerns. */
export type Clash = {
  /** The same for the same clash each time it is found: rule, meetings, subject and what is amiss; see `clashKey`. */
  readonly key: string;
  readonly rule: ClashRule;
  readonly severity: Severity;
  readonly meetingIds: readonly MeetingId[];
  /** Who or what it is about: the id of the person, place, strand or child; empty where the meeting itself is. */
  readonly subjectId: string;
  /** "Sarah Lindqvist is with Jo Pike in AP commissioning until 2:30pm", without a full stop. */
  readonly sentence: string;
  /** The part of the day that clashes, in minutes, where that can be drawn. */
  readonly from: number | null;
  readonly to: number | null;
  /** The day it is about, where no one meeting tells. */
  readonly day?: IsoDate;
};

/** The parts a clash is known by. `detail` tells apart two clashes of one rule about the same thing, such as consent refused and consent not asked. */
export type ClashIdentity = Pick<Clash, 'rule' | 'meetingIds' | 'subjectId'> & { readonly detail?: string };

/** The text by which a clash is kept on record: the same whatever order its meetings are found in. */
export function clashKey({ rule, meetingIds, subjectId, detail = '' }: ClashIdentity): string {
  const [one = '', two] = meetingIds;
  const isPair = two !== undefined && meetingIds.length === 2;
  const ids = isPair ? (one < two ? `${one}+${two}` : `${two}+${one}`) : [...meetingIds].sort().join('+');
  return `${rule}|${ids}|${subjectId}|${detail}`;
}

/** Whether the clash of this key concerns the meeting, for tidying up after one that was removed. */
export function clashKeyNames(key: string, meetingId: MeetingId): boolean {
  return (key.split('|')[1] ?? '').split('+').includes(meetingId);
}

/** No clash: one list for every rule that finds nothing, since most rules find nothing for most meetings. */
export const none: readonly Clash[] = [];
