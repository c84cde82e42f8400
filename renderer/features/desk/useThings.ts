import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import type { Command } from '../../ui/command-match.ts';

/** Everything in the engagement that can be gone to by its title; children by code alone. */
export function useThings(): readonly Command[] {
  const children = useStore((state) => state.data.children);
  const timetable = useStore((state) => state.data.timetable);
  const people = useStore((state) => state.data.people);
  const requests = useStore((state) => state.data.requests);
  const evidence = useStore((state) => state.data.evidence);
  const goTo = useStore((state) => state.goTo);
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  return [
    ...(children?.children ?? []).map((child) => ({
      id: `child-${child.id}`,
      label: names.childLabel(child.id),
      group: 'Children',
      onRun: () => goTo({ name: 'child', childId: child.id }),
    })),
    ...(timetable?.meetings ?? []).map((meeting) => ({
      id: `meeting-${meeting.id}`,
      label: names.withoutNames(meeting.title),
      hint: meeting.day
        ? [
            formatDayShort(meeting.day),
            meeting.start === null ? 'no time yet' : formatTime(meeting.start, clock),
          ].join(', ')
        : 'Not scheduled',
      group: 'Meetings',
      onRun: () => goTo({ name: 'timetable', meetingId: meeting.id }),
    })),
    ...(people?.people ?? []).map((person) => ({
      id: `person-${person.id}`,
      label: names.personName(person.id),
      hint: person.role,
      group: 'People',
      onRun: () => goTo({ name: 'people', personId: person.id }),
    })),
    ...(requests?.requests ?? []).map((request) => ({
      id: `request-${request.id}`,
      label: names.withoutNames(`${request.reference} ${request.title}`),
      group: 'Requests',
      onRun: () => goTo({ name: 'requests', requestId: request.id }),
    })),
    ...(evidence?.items ?? []).map((item) => ({
      id: `evidence-${item.id}`,
      label: names.withoutNames(item.title),
      group: 'Evidence',
      onRun: () => goTo({ name: 'evidence', evidenceId: item.id }),
    })),
  ];
}
