import { useEffect, useRef, useState } from 'react';
import type { PersonId, PlaceId } from '../../../shared/domain/ids.ts';
import { formatDayMonth, formatDayShort } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { CalendarsPreview, ReadCalendar } from '../../../shared/ipc/availability.ts';
import { useNames } from '../../people/useNames.ts';
import type { AvailabilityOwner } from '../../state/availability.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Calendar files and whose each is. Only busy times are taken, and nothing before it is confirmed. */
export function CalendarsDialog({
  owner,
  tokens,
}: {
  readonly owner: AvailabilityOwner | null;
  readonly tokens?: readonly string[] | undefined;
}) {
  const act = useStore((state) => state.act);
  const openAvailability = useStore((state) => state.openAvailability);
  const closeAvailability = useStore((state) => state.closeAvailability);
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const [preview, setPreview] = useState<CalendarsPreview | null>(null);
  const [owners, setOwners] = useState<ReadonlyMap<number, string | null>>(new Map());
  const hasStarted = useRef(false);
  const leave = () => (owner ? openAvailability({ kind: 'owner', owner }) : closeAvailability());

  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    void (async () => {
      const asked = owner ?? { personId: null, placeId: null };
      const read = await save('availability:readCalendars', {
        ...asked,
        ...(tokens ? { tokens: [...tokens] } : {}),
      });
      if (read?.value) setPreview(read.value);
      else if (read) leave();
    })();
  });

  const ownerOf = (calendar: ReadCalendar, index: number) =>
    owners.has(index) ? (owners.get(index) ?? null) : keyOf(calendar);
  const chosen = (preview?.calendars ?? []).flatMap((calendar, index) => {
    const key = ownerOf(calendar, index);
    return key && calendar.problem === null ? [{ index, ...ownerFrom(key) }] : [];
  });

  function close() {
    if (preview) void act('availability:dropCalendars', { token: preview.token });
    leave();
  }
  async function confirm() {
    if (!preview || chosen.length === 0) return;
    const done = await save('availability:confirmCalendars', { token: preview.token, owners: chosen });
    if (!done) return;
    const { calendars, busy } = done.value;
    showDone(
      `${calendars === 1 ? 'The calendar is' : `${calendars} calendars are`} imported: ${busy === 1 ? '1 busy time' : `${busy} busy times`}.`,
    );
    leave();
  }
  if (!preview && !failure) return null;

  return (
    <Dialog
      isOpen
      onClose={close}
      title="Import calendars"
      fact={
        preview
          ? `busy times from ${formatDayMonth(preview.from)} to ${formatDayMonth(preview.to)}`
          : undefined
      }
      size="medium"
      note="What the times are for is not kept. Importing a calendar again replaces it."
      onSubmit={() => void confirm()}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            type="submit"
            kind="primary"
            unavailable={chosen.length === 0 && 'Say whose calendar it is first'}
            hideReason
          >
            {chosen.length > 1 ? `Import ${chosen.length} calendars` : 'Import the calendar'}
          </Button>
        </>
      }
    >
      <div className="stack">
        {failure && (
          <Banner tone="bad" role="alert">
            {sentenceFor(failure)}
          </Banner>
        )}
        <ul className="availability-calendars">
          {preview?.calendars.map((calendar, index) => (
            <CalendarRow
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is what main knows a calendar by, and the list does not change
              key={index}
              calendar={calendar}
              value={ownerOf(calendar, index)}
              onChange={(key) => setOwners(new Map([...owners, [index, key]]))}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function CalendarRow({
  calendar,
  value,
  onChange,
}: {
  readonly calendar: ReadCalendar;
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}) {
  const view = useStore((state) => state.data.people);
  const names = useNames();
  const choices = [
    ...(view?.people ?? []).map((person) => ({
      id: `person ${person.id}`,
      label: names.personName(person),
      hint: person.role,
    })),
    ...(view?.places ?? []).map((place) => ({ id: `place ${place.id}`, label: place.name, hint: 'Place' })),
  ];
  const name = names.withoutNames(calendar.name);
  return (
    <li className="availability-calendar">
      <div>
        <p className="type-name">{name}</p>
        {calendar.problem ? (
          <p className="text-bad">{calendar.problem}</p>
        ) : (
          <p className="text-2 num">{busyWords(calendar)}</p>
        )}
      </div>
      {calendar.problem === null && (
        <ComboBox
          label={`Whose calendar ${name} is`}
          labelHidden
          choices={choices}
          value={value}
          onChange={onChange}
          placeholder="Whose is it?"
          none="Nobody of that name"
        />
      )}
    </li>
  );
}

function busyWords({ busy, from, to }: ReadCalendar): string {
  if (busy === 0 || !from || !to) return 'No busy time in these dates';
  const days = from === to ? formatDayShort(from) : `${formatDayShort(from)} to ${formatDayShort(to)}`;
  return `${busy === 1 ? '1 busy time' : `${busy} busy times`}, ${days}`;
}

const keyOf = ({ personId, placeId }: AvailabilityOwner): string | null =>
  personId ? `person ${personId}` : placeId ? `place ${placeId}` : null;

function ownerFrom(key: string): AvailabilityOwner {
  const id = key.slice(key.indexOf(' ') + 1);
  return key.startsWith('person ')
    ? { personId: id as PersonId, placeId: null }
    : { personId: null, placeId: id as PlaceId };
}
