import { RequestState, requestStateLabels } from '../../../shared/domain/request.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { formatDayLong, formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { addWorkingHours, workCalendar } from '../../../shared/domain/working-days.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { PersonField } from '../../people/PersonField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Draft } from './request-draft.ts';

type PartProps = { readonly draft: Draft; readonly onChange: (patch: Partial<Draft>) => void };

/** Who asked, and in which meeting. */
export function AskingFields({ draft, onChange }: PartProps) {
  return (
    <>
      <AskedByField value={draft.askedBy} onChange={(askedBy) => onChange({ askedBy })} />
      <MeetingField value={draft.meetingId} onChange={(meetingId) => onChange({ meetingId })} />
    </>
  );
}

export function AskedByField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (role: string) => void;
}) {
  const people = useStore((state) => state.data.people?.people);
  const roles = (people ?? [])
    .filter((person) => person.side === 'inspection')
    .map((person) => person.role || person.discipline);
  return (
    <SuggestField
      label="Asked by"
      optional
      hint="A role, such as: Lead inspector"
      value={value}
      suggestions={suggestionsOf(roles)}
      maxLength={160}
      onChange={onChange}
    />
  );
}

export function MeetingField({
  value,
  onChange,
}: {
  readonly value: Draft['meetingId'];
  readonly onChange: (id: Draft['meetingId']) => void;
}) {
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const names = useNames();
  return (
    <ComboBox
      label="In which meeting"
      optional
      hint="Such as: keep in touch"
      choices={(meetings ?? []).map((meeting) => ({
        id: meeting.id,
        label: names.withoutNames(meeting.title),
        ...(meeting.day ? { hint: formatDayShort(meeting.day) } : {}),
      }))}
      value={value}
      none="No meeting of that name"
      onChange={(id) => onChange(meetings?.find((meeting) => meeting.id === id)?.id ?? null)}
    />
  );
}

/** By when it is wanted: on a day, or within so many working hours. */
export function DueFields({ draft, onChange }: PartProps) {
  return (
    <>
      {draft.dueHours === null && (
        <>
          <DayField label="Due on" optional value={draft.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
          <ClockField label="Due at" optional value={draft.dueAt} onChange={(dueAt) => onChange({ dueAt })} />
        </>
      )}
      <div className="requests-hours">
        <NumberField
          label="Due within"
          optional
          suffix="working hours"
          isDecimal
          min={0.25}
          max={400}
          hint={<HoursWorking draft={draft} />}
          value={draft.dueHours}
          onChange={(dueHours) => onChange({ dueHours })}
        />
      </div>
    </>
  );
}

/** Who answers it; a person's sector comes with the person. */
export function OwnerFields({ draft, onChange }: PartProps) {
  const people = useStore((state) => state.data.people?.people);
  return (
    <>
      <PersonField
        label="Person"
        optional
        value={draft.ownerId}
        onChange={(ownerId) => {
          const sector = people?.find((person) => person.id === ownerId)?.sector;
          onChange({ ownerId, ...(sector ? { ownerSector: sector } : {}) });
        }}
      />
      <SectorField value={draft.ownerSector} onChange={(ownerSector) => onChange({ ownerSector })} />
    </>
  );
}

/** How it is kept: how far it is, under which heading and reference, and since when. */
export function KeepingFields({ draft, onChange }: PartProps) {
  const requests = useStore((state) => state.data.requests);
  const groups = (requests?.requests ?? []).map((request) => request.group);
  return (
    <>
      <Select
        label="State"
        value={draft.state}
        options={RequestState.options.map((state) => ({ value: state, label: requestStateLabels[state] }))}
        onChange={(state) => onChange({ state })}
      />
      <DayField
        label="Remind the owner on"
        optional
        value={draft.remindOn}
        onChange={(remindOn) => onChange({ remindOn })}
      />
      <SuggestField
        label="Kept under"
        optional
        hint="A heading of the list"
        value={draft.group}
        suggestions={suggestionsOf(groups)}
        maxLength={80}
        onChange={(group) => onChange({ group })}
      />
      <TextField
        label="Reference"
        hint={draft.reference === '' ? 'The next free one, unless you enter one' : 'How everybody calls it'}
        value={draft.reference}
        maxLength={20}
        onChange={(reference) => onChange({ reference })}
      />
      <DayField
        label="Asked on"
        optional
        value={draft.askedOn}
        onChange={(askedOn) => onChange({ askedOn })}
      />
      <ClockField
        label="Asked at"
        optional
        value={draft.askedMinutes}
        onChange={(askedMinutes) => onChange({ askedMinutes })}
      />
    </>
  );
}

/** When the working hours run out, and how that was counted. */
function HoursWorking({ draft }: { readonly draft: Draft }) {
  const closureDays = useStore((state) => state.data.engagement?.closureDays);
  const clock = useStore((state) => state.settings.clock);
  const { dueHours, askedOn, askedMinutes } = draft;
  if (dueHours === null) return 'In place of a date';
  if (askedOn === null) return 'Counted from now';
  const from = { date: askedOn, minutes: askedMinutes ?? 9 * 60 };
  const due = addWorkingHours(from, dueHours, workCalendar(closureDays ?? []));
  return `${formatDayLong(due.date)}, ${formatTime(due.minutes, clock)}: ${due.sentence}`;
}

export function SectorField({
  value,
  onChange,
}: {
  readonly value: Draft['ownerSector'];
  readonly onChange: (sector: Draft['ownerSector']) => void;
}) {
  return (
    <Select
      label="Owned by"
      value={value ?? ''}
      options={[
        { value: '', label: 'No sector yet' },
        ...SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] })),
      ]}
      onChange={(sector) => onChange(SECTORS.find((one) => one === sector) ?? null)}
    />
  );
}

const suggestionsOf = (values: readonly string[]) =>
  [...new Set(values.filter(Boolean))].map((value) => ({ value }));
