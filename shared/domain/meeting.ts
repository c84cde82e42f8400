import { z } from 'zod';
import { ChildId, MeetingId, PersonId, PlaceId, RowId, StrandId } from './ids.ts';
import { Sector } from './sector.ts';
import { IsoDate, IsoInstant } from './time.ts';

export const MeetingKind = z.enum(['leaders', 'child', 'focus-group', 'visit', 'family', 'team', 'block']);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const meetingKindLabels: Readonly<Record<MeetingKind, string>> = {
  leaders: 'Leaders and governance',
  child: 'About a child',
  'focus-group': 'Focus group',
  visit: 'Visit',
  family: 'Families and young people',
  team: 'Inspection team',
  block: 'Lunch, travel or break',
};

/** The timetable's slots: a quarter of an hour. */
export const slotMinutes = 15;

/** A meeting; in the unscheduled tray while it has no day or no start. */
export const Meeting = z.object({
  id: MeetingId,
  title: z.string().trim().min(1).max(200),
  kind: MeetingKind,
  day: IsoDate.nullable(),
  /** Minutes from midnight, Europe/London wall time. */
  start: z.number().int().min(0).max(1439).nullable(),
  minutes: z.number().int().min(5).max(720),
  placeId: PlaceId.nullable(),
  childId: ChildId.nullable(),
  /** Who chairs it: one of those who are in it. */
  chairId: PersonId.nullable(),
  /** Sectors that must be in the room, when the framework asks for them. */
  sectorsNeeded: z.array(Sector),
  needsVideo: z.boolean(),
  needsStepFree: z.boolean(),
  isPinned: z.boolean(),
  notes: z.string().max(4000),
  /** Rises with every change, so that a change made to an older picture of the meeting is refused. */
  version: z.number().int().min(1),
});
export type Meeting = z.infer<typeof Meeting>;

/** What a meeting has where nothing is said of it. */
export const plainMeeting: Readonly<
  Omit<Meeting, 'id' | 'title' | 'kind' | 'day' | 'start' | 'minutes' | 'version'>
> = {
  placeId: null,
  childId: null,
  chairId: null,
  sectorsNeeded: [],
  needsVideo: false,
  needsStepFree: false,
  isPinned: false,
  notes: '',
};

/** A strand that holds the meeting; a meeting of the whole team has several. */
export const MeetingStrand = z.object({ id: RowId, meetingId: MeetingId, strandId: StrandId });
export type MeetingStrand = z.infer<typeof MeetingStrand>;

/** A person who is asked to the meeting, beside the members of its strands. */
export const MeetingPerson = z.object({ id: RowId, meetingId: MeetingId, personId: PersonId });
export type MeetingPerson = z.infer<typeof MeetingPerson>;

/** A clash that somebody chose to live with, and why; it stays on record. */
export const ClashAcknowledgement = z.object({
  id: RowId,
  /** The key of the clash, which names its rule and what clashes. */
  clashKey: z.string().min(1).max(400),
  reason: z.string().trim().min(1).max(500),
  at: IsoInstant,
});
export type ClashAcknowledgement = z.infer<typeof ClashAcknowledgement>;

/** A meeting with the people and strands that belong to it, as the timetable and its rules see it. */
export const MeetingWithPeople = Meeting.extend({
  strandIds: z.array(StrandId),
  personIds: z.array(PersonId),
});
export type MeetingWithPeople = z.infer<typeof MeetingWithPeople>;

/** A meeting that has a day and a start. */
export type ScheduledMeeting = MeetingWithPeople & { readonly day: IsoDate; readonly start: number };

export function isScheduled(meeting: MeetingWithPeople): meeting is ScheduledMeeting {
  return meeting.day !== null && meeting.start !== null;
}
