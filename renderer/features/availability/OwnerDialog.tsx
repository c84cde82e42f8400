import { CalendarPlus } from 'lucide-react';
import { countBy } from '../../../shared/domain/counted.ts';
import { useNames } from '../../people/useNames.ts';
import type { AvailabilityOwner } from '../../state/availability.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { AbsenceSection } from './AbsenceSection.tsx';
import { UsualHoursSection } from './UsualHoursSection.tsx';

/** When one person or place is to be had: usual hours, absences, and the calendars their busy times came from. */
export function OwnerDialog({ owner }: { readonly owner: AvailabilityOwner }) {
  const view = useStore((state) => state.data.availability);
  const places = useStore((state) => state.data.people?.places);
  const act = useStore((state) => state.act);
  const closeAvailability = useStore((state) => state.closeAvailability);
  const openAvailability = useStore((state) => state.openAvailability);
  const names = useNames();
  if (!view) return null;
  const isOwn = (row: AvailabilityOwner) => row.personId === owner.personId && row.placeId === owner.placeId;
  const { usualHours, absences, busyTimes } = view.availability;
  const name = owner.personId
    ? names.personName(owner.personId)
    : (places?.find(({ id }) => id === owner.placeId)?.name ?? '');
  const calendars = countBy(busyTimes.filter(isOwn), ({ calendar }) => calendar);

  return (
    <Dialog
      isOpen
      onClose={closeAvailability}
      title="Availability"
      fact={name}
      size="medium"
      note="Each change is kept at once, and Undo takes it back."
      foot={
        <Button kind="primary" onClick={closeAvailability}>
          Close
        </Button>
      }
    >
      <div className="stack stack-loose">
        <AbsenceSection owner={owner} absences={absences.filter(isOwn)} firstDay={view.firstDay} />
        <UsualHoursSection
          key={usualHours.filter(isOwn).length}
          owner={owner}
          hours={usualHours.filter(isOwn)}
        />
        <Section
          title="Calendars"
          level={3}
          action={
            <Button
              size="small"
              icon={CalendarPlus}
              onClick={() => openAvailability({ kind: 'calendars', owner })}
            >
              Import a calendar...
            </Button>
          }
        >
          {calendars.size === 0 ? (
            <p className="text-2">
              None imported. Only busy times are kept of a calendar (.ics), never what they are for.
            </p>
          ) : (
            <ul className="availability-list">
              {[...calendars].map(([calendar, count]) => (
                <li key={calendar}>
                  <span>{names.withoutNames(calendar)}</span>
                  <span className="text-2 num">{count === 1 ? '1 busy time' : `${count} busy times`}</span>
                  <LinkButton onClick={() => void act('availability:removeCalendar', { ...owner, calendar })}>
                    Remove<span className="visually-hidden"> {names.withoutNames(calendar)}</span>
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </Dialog>
  );
}
