import {
  type Briefing,
  type BriefingKind,
  briefingKindLabels,
} from '../../../shared/domain/governance/briefing.ts';
import { DayField } from '../../people/DayField.tsx';
import { DocumentField } from '../../people/DocumentField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

const none = '';

const blank: Omit<Briefing, 'id'> = {
  ...{ kind: 'briefing', on: null, who: '', service: '', meetingId: null, notes: '', actions: '' },
  ...{ information: '', documentId: null, isDone: false, internalNotes: '' },
};

const whoHints: Readonly<Record<BriefingKind, string>> = {
  briefing: 'The members it is for',
  visit: 'The members who go. The visit looks at the area, not at the setting',
  update: 'The forum or network, such as SENCOs, governors or headteachers',
};

/** Adds a briefing, a visit or an update, or changes it. */
export function BriefingDialog({
  briefing,
  onClose,
}: {
  readonly briefing: Briefing | null;
  readonly onClose: () => void;
}) {
  const names = useNames();
  const meetings = (useStore((state) => state.data.timetable?.meetings) ?? []).filter(
    ({ kind }) => kind !== 'block',
  );
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Briefing', 'Add briefing'],
    row: briefing,
    blank,
    isWhole: ({ who }) => who.trim() !== '',
    onSave: (save, row) => save('governance:saveBriefing', row),
    onRemove: (save, id) => save('governance:removeBriefing', { id }),
    onClose,
  });
  return (
    <FormDialog {...dialog}>
      <div className="form-grid">
        <Select
          label="Kind"
          value={draft.kind}
          options={choicesOf(briefingKindLabels)}
          onChange={(kind) => change({ kind })}
        />
        <DayField label="When" optional value={draft.on} onChange={(on) => change({ on })} />
      </div>
      <TextField
        label="Who"
        hint={whoHints[draft.kind]}
        value={draft.who}
        maxLength={200}
        error={lacks(draft.who.trim() === '', 'Say who it is for.')}
        onChange={(who) => change({ who })}
      />
      {draft.kind === 'briefing' && (
        <Select
          label="Before the meeting"
          value={(draft.meetingId ?? none) as string}
          options={[
            { value: none, label: 'No one meeting' },
            ...meetings.map(({ id, title }) => ({ value: id as string, label: names.withoutNames(title) })),
          ]}
          onChange={(id) => change({ meetingId: meetings.find((one) => one.id === id)?.id ?? null })}
        />
      )}
      {draft.kind === 'visit' && (
        <TextField
          label="Service or setting"
          optional
          value={draft.service}
          maxLength={200}
          onChange={(service) => change({ service })}
        />
      )}
      <TextArea
        label={draft.kind === 'briefing' ? 'What to know' : 'Notes'}
        optional
        rows={4}
        maxLength={6000}
        value={draft.notes}
        onChange={(notes) => change({ notes })}
      />
      <div className="form-grid">
        <TextArea
          label="To get done"
          optional
          rows={2}
          maxLength={2000}
          value={draft.actions}
          onChange={(actions) => change({ actions })}
        />
        <TextArea
          label="To find out"
          optional
          rows={2}
          maxLength={2000}
          value={draft.information}
          onChange={(information) => change({ information })}
        />
      </div>
      <DocumentField
        label="Document"
        optional
        value={draft.documentId}
        onChange={(documentId) => change({ documentId })}
      />
      <TextArea
        label="Notes for ourselves"
        optional
        hint="Never in an export"
        rows={2}
        maxLength={4000}
        value={draft.internalNotes}
        onChange={(internalNotes) => change({ internalNotes })}
      />
      <Checkbox label="Done" isChecked={draft.isDone} onChange={(isDone) => change({ isDone })} />
    </FormDialog>
  );
}
