import { z } from 'zod';
import { AbsenceFields, type Availability, UsualHoursFields } from '../domain/availability.ts';
import { PersonId, PlaceId, RowId } from '../domain/ids.ts';
import type { IsoDate } from '../domain/time.ts';
import { ChoosableRule } from '../domain/timetable-rules.ts';
import { engaged } from './channel.ts';

export type AvailabilityView = {
  readonly availability: Availability;
  /** What people say of their availability, as far as somebody has read it. */
  readonly checked: readonly { readonly personId: PersonId; readonly note: string }[];
  /** The first day that counts for reading what they say: of those on site or, once they have begun, today. */
  readonly firstDay: IsoDate;
};

/** A calendar as it was read, before anything of it is kept. */
export type ReadCalendar = {
  readonly fileName: string;
  /** What the calendar calls itself, or the file's name. */
  readonly name: string;
  /** How many stretches of busy time lie within the engagement's dates, and the first and last day of them. */
  readonly busy: number;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Why it cannot be imported, in a sentence; null where it can. */
  readonly problem: string | null;
  /** Whose it seems to be. */
  readonly personId: PersonId | null;
  readonly placeId: PlaceId | null;
};

export type CalendarsPreview = {
  readonly token: string;
  readonly calendars: readonly ReadCalendar[];
  /** The dates between which busy times are kept. */
  readonly from: IsoDate;
  readonly to: IsoDate;
};

/** Whose it is: one of the two is given. */
const owner = { personId: PersonId.nullable(), placeId: PlaceId.nullable() };

export const availabilityChannels = {
  'availability:readAvailability': engaged<AvailabilityView>()(z.object({})),
  /** Adds the absence when `id` is null. */
  'availability:saveAbsence': engaged<null>()(
    z.object({ id: RowId.nullable(), ...owner, absence: AbsenceFields }),
  ),
  'availability:removeAbsence': engaged<null>()(z.object({ id: RowId })),
  /** Takes the place of all the usual hours of a person or place. */
  'availability:setUsualHours': engaged<null>()(
    z.object({ ...owner, hours: z.array(UsualHoursFields).max(28) }),
  ),
  /** Puts what people's notes were confirmed to say in place of what their notes said before, in one step. */
  'availability:confirmNotes': engaged<null>()(
    z.object({
      notes: z
        .array(
          z.object({
            personId: PersonId,
            note: z.string().max(300),
            absences: z.array(AbsenceFields).max(40),
          }),
        )
        .min(1)
        .max(2000),
    }),
  ),
  /** Reads calendar files, chosen or dropped; null when the user closes the dialog. Writes nothing. */
  'availability:readCalendars': engaged<CalendarsPreview | null>()(
    z.object({ tokens: z.array(z.string()).max(200).optional(), ...owner }),
  ),
  /** Keeps the busy times of these calendars, in place of what came from the same ones before, in one step. */
  'availability:confirmCalendars': engaged<{ readonly calendars: number; readonly busy: number }>()(
    z.object({
      token: z.string(),
      owners: z.array(z.object({ index: z.number().int().min(0), ...owner })).max(200),
    }),
  ),
  'availability:dropCalendars': engaged<null>()(z.object({ token: z.string() })),
  'availability:removeCalendar': engaged<null>()(
    z.object({ ...owner, calendar: z.string().min(1).max(160) }),
  ),
  /** Switches a rule of the timetable on or off, or sets its limit in minutes. */
  'availability:setRule': engaged<null>()(
    z.object({
      rule: ChoosableRule,
      isOn: z.boolean(),
      minutes: z.number().int().min(0).max(720).nullable(),
    }),
  ),
};
