import { useState } from 'react';
import {
  type ChecklistItem,
  ChecklistState,
  DocumentStage,
  ThirdPartyCheck,
} from '../../../shared/domain/child.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { DayField } from '../../people/DayField.tsx';
import { OwnerField } from '../../people/OwnerField.tsx';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { checklistLooks, stageLabels, thirdPartyLabels } from './child-words.ts';

type Draft = Omit<ChecklistItem, 'id' | 'position'>;

const blank = (childId: ChildId, group: string): Draft => ({
  childId,
  group,
  title: '',
  ownerSector: null,
  ownerId: null,
  ownerName: '',
  askedOn: null,
  dueOn: null,
  state: 'missing',
  receivedOn: null,
  version: '',
  stage: 'not-said',
  thirdPartyCheck: 'not-checked',
  approvedBy: '',
  reason: '',
});

/** Adds a document to a child's checklist, or changes one. */
export function ChecklistItemDialog({
  childId,
  item,
  groups,
  onClose,
}: {
  readonly childId: ChildId;
  readonly item: ChecklistItem | null;
  readonly groups: readonly string[];
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Draft>(item ?? blank(childId, groups.at(-1) ?? ''));
  const [isTried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const needsReason = draft.state === 'not-applicable';

  async function submit() {
    setTried(true);
    if (draft.title.trim() === '' || (needsReason && draft.reason.trim() === '')) return;
    if (await save('children:saveChecklistItem', { ...draft, id: item?.id ?? null })) onClose();
  }

  return (
    <FormDialog
      title={item ? 'Edit document' : 'Add document'}
      saveLabel={item ? 'Save' : 'Add document'}
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <div className="form-grid">
        <TextField
          label="Document"
          value={draft.title}
          error={isTried && draft.title.trim() === '' ? 'Enter the document.' : null}
          maxLength={200}
          onChange={(title) => change({ title })}
        />
        <SuggestField
          label="Group"
          optional
          value={draft.group}
          maxLength={80}
          suggestions={groups.filter(Boolean).map((value) => ({ value }))}
          onChange={(group) => change({ group })}
        />
      </div>
      <div className="field">
        <span id="item-state" className="field-label">
          State
        </span>
        <span>
          <Segmented
            label="State"
            aria-labelledby="item-state"
            options={ChecklistState.options.map((value) => ({ value, label: checklistLooks[value].words }))}
            value={draft.state}
            onChange={(state) => change({ state })}
          />
        </span>
      </div>
      {needsReason && (
        <TextField
          label="Why it does not apply"
          value={draft.reason}
          error={isTried && draft.reason.trim() === '' ? 'Say why it does not apply.' : null}
          maxLength={500}
          onChange={(reason) => change({ reason })}
        />
      )}
      <div className="form-grid">
        <Select
          label="Owed by"
          value={draft.ownerSector ?? ''}
          options={[
            { value: '', label: 'No sector' },
            ...SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] })),
          ]}
          onChange={(sector) => change({ ownerSector: SECTORS.find((one) => one === sector) ?? null })}
        />
        <OwnerField label="Person or team" optional value={draft} onChange={change} />
        <Day label="Asked on" value={draft.askedOn} onChange={(askedOn) => change({ askedOn })} />
        <Day label="Due on" value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
      </div>
      {draft.state === 'received' && (
        <div className="form-grid">
          <Day
            label="Received on"
            value={draft.receivedOn}
            onChange={(receivedOn) => change({ receivedOn })}
          />
          <TextField
            label="Version"
            optional
            value={draft.version}
            maxLength={40}
            onChange={(version) => change({ version })}
          />
          <Select
            label="Draft or final"
            value={draft.stage}
            options={DocumentStage.options.map((value) => ({ value, label: stageLabels[value] }))}
            onChange={(stage) => change({ stage })}
          />
          <Select
            label="Other people in it"
            value={draft.thirdPartyCheck}
            options={ThirdPartyCheck.options.map((value) => ({ value, label: thirdPartyLabels[value] }))}
            onChange={(thirdPartyCheck) => change({ thirdPartyCheck })}
          />
          <TextField
            label="Approved by"
            optional
            value={draft.approvedBy}
            maxLength={160}
            onChange={(approvedBy) => change({ approvedBy })}
          />
        </div>
      )}
    </FormDialog>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: IsoDate | null;
  readonly onChange: (day: IsoDate | null) => void;
}) {
  return <DayField label={label} optional value={value} onChange={onChange} />;
}
