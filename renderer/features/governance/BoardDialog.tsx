import { useState } from 'react';
import { type Board, escalationPath } from '../../../shared/domain/governance/board.ts';
import { rhythmLabels } from '../../../shared/domain/governance/rhythm.ts';
import { planKindLabels } from '../../../shared/domain/plan.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { DayField } from '../../people/DayField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useRecordForm } from '../../state/useRecordForm.ts';
import { choicesOf } from '../../ui/choices.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type Seat, SeatList } from './SeatList.tsx';

const none = '';

const blank: Omit<Board, 'id'> = {
  ...{
    name: '',
    remit: '',
    answersToId: null,
    rhythm: 'monthly',
    meetsOn: null,
    papersDays: 5,
    watches: 'none',
  },
};

/** Adds a board or changes it, with everybody who sits on it. */
export function BoardDialog({
  board,
  view,
  onClose,
}: {
  readonly board: Board | null;
  readonly view: GovernanceView;
  readonly onClose: () => void;
}) {
  const names = useNames();
  const [seats, setSeats] = useState<readonly Seat[]>(() =>
    view.members
      .filter(({ boardId }) => boardId === board?.id)
      .map(({ personId, role, isChair }) => ({ personId, role, isChair })),
  );
  const { draft, change, lacks, dialog } = useRecordForm({
    titles: ['Board', 'Add board'],
    row: board,
    blank,
    isWhole: ({ name }) => name.trim() !== '',
    onSave: (save, row) => save('governance:saveBoard', { ...row, members: [...seats] }),
    onRemove: (save, id) => save('governance:removeBoard', { id }),
    onClose,
  });
  const above = draft.answersToId ? escalationPath(view.boards, draft.answersToId) : [];

  return (
    <FormDialog {...dialog}>
      <TextField
        label="Board"
        value={draft.name}
        maxLength={160}
        error={lacks(draft.name.trim() === '', 'Say what it is called.')}
        onChange={(name) => change({ name })}
      />
      <TextArea
        label="What it is for"
        optional
        rows={2}
        maxLength={2000}
        value={draft.remit}
        onChange={(remit) => change({ remit })}
      />
      <div className="form-grid">
        <Select
          label="Answers to"
          hint={
            above.length > 1
              ? `An issue goes up to: ${above.map(({ name }) => names.withoutNames(name)).join(', then ')}`
              : undefined
          }
          value={(draft.answersToId ?? none) as string}
          options={[
            { value: none, label: 'Nobody above it' },
            ...view.boards
              .filter(({ id }) => id !== board?.id)
              .map(({ id, name }) => ({ value: id as string, label: names.withoutNames(name) })),
          ]}
          onChange={(id) => change({ answersToId: view.boards.find((one) => one.id === id)?.id ?? null })}
        />
        <Select
          label="Watches"
          value={draft.watches}
          options={[
            { value: 'none', label: 'Neither plan' },
            { value: 'preparation', label: planKindLabels.preparation },
            { value: 'improvement', label: planKindLabels.improvement },
          ]}
          onChange={(watches) => change({ watches })}
        />
        <Select
          label="Meets"
          value={draft.rhythm}
          options={choicesOf(rhythmLabels)}
          onChange={(rhythm) => change({ rhythm })}
        />
        <DayField
          label="A day it meets"
          optional
          hint="Past or to come; the others are counted from it"
          value={draft.meetsOn}
          onChange={(meetsOn) => change({ meetsOn })}
        />
        <NumberField
          label="Papers due before"
          suffix="working days"
          max={60}
          value={draft.papersDays}
          onChange={(papersDays) => change({ papersDays: papersDays ?? 0 })}
        />
      </div>
      <SeatList seats={seats} onChange={setSeats} />
    </FormDialog>
  );
}
