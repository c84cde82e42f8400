import type { Invitation, MeetingMark } from '../../shared/domain/attendance/attendance.ts';
import type { StandInPerson } from '../../shared/domain/attendance/stand-ins.ts';
import type { OrganisationId, RowId } from '../../shared/domain/ids.ts';
import { at, meetingId, personId, tuesday } from './timetable-world.ts';

/** What one person answered about one meeting on Tuesday at 10am. */
export function anInvitation(
  meeting: string,
  person: string,
  given: Partial<Omit<Invitation, 'id' | 'meetingId' | 'personId'>> = {},
): Invitation {
  return {
    id: `${meeting}-${person}` as RowId,
    meetingId: meetingId(meeting),
    personId: personId(person),
    state: 'accepted',
    standInId: null,
    heardAt: '2026-11-20T09:00:00.000Z',
    heardBy: 'LANO',
    day: tuesday,
    start: at(10),
    ...given,
  };
}

/** A meeting that went as planned, unless said otherwise. */
export function aMark(
  meeting: string,
  given: Partial<Omit<MeetingMark, 'id' | 'meetingId'>> = {},
): MeetingMark {
  return {
    id: `mark-${meeting}` as RowId,
    meetingId: meetingId(meeting),
    outcome: 'planned',
    lateMinutes: 0,
    absentIds: [],
    markedAt: '2026-11-24T10:00:00.000Z',
    markedBy: 'LANO',
    ...given,
  };
}

/** Somebody of the partnership without role, organisation or sector. */
export function aPartner(
  id: string,
  given: Partial<Omit<StandInPerson, 'id' | 'organisationId'>> & { readonly organisation?: string } = {},
): StandInPerson {
  const { organisation, ...rest } = given;
  return {
    id: personId(id),
    side: 'partnership',
    role: '',
    organisationId: (organisation ?? null) as OrganisationId | null,
    strandId: null,
    sector: null,
    ...rest,
  };
}
