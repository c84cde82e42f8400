import { useId } from 'react';
import { confidenceLabels } from '../../../shared/domain/feedback.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { sectorOf } from '../../../shared/domain/triangulation.ts';
import { ClockField } from '../../people/ClockField.tsx';
import { DayField } from '../../people/DayField.tsx';
import { PersonField } from '../../people/PersonField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CriterionChips } from './CriterionChips.tsx';
import { inspectorsIn, likelyRoles } from './capture-start.ts';
import { kindOptions } from './feedback-words.ts';
import type { FieldsProps } from './fields-props.ts';
import { Line } from './Line.tsx';
import { MeetingPick } from './MeetingPick.tsx';
import { NameWarning } from './NameWarning.tsx';

/** What was said, what kind of thing it is, who said it to whom and where, and what it asks us to do. */
export function FeedbackFields({ draft, onChange, error }: FieldsProps & { readonly error: string | null }) {
  const kindId = useId();
  return (
    <div className="feedback-fields">
      <div className="stack stack-tight">
        <TextArea
          label="What was said"
          labelHidden
          capture
          data-autofocus
          placeholder="What was said"
          rows={3}
          maxLength={4000}
          value={draft.text}
          error={error}
          onChange={(text) => onChange({ text })}
        />
        <p className="type-small text-3">
          Kept by role, never by name: what is said in confidence must not be laid at one person’s door, and
          who was there is kept apart. It may have to be disclosed.
        </p>
      </div>
      <NameWarning text={draft.text} onChange={(text) => onChange({ text })} />
      <Line label="What it is" id={kindId}>
        <Segmented
          label="What it is"
          aria-labelledby={kindId}
          options={kindOptions}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </Line>
      <CriterionChips draft={draft} onChange={onChange} />
      <Voices draft={draft} onChange={onChange} />
      <NameWarning text={draft.saidBy} onChange={(saidBy) => onChange({ saidBy })} />
      <MeetingPick draft={draft} onChange={onChange} />
      <Told draft={draft} onChange={onChange} />
      <About draft={draft} onChange={onChange} />
      <Weight draft={draft} onChange={onChange} />
      <Action draft={draft} onChange={onChange} />
    </div>
  );
}

function Voices({ draft, onChange }: FieldsProps) {
  const id = useId();
  const known = useStore((state) => state.data.people);
  const timetable = useStore((state) => state.data.timetable);
  const names = useNames();
  const people = known?.people ?? [];
  const meeting = timetable?.meetings.find((one) => one.id === draft.meetingId) ?? null;
  const here = meeting ? inspectorsIn(meeting, people) : [];
  const team = people.filter((person) => person.side === 'inspection');
  const hearers = [...new Set([...here, ...team])].map((person) => ({
    name: person.name,
    value: names.personName(person),
    ...(person.role === person.name ? {} : { hint: person.role }),
  }));
  const unique = hearers.filter((one) => hearers.find((other) => other.value === one.value) === one);
  const shownHearer = hearers.find((one) => one.name === draft.heardBy)?.value ?? draft.heardBy;
  return (
    <Line label="Said by" id={id}>
      <span className="feedback-voices">
        <SuggestField
          label="Said by, as a role"
          labelHidden
          placeholder="A role, not a name"
          maxLength={160}
          value={draft.saidBy}
          suggestions={likelyRoles(people, meeting).map((value) => ({ value }))}
          onChange={(saidBy) => onChange({ saidBy })}
        />
        <span className="text-2">to</span>
        <SuggestField
          label="Heard by"
          labelHidden
          placeholder="Heard by"
          maxLength={160}
          value={shownHearer}
          suggestions={unique}
          onChange={(text) => onChange({ heardBy: unique.find((one) => one.value === text)?.name ?? text })}
        />
      </span>
    </Line>
  );
}

/** The final feedback in which it was said, once there is any. */
function Told({ draft, onChange }: FieldsProps) {
  const id = useId();
  const hearings = useStore((state) => state.data.after?.hearings);
  if (!hearings || hearings.length === 0) return null;
  return (
    <Line label="Told to" id={id}>
      <Select
        label="Final feedback to"
        labelHidden
        fit
        value={draft.hearingId ?? ''}
        options={[
          { value: '', label: 'Not in the final feedback' },
          ...hearings.map((one) => ({ value: one.id as string, label: one.audience })),
        ]}
        onChange={(value) => onChange({ hearingId: hearings.find((one) => one.id === value)?.id ?? null })}
      />
    </Line>
  );
}

function About({ draft, onChange }: FieldsProps) {
  const id = useId();
  const children = useStore((state) => state.data.children?.children);
  if (!children || children.length === 0) return null;
  return (
    <Line label="About" id={id}>
      <Select
        label="About a child"
        labelHidden
        fit
        value={draft.childId ?? ''}
        options={[
          { value: '', label: 'No child in particular' },
          ...children.map((child) => ({ value: child.id as string, label: `Child ${child.code}` })),
        ]}
        onChange={(value) => onChange({ childId: children.find((child) => child.id === value)?.id ?? null })}
      />
    </Line>
  );
}

/** From which sector it comes, and whether these are their words: what makes it count as borne out. */
function Weight({ draft, onChange }: FieldsProps) {
  const id = useId();
  const guess = sectorOf({ sector: null, saidBy: draft.saidBy });
  return (
    <Line label="Heard from" id={id}>
      <span className="feedback-weight">
        <Select
          label="Sector"
          labelHidden
          fit
          value={draft.sector ?? ''}
          options={[
            { value: '', label: guess ? `${SECTOR_LABELS[guess]}, by the role` : 'No sector' },
            ...SECTORS.map((sector) => ({ value: sector as string, label: SECTOR_LABELS[sector] })),
          ]}
          onChange={(value) => onChange({ sector: SECTORS.find((sector) => sector === value) ?? null })}
        />
        <Select
          label="How sure we are"
          labelHidden
          fit
          value={draft.confidence}
          options={choicesOf(confidenceLabels)}
          onChange={(confidence) => onChange({ confidence })}
        />
        <Checkbox
          label="In their own words"
          isChecked={draft.isQuote}
          onChange={(isQuote) => onChange({ isQuote })}
        />
      </span>
    </Line>
  );
}

function Action({ draft, onChange }: FieldsProps) {
  const id = useId();
  return (
    <Line label="Action" id={id}>
      <span className="feedback-action">
        <TextField
          label="What needs doing"
          labelHidden
          placeholder="What needs doing, if anything"
          maxLength={500}
          value={draft.action}
          onChange={(action) => onChange({ action })}
        />
        {draft.action.trim() !== '' && (
          <>
            <PersonField
              label="Who does it"
              labelHidden
              placeholder="Who"
              value={draft.actionOwnerId}
              onChange={(actionOwnerId) => onChange({ actionOwnerId })}
            />
            <DayField
              label="By when"
              labelHidden
              placeholder="By when"
              value={draft.actionDueOn}
              written="short"
              title={draft.actionDueOn === null ? undefined : formatDayLong(draft.actionDueOn)}
              onChange={(actionDueOn) => onChange({ actionDueOn })}
            />
            <ClockField
              label="By what time"
              labelHidden
              placeholder="At"
              value={draft.actionDueAt}
              onChange={(actionDueAt) => onChange({ actionDueAt })}
            />
          </>
        )}
      </span>
    </Line>
  );
}
