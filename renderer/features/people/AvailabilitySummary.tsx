import { absenceWords } from '../../../shared/domain/availability/words.ts';
import type { AvailabilityOwner } from '../../state/availability.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';

const most = 3;

/** When a person or place is to be had, in a line, and the way to all of it. */
export function AvailabilitySummary({ owner }: { readonly owner: AvailabilityOwner }) {
  const view = useStore((state) => state.data.availability);
  const openAvailability = useStore((state) => state.openAvailability);
  const { clock } = useStore((state) => state.settings);
  if (!view) return null;
  const isOwn = (row: AvailabilityOwner) => row.personId === owner.personId && row.placeId === owner.placeId;
  const { absences, usualHours, busyTimes } = view.availability;
  const own = absences.filter(isOwn);
  const busy = busyTimes.filter(isOwn).length;
  const facts = [
    ...own.slice(0, most).map((absence) => `away ${absenceWords(absence, clock)}`),
    ...(own.length > most ? [`${own.length - most} more absences`] : []),
    ...(usualHours.some(isOwn) ? ['usual hours set'] : []),
    ...(busy > 0 ? [busy === 1 ? '1 busy time from a calendar' : `${busy} busy times from a calendar`] : []),
  ];
  const line = facts.join(', ');
  return (
    <Section
      title="In the timetable"
      level={3}
      action={
        <Button size="small" onClick={() => openAvailability({ kind: 'owner', owner })}>
          Availability...
        </Button>
      }
    >
      <p className="text-2">
        {line === '' ? 'Free at any hour of the day.' : `${line.charAt(0).toUpperCase()}${line.slice(1)}.`}
      </p>
    </Section>
  );
}
