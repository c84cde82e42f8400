import { z } from 'zod';
import { MeetingId, PersonId } from '../domain/ids.ts';
import type { IsoInstant } from '../domain/time.ts';
import type { MeetingChange } from '../domain/versions/diff.ts';
import type { Message } from '../domain/versions/message.ts';
import { TimetableVersion, VersionChange } from '../domain/versions/version.ts';
import { engaged } from './channel.ts';

export type ListedVersion = TimetableVersion & {
  /** "1 new, 2 moved": what it changed. */
  readonly counts: string;
};

export type VersionsView = {
  /** Newest first. */
  readonly versions: readonly ListedVersion[];
  /** What is different in the draft since the newest version; empty before there is one. */
  readonly draftChanges: readonly MeetingChange[];
};

/** A change with the reasons that were given for it, oldest first. */
export type ReasonedChange = MeetingChange & { readonly reasons: readonly string[] };

export type Comparison = {
  readonly changes: readonly ReasonedChange[];
  /** How many meetings look the same in both. */
  readonly same: number;
};

/** Somebody who is in the newest version, or was told of one before. */
export type PersonToTell = {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  /** Null when they have not been told of any version. */
  readonly told: { readonly number: number; readonly at: IsoInstant } | null;
  /** How many of their meetings have changed since, or, not told yet, how many they have. */
  readonly changes: number;
  /** "2 moved, 1 cancelled", as it concerns them. */
  readonly counts: string;
  readonly message: Message;
};

export type Telling = {
  readonly version: { readonly number: number; readonly at: IsoInstant } | null;
  /** Those with something to be told first. */
  readonly people: readonly PersonToTell[];
};

const VersionNumber = z.number().int().min(1);

export const versionsChannels = {
  'versions:readVersions': engaged<VersionsView>()(z.object({})),
  /** From a version, or null for nothing, to another, or null for the draft. */
  'versions:compareVersions': engaged<Comparison>()(
    z.object({ from: VersionNumber.nullable(), to: VersionNumber.nullable() }),
  ),
  /** Fails with `timetable/empty` or `versions/nothing-changed`. */
  'versions:publishVersion': engaged<{ readonly number: number }>()(
    z.object({
      note: TimetableVersion.shape.note,
      organiserEmail: TimetableVersion.shape.organiserEmail,
      /** Given for each change that has none of its own. */
      reasonForAll: VersionChange.shape.reason,
      reasons: z.array(z.object({ meetingId: MeetingId, reason: VersionChange.shape.reason })).max(5000),
    }),
  ),
  /** Makes the draft what the version was; says who is no longer there and was left out. */
  'versions:restoreVersion': engaged<{ readonly leftOut: readonly string[] }>()(
    z.object({ number: VersionNumber }),
  ),
  'versions:readTelling': engaged<Telling>()(z.object({})),
  /** Remembers that these people were told of the newest version. */
  'versions:markTold': engaged<null>()(z.object({ personIds: z.array(PersonId).min(1).max(2000) })),
  /** Writes a message for each person, with their calendar files, as .eml; 0 when the dialog is closed. */
  'versions:saveMessages': engaged<{ readonly saved: number }>()(
    z.object({ personIds: z.array(PersonId).min(1).max(2000) }),
  ),
  /** Writes one .ics for each meeting that changed between two versions; 0 when the dialog is closed. */
  'versions:saveInvitations': engaged<{ readonly saved: number }>()(
    z.object({ from: VersionNumber.nullable(), to: VersionNumber }),
  ),
};
