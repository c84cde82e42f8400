import { useMemo } from 'react';
import { ownStrand } from '../../../shared/domain/attendance/cover.ts';
import { type Away, type Dependents, dependentsOf } from '../../../shared/domain/attendance/dependents.ts';
import type { StandInSources } from '../../../shared/domain/attendance/stand-ins.ts';
import { awayAt, indexAvailability } from '../../../shared/domain/availability/away.ts';
import { personAwayWords } from '../../../shared/domain/availability/words.ts';
import { noAvailability } from '../../../shared/domain/availability.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';

/** What depends on somebody in those days, and what is known of who could take it over. */
export function useCoverWorld(
  personId: PersonId,
  away: Away,
): { readonly dependents: Dependents; readonly sources: StandInSources } {
  const { timetable, people, requests, children, feedback, availability } = useStore((state) => state.data);
  const clock = useStore((state) => state.settings.clock);
  const attendance = useAttendance();
  const names = useNames();
  const { from, to } = away;
  const dependents = useMemo(
    () =>
      dependentsOf(
        personId,
        { from, to },
        {
          meetings: timetable?.meetings ?? [],
          requests: requests?.requests ?? [],
          checklistItems: children?.checklistItems ?? [],
          feedback: feedback?.entries ?? [],
          attendance,
          ownStrandId: ownStrand(personId, people?.people ?? []),
        },
      ),
    [personId, from, to, timetable, people, requests, children, feedback, attendance],
  );
  const sources = useMemo(() => {
    const awayIndex = indexAvailability(availability?.availability ?? noAvailability);
    const organisations = new Map(people?.organisations.map((one) => [one.id, one]));
    const sectorOf = (id: (typeof organisations extends Map<infer Id, unknown> ? Id : never) | null) =>
      (id && organisations.get(id)?.sector) ?? null;
    return {
      people: (people?.people ?? []).map((one) => ({
        ...one,
        sector: one.sector ?? sectorOf(one.organisationId),
      })),
      meetings: (timetable?.meetings ?? []).map((one) => ({ ...one, title: names.withoutNames(one.title) })),
      attendance,
      awayReason: (id: PersonId, { day, start, minutes }: ScheduledMeeting) => {
        const found = awayAt(awayIndex, id, { day, start, end: start + minutes });
        return found ? personAwayWords(found, day, clock).replace(/^is /, '') : null;
      },
      organisationName: (id: string) =>
        people?.organisations.find((one) => one.id === id)?.name ?? 'the same organisation',
    };
  }, [people, timetable, attendance, availability, names, clock]);
  return { dependents, sources };
}
