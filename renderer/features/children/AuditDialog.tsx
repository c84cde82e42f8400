import { useState } from 'react';
import { type AuditFinding, auditKindLabels } from '../../../shared/domain/audit.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { DayField } from '../../people/DayField.tsx';
import { PersonField } from '../../people/PersonField.tsx';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { AgencyField } from './AgencyField.tsx';

type Draft = Omit<AuditFinding, 'id'>;

/** Adds a strength, a gap or an action to a child's audit, or changes one. */
export function AuditDialog({
  childId,
  finding,
  onClose,
}: {
  readonly childId: ChildId;
  readonly finding: AuditFinding | null;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const criteria = useStore((state) => state.data.engagement?.criteria) ?? [];
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(finding ?? blank(childId));
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });

  async function submit() {
    setTried(true);
    if (draft.text.trim() === '') return;
    if (await save('children:saveAuditFinding', { ...draft, id: finding?.id ?? null })) onClose();
  }

  async function remove() {
    if (finding) await act('children:removeAuditFinding', { id: finding.id });
    onClose();
  }

  return (
    <FormDialog
      title={finding ? 'Edit finding' : 'Add finding'}
      saveLabel={finding ? 'Save' : 'Add finding'}
      problem={failure && sentenceFor(failure)}
      onRemove={finding ? () => void remove() : null}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <RadioGroup
        label="What it is"
        across
        options={choicesOf(auditKindLabels)}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextArea
        label="What was found"
        rows={3}
        maxLength={1000}
        value={draft.text}
        error={isTried && draft.text.trim() === '' ? 'Enter what was found.' : null}
        onChange={(text) => change({ text })}
      />
      <Select
        label="Criterion"
        value={draft.criterionId ?? ''}
        options={[
          { value: '', label: 'None of them' },
          ...criteria.map((one) => ({
            value: one.id,
            label: one.code ? `${one.code} ${one.title}` : one.title,
          })),
        ]}
        onChange={(id) => change({ criterionId: criteria.find((one) => one.id === id)?.id ?? null })}
      />
      <div className="form-grid">
        <AgencyField label="Agency" value={draft.sector} onChange={(sector) => change({ sector })} />
        {draft.kind === 'action' && (
          <>
            <PersonField
              label="Who does it"
              optional
              value={draft.ownerId}
              onChange={(ownerId) => change({ ownerId })}
            />
            <DayField label="Due on" optional value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
          </>
        )}
      </div>
    </FormDialog>
  );
}

const blank = (childId: ChildId): Draft => ({
  childId,
  criterionId: null,
  kind: 'strength',
  text: '',
  sector: null,
  ownerId: null,
  dueOn: null,
  isDone: false,
});
