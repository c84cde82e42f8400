import { z } from 'zod';
import { PersonId, PlaceId, RowId } from './ids.ts';
import { IsoDate, IsoInstant, MinuteOfDay } from './time.ts';

/** Whose availability a row is about: one of the two is set. */
const owner = { personId: PersonId.nullable(), placeId: PlaceId.nullable() };
const WeekdayNumber = z.int().min(1).max(7);

/** A stretch of a weekday on which somebody usually works, or a room is usually open. Whoever has none is there at any hour. */
export const UsualHours = z.object({
  id: RowId,
  ...owner,
  /** 1 for Monday to 7 for Sunday. */
  weekday: WeekdayNumber,
  start: MinuteOfDay,
  end: MinuteOfDay,
});
export type UsualHours = z.infer<typeof UsualHours>;

/** When somebody is away, or a room cannot be had. What is left open has no end on that side. */
export const Absence = z.object({
  id: RowId,
  ...owner,
  fromDay: IsoDate.nullable(),
  toDay: IsoDate.nullable(),
  /** The weekdays it is about; none for every day. */
  weekdays: z.array(WeekdayNumber),
  start: MinuteOfDay,
  end: MinuteOfDay,
  /** As they said it. */
  words: z.string().max(300),
});
export type Absence = z.infer<typeof Absence>;

/** A time that a calendar has as busy. What it is busy with is never kept. */
export const BusyTime = z.object({
  id: RowId,
  ...owner,
  /** Which calendar it came from, so that importing that one again replaces it. */
  calendar: z.string().min(1).max(160),
  day: IsoDate,
  start: MinuteOfDay,
  end: MinuteOfDay,
});
export type BusyTime = z.infer<typeof BusyTime>;

/** That somebody read what a person says of their availability, so that it is not asked about again until it changes. */
export const AvailabilityCheck = z.object({
  id: RowId,
  personId: PersonId,
  note: z.string().max(300),
  at: IsoInstant,
});
export type AvailabilityCheck = z.infer<typeof AvailabilityCheck>;

export const wholeDay = { start: 0, end: 24 * 60 } as const;

/** What a form knows of an absence; the id and whose it is are added where it is saved. */
export const AbsenceFields = Absence.omit({ id: true, personId: true, placeId: true })
  .refine(({ start, end }) => start < end, 'It ends before it starts.')
  .refine(
    ({ fromDay, toDay }) => fromDay === null || toDay === null || fromDay <= toDay,
    'It ends before it starts.',
  );
export type AbsenceFields = z.infer<typeof AbsenceFields>;
export const UsualHoursFields = UsualHours.omit({ id: true, personId: true, placeId: true }).refine(
  ({ start, end }) => start < end,
  'They end before they start.',
);
export type UsualHoursFields = z.infer<typeof UsualHoursFields>;

/** All that is known of when people and places are to be had. */
export type Availability = {
  readonly usualHours: readonly UsualHours[];
  readonly absences: readonly Absence[];
  readonly busyTimes: readonly BusyTime[];
};

export const noAvailability: Availability = { usualHours: [], absences: [], busyTimes: [] };
