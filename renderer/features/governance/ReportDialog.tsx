import {
  noImplications,
  type Report,
  reportKindLabels,
  reportStateLabels,
} from '../../../shared/domain/governance/report.ts';
import { rhythmLabels } from '../../../shared/domain/governance/rhythm.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { DayField } from '../../people/DayField.tsx';
import { DocumentField } from '../../people/DocumentField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AccessPart, DecisionPart, ImplicationPart } from './ReportParts.tsx';

const elsewhere = '';

const blank: Omit<Report, 'id'> = {
  ...{ title: '', kind: 'information', boardId: null, audience: '', on: null, rhythm: 'none' },
  ...{ state: 'planned', access: 'public', accessReason: '', isKeyDecision: false, wards: '', contact: '' },
  ...{ summary: '', decisionWanted: '', optionsRejected: '', decision: '', decidedOn: null },
  ...{ implications: noImplications, appendices: '', backgroundPapers: '', documentId: null },
  ...{ isEmbargoed: false, internalNotes: '' },
};

/** Adds a report or changes it: who it is for, what it says, its implications, and what was decided. */
export function ReportDialog({
  report,
  view,
  onClose,
}: {
  readonly report: Report | null;
  readonly view: GovernanceView;
  readonly onClose: () => void;
}) {
  const names = useNames();
  const form = useRecordForm({
    titles: ['Report', 'Add report'],
    row: report,
    blank,
    isWhole: ({ title, boardId, audience }) =>
      title.trim() !== '' && (boardId !== null || audience.trim() !== ''),
    onSave: (save, row) => save('governance:saveReport', row),
    onRemove: (save, id) => save('governance:removeReport', { id }),
    onClose,
  });
  const { draft, change, lacks, dialog } = form;

  return (
    <FormDialog {...dialog} size="wide">
      <TextField
        label="Title"
        value={draft.title}
        maxLength={200}
        error={lacks(draft.title.trim() === '', 'Give it a title.')}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <Select
          label="To"
          value={(draft.boardId ?? elsewhere) as string}
          options={[
            ...view.boards.map(({ id, name }) => ({ value: id as string, label: names.withoutNames(name) })),
            { value: elsewhere, label: 'Somebody else' },
          ]}
          onChange={(id) => change({ boardId: view.boards.find((one) => one.id === id)?.id ?? null })}
        />
        {draft.boardId === null && (
          <TextField
            label="Who"
            hint="Such as: all members, corporate parenting board"
            value={draft.audience}
            maxLength={160}
            error={lacks(draft.audience.trim() === '', 'Say who it is for.')}
            onChange={(audience) => change({ audience })}
          />
        )}
        <DayField label="When" optional value={draft.on} onChange={(on) => change({ on })} />
        <Select
          label="Comes round"
          value={draft.rhythm}
          options={choicesOf(rhythmLabels)}
          onChange={(rhythm) => change({ rhythm })}
        />
        <Select
          label="Kind"
          value={draft.kind}
          options={choicesOf(reportKindLabels)}
          onChange={(kind) => change({ kind })}
        />
        <Select
          label="State"
          value={draft.state}
          options={choicesOf(reportStateLabels)}
          onChange={(state) => change({ state })}
        />
      </div>
      <DocumentField
        label="Document"
        optional
        value={draft.documentId}
        onChange={(documentId) => change({ documentId })}
      />
      <TextArea
        label="Summary"
        optional
        rows={2}
        maxLength={4000}
        value={draft.summary}
        onChange={(summary) => change({ summary })}
      />
      <DecisionPart draft={draft} change={change} />
      <ImplicationPart draft={draft} change={change} />
      <AccessPart draft={draft} change={change} />
    </FormDialog>
  );
}
