import { z } from 'zod';
import type { KeptMeeting } from '../domain/bulk-moves.ts';
import type { Clash } from '../domain/clash.ts';
import { MeetingId, PersonId, PlaceId, StrandId } from '../domain/ids.ts';
import { type ClashAcknowledgement, Meeting, type MeetingWithPeople } from '../domain/meeting.ts';
import { IsoDate } from '../domain/time.ts';
import type { RuleFacts } from '../domain/timetable-rules.ts';
import { engaged } from './channel.ts';

export type TimetableView = {
  readonly meetings: readonly MeetingWithPeople[];
  /** Every clash and warning there is now, acknowledged ones included. */
  readonly clashes: readonly Clash[];
  readonly acknowledgements: readonly ClashAcknowledgement[];
  /** What the rules look at beside the timetable, for checking a move before it is made. */
  readonly facts: RuleFacts;
};

/** What a change to a meeting came to, with what it clashes with now. */
export type MeetingChanged = { readonly meeting: MeetingWithPeople; readonly clashes: readonly Clash[] };

/** What an action on several meetings came to: which were changed, and which stayed and why. */
export type MeetingsChanged = { readonly ids: readonly MeetingId[]; readonly kept: readonly KeptMeeting[] };

/** How many meetings were added, and what else came of it, in sentences. */
export type MeetingsAdded = { readonly count: number; readonly notes: readonly string[] };

const Version = z.number().int().min(1);
/** Why a hard clash is knowingly accepted; without it the clash refuses the change. */
const OverrideReason = z.string().trim().min(1).max(500).optional();

const MeetingFields = Meeting.omit({ id: true, version: true }).extend({
  strandIds: z.array(StrandId),
  personIds: z.array(PersonId),
});

/** A meeting as it was seen. */
const Seen = z.object({ id: MeetingId, version: Version });
const SeveralSeen = z.array(Seen).min(1).max(1000);

/** What can be printed: days with their strands, a sheet for each person or room, or signs for doors. */
export const ExportSheet = z.enum(['timetable', 'people', 'rooms', 'doors']);
export type ExportSheet = z.infer<typeof ExportSheet>;

export const timetableChannels = {
  'timetable:readTimetable': engaged<TimetableView>()(z.object({})),
  'timetable:addMeeting': engaged<MeetingChanged>()(MeetingFields.extend({ overrideReason: OverrideReason })),
  /** A meeting in the tray for each line: a title, then people and a length after commas. */
  'timetable:addMeetings': engaged<MeetingsAdded>()(
    z.object({ text: z.string().min(1).max(20_000), addsPeople: z.boolean() }),
  ),
  'timetable:editMeeting': engaged<MeetingChanged>()(
    MeetingFields.partial().extend({ id: MeetingId, version: Version, overrideReason: OverrideReason }),
  ),
  /** Changes when a meeting is, for how long, or in which strands; `fromStrandId` to `toStrandId` moves it across columns. */
  'timetable:moveMeeting': engaged<MeetingChanged>()(
    z.object({
      id: MeetingId,
      version: Version,
      day: IsoDate,
      start: z.number().int().min(0).max(1439),
      minutes: z.number().int().min(5).max(720).optional(),
      fromStrandId: StrandId.nullable().optional(),
      toStrandId: StrandId.nullable().optional(),
      overrideReason: OverrideReason,
    }),
  ),
  'timetable:unscheduleMeeting': engaged<MeetingChanged>()(z.object({ id: MeetingId, version: Version })),
  'timetable:pinMeeting': engaged<MeetingChanged>()(
    z.object({ id: MeetingId, version: Version, isPinned: z.boolean() }),
  ),
  'timetable:duplicateMeeting': engaged<MeetingChanged>()(z.object({ id: MeetingId })),
  'timetable:removeMeeting': engaged<null>()(z.object({ id: MeetingId })),
  'timetable:acknowledgeClash': engaged<null>()(
    z.object({ clashKey: z.string().min(1).max(400), reason: z.string().trim().min(1).max(500) }),
  ),
  'timetable:withdrawAcknowledgement': engaged<null>()(z.object({ clashKey: z.string().min(1).max(400) })),
  /** The same block (lunch, team meeting, travel) in every strand at once. */
  'timetable:addBlock': engaged<null>()(
    z.object({
      title: z.string().trim().min(1).max(200),
      days: z.array(IsoDate).min(1),
      start: z.number().int().min(0).max(1439),
      minutes: z.number().int().min(5).max(720),
      strandIds: z.array(StrandId).min(1),
      overrideReason: OverrideReason,
    }),
  ),
  /** Exchanges when two meetings are, and where asked their strands and places. */
  'timetable:swapMeetings': engaged<MeetingsChanged>()(
    z.object({
      first: Seen,
      second: Seen,
      withStrands: z.boolean(),
      withPlaces: z.boolean(),
      overrideReason: OverrideReason,
    }),
  ),
  /** Moves meetings by minutes, and by steps along the days the timetable offers. */
  'timetable:shiftMeetings': engaged<MeetingsChanged>()(
    z.object({
      meetings: SeveralSeen,
      minutes: z.number().int().min(-720).max(720),
      days: z.number().int().min(-60).max(60),
      overrideReason: OverrideReason,
    }),
  ),
  'timetable:unscheduleMeetings': engaged<MeetingsChanged>()(z.object({ meetings: SeveralSeen })),
  'timetable:removeMeetings': engaged<MeetingsChanged>()(
    z.object({ ids: z.array(MeetingId).min(1).max(1000) }),
  ),
  /** Pushes what begins at a minute or later in one strand; with `absorbs` gaps take up the delay. */
  'timetable:runLate': engaged<MeetingsChanged>()(
    z.object({
      strandId: StrandId,
      day: IsoDate,
      from: z.number().int().min(0).max(1439),
      minutes: z.number().int().min(1).max(480),
      absorbs: z.boolean(),
      leaving: z.array(MeetingId).max(1000),
      overrideReason: OverrideReason,
    }),
  ),
  'timetable:copyDay': engaged<MeetingsChanged>()(
    z.object({ from: IsoDate, to: IsoDate, blocksOnly: z.boolean(), overrideReason: OverrideReason }),
  ),
  /** Gives waiting meetings the places that were planned for them, as one step. */
  'timetable:placeMeetings': engaged<MeetingsChanged>()(
    z.object({
      placements: z
        .array(
          Seen.extend({
            day: IsoDate,
            start: z.number().int().min(0).max(1439),
            strandIds: z.array(StrandId),
            placeId: PlaceId.nullable(),
          }),
        )
        .min(1)
        .max(1000),
    }),
  ),
  /** Writes the timetable, or sheets of it, where the user says; false when they close the dialog. */
  'timetable:exportTimetable': engaged<{ readonly saved: boolean }>()(
    z.object({
      format: z.enum(['pdf', 'xlsx', 'docx', 'ics', 'csv']),
      day: IsoDate.nullable(),
      withInitials: z.boolean(),
      /** What is printed: the timetable unless another is named; sheets and signs are PDFs only. */
      sheet: ExportSheet.optional(),
      /** The one person or room whose sheet is wanted, instead of everybody's. */
      onlyId: z.union([PersonId, PlaceId]).nullable().optional(),
      paper: z.enum(['A4', 'A3']).optional(),
    }),
  ),
};
