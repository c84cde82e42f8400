import { z } from 'zod';
import { MeetingId, PersonId, PlaceId, RowId, StrandId, VersionId } from '../ids.ts';
import { Meeting } from '../meeting.ts';
import { Person, Place, Strand } from '../people.ts';
import { IsoDate, IsoInstant } from '../time.ts';

/** The timetable as it was given out: a number that is never used again, when, by whom, and what was said of it. */
export const TimetableVersion = z.object({
  id: VersionId,
  number: z.number().int().min(1),
  at: IsoInstant,
  publishedBy: z.string().max(120),
  note: z.string().trim().max(1000),
  /** Where replies to its calendar files go; empty when nobody said. */
  organiserEmail: z.string().trim().max(254),
});
export type TimetableVersion = z.infer<typeof TimetableVersion>;

const OfVersion = { id: RowId, versionId: VersionId };

/** A scheduled meeting as it stood in a version, without any child's name. Fields are named one by one: each has its column. */
const SnapshotMeeting = Meeting.pick({
  title: true,
  kind: true,
  minutes: true,
  placeId: true,
  childId: true,
  chairId: true,
  sectorsNeeded: true,
  needsVideo: true,
  needsStepFree: true,
  notes: true,
}).extend({
  meetingId: MeetingId,
  day: IsoDate,
  start: z.number().int().min(0).max(1439),
  /** The code of the child it is about; empty for none. Kept, because the child may be removed. */
  childCode: z.string().max(8),
  strandIds: z.array(StrandId),
  personIds: z.array(PersonId),
});
export type SnapshotMeeting = z.infer<typeof SnapshotMeeting>;

/** Somebody who was in a meeting of the version, or of the team; a relative with a child's name goes by their role. */
const SnapshotPerson = Person.pick({ side: true, role: true, email: true, strandId: true }).extend({
  personId: PersonId,
  name: z.string().max(200),
});
export type SnapshotPerson = z.infer<typeof SnapshotPerson>;

const SnapshotStrand = Strand.pick({ name: true, position: true }).extend({ strandId: StrandId });
export type SnapshotStrand = z.infer<typeof SnapshotStrand>;

const SnapshotPlace = Place.pick({
  name: true,
  site: true,
  capacity: true,
  hasVideo: true,
  isStepFree: true,
  isOnline: true,
  travelMinutes: true,
}).extend({ placeId: PlaceId });
export type SnapshotPlace = z.infer<typeof SnapshotPlace>;

/** Everything a version froze. */
export type Snapshot = {
  readonly meetings: readonly SnapshotMeeting[];
  readonly people: readonly SnapshotPerson[];
  readonly strands: readonly SnapshotStrand[];
  readonly places: readonly SnapshotPlace[];
};

/** What there was before anything was published. */
export const nothingYet: Snapshot = { meetings: [], people: [], strands: [], places: [] };

export const ChangeKind = z.enum(['new', 'cancelled', 'changed']);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** What is different about a meeting that was there before and still is. */
export const Aspect = z.enum(['moved', 'lengthened', 'shortened', 'room', 'people', 'title']);
export type Aspect = z.infer<typeof Aspect>;

export const VersionMeeting = SnapshotMeeting.extend(OfVersion);
export const VersionPerson = SnapshotPerson.extend(OfVersion);
export const VersionStrand = SnapshotStrand.extend(OfVersion);
export const VersionPlace = SnapshotPlace.extend(OfVersion);

/** One meeting that a version changed, why, and the SEQUENCE its calendar event has since. */
export const VersionChange = z.object({
  ...OfVersion,
  meetingId: MeetingId,
  kind: ChangeKind,
  aspects: z.array(Aspect),
  sequence: z.number().int().min(0),
  reason: z.string().trim().max(500),
});
export type VersionChange = z.infer<typeof VersionChange>;

/** That somebody was told of a version. The newest one counts; the others are the record. */
export const VersionTelling = z.object({ ...OfVersion, personId: PersonId, at: IsoInstant });
export type VersionTelling = z.infer<typeof VersionTelling>;
