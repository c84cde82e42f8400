import {
  clearanceSteps,
  isSigned,
  jointSteps,
  lacksVersion,
  type SignOff,
  signOffAboutLabels,
  signOffStanding,
  unsigned,
} from '../../../shared/domain/governance/sign-off.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { DayField } from '../../people/DayField.tsx';
import { DocumentField } from '../../people/DocumentField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { StepGrid } from './StepGrid.tsx';

const none = '';
const noVersions: readonly never[] = [];

const blank: Omit<SignOff, 'id'> = {
  ...{ title: '', about: 'evaluation', reportId: null, documentId: null, versionId: null, dueOn: null },
  note: '',
  steps: [...clearanceSteps, ...jointSteps],
};

/** Adds a sign-off or changes it; the stages can be called, added and taken away at will. */
export function SignOffDialog({
  signOff,
  view,
  onClose,
}: {
  readonly signOff: SignOff | null;
  readonly view: GovernanceView;
  readonly onClose: () => void;
}) {
  const names = useNames();
  const versions = useStore((state) => state.data.evaluation?.versions ?? noVersions);
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Sign-off', 'Add sign-off'],
    row: signOff,
    blank,
    isWhole: ({ title, steps, ...rest }) =>
      title.trim() !== '' &&
      steps.length > 0 &&
      steps.every((step) => step.title.trim() !== '') &&
      !lacksVersion({ ...rest, steps }),
    onSave: (save, row) => save('governance:saveSignOff', row),
    onRemove: (save, id) => save('governance:removeSignOff', { id }),
    onClose,
  });
  /** What was signed before was another version, unless none was named. */
  function chooseVersion(versionId: SignOff['versionId']) {
    const { steps } = draft;
    change({ versionId, steps: draft.versionId === null ? steps : [...unsigned(steps)] });
  }

  return (
    <FormDialog {...dialog} size="wide" note={signOffStanding(draft, versions).words}>
      <TextField
        label="What is signed"
        value={draft.title}
        maxLength={200}
        error={lacks(draft.title.trim() === '', 'Say what is signed.')}
        onChange={(title) => change({ title })}
      />
      <div className="form-grid">
        <Select
          label="It is"
          value={draft.about}
          options={choicesOf(signOffAboutLabels)}
          onChange={(about) => change({ about, reportId: null, documentId: null, versionId: null })}
        />
        {draft.about === 'evaluation' && (
          <Select
            label="Version that is signed"
            hint={draft.steps.some(isSigned) ? 'Another version has to be signed anew.' : undefined}
            value={(draft.versionId ?? none) as string}
            options={[
              { value: none, label: versions.length === 0 ? 'No version is kept yet' : 'Not said yet' },
              ...versions.map(({ id, number, audience }) => ({
                value: id as string,
                label: `Version ${number}, for ${names.withoutNames(audience)}`,
              })),
            ]}
            error={lacks(
              lacksVersion(draft),
              'Say which version was signed. Versions are kept under Evaluation.',
            )}
            onChange={(id) => chooseVersion(versions.find((one) => one.id === id)?.id ?? null)}
          />
        )}
        {draft.about === 'report' && (
          <Select
            label="Report"
            value={(draft.reportId ?? none) as string}
            options={[
              { value: none, label: 'None of those listed' },
              ...view.reports.map(({ id, title }) => ({
                value: id as string,
                label: names.withoutNames(title),
              })),
            ]}
            onChange={(id) => change({ reportId: view.reports.find((one) => one.id === id)?.id ?? null })}
          />
        )}
        {draft.about === 'document' && (
          <DocumentField
            label="Document"
            optional
            value={draft.documentId}
            onChange={(documentId) => change({ documentId })}
          />
        )}
        <DayField label="Wanted by" optional value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
      </div>
      <StepGrid
        steps={draft.steps}
        problem={lacks(
          draft.steps.length === 0 || draft.steps.some((step) => step.title.trim() === ''),
          'Say who signs in each line.',
        )}
        onChange={(steps) => change({ steps: [...steps] })}
      />
      <TextField
        label="Note"
        optional
        value={draft.note}
        maxLength={1000}
        onChange={(note) => change({ note })}
      />
    </FormDialog>
  );
}
