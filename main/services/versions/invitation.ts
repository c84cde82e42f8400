import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import type { SeenMeeting } from '../../../shared/domain/versions/diff.ts';
import { type CalendarPerson, calendarFile } from '../timetable-export/calendar-file.ts';
import { eventOf } from '../timetable-export/ics.ts';
import type { ExportMeeting } from '../timetable-export/view.ts';

export type InvitationParts = {
  readonly marking: string;
  readonly at: IsoInstant;
  readonly organiser: CalendarPerson;
  /** For whom it is; null in a file for everybody who is in the meeting. */
  readonly attendee: CalendarPerson | null;
  readonly isCancelled: boolean;
  readonly sequence: number;
};

/**
 * One meeting as one calendar file that updates or takes away what a calendar holds under its UID: METHOD:REQUEST or
 * CANCEL with an organiser (RFC 5546, 3.2.2 and 3.2.5), the one form that Outlook updates by and does not double.
 */
export function renderInvitation(
  meetingId: MeetingId,
  meeting: SeenMeeting,
  parts: InvitationParts,
): Uint8Array {
  const { marking, at, isCancelled, sequence } = parts;
  const organiser = addressed(parts.organiser);
  const asked = `ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${isCancelled ? 'FALSE' : 'TRUE'}`;
  const attendee = parts.attendee
    ? { ...addressed(parts.attendee), parameters: asked }
    : { ...organiser, parameters: 'ROLE=CHAIR;PARTSTAT=ACCEPTED' };
  const event = eventOf({ marking, printedAt: at }, exported(meetingId, meeting, sequence));
  const status = isCancelled ? 'CANCELLED' : 'CONFIRMED';
  return calendarFile({ method: isCancelled ? 'CANCEL' : 'REQUEST' }, [
    { ...event, status, organiser, attendee },
  ]);
}

/** A name, and an address that is nobody's where there is none (RFC 2606, 2). */
function addressed({ name, email }: CalendarPerson): CalendarPerson {
  return {
    name: name.trim() || 'LANO Desk',
    email: isAddress(email) ? email.trim() : 'no-reply@lano-desk.invalid',
  };
}

/** Whether a text is one plain e-mail address, fit to stand in a header. */
export const isAddress = (text: string): boolean =>
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+$/.test(text.trim());

function exported(id: MeetingId, meeting: SeenMeeting, sequence: number): ExportMeeting {
  const { title, kind, day, start, minutes, place, site, strands, people } = meeting;
  return {
    ...{ id, title, kind, day, start, place, site, strands, sequence },
    end: start + minutes,
    strandIds: [],
    people: people.filter(({ isOfItsStrand }) => !isOfItsStrand).map(({ name }) => name),
  };
}
