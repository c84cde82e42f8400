import { useState } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { type Form, forms, whoseChoices } from './export-forms.ts';
import type { Timetable } from './timetable-model.ts';

const everyDay = 'all';

/** What of the timetable is taken out, in which form, for which days, and how people are named in it. */
export function ExportDialog({
  timetable,
  day,
  onClose,
}: {
  readonly timetable: Timetable;
  readonly day: IsoDate;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [formId, setForm] = useState<Form['id']>('pdf');
  const [days, setDays] = useState<string>(everyDay);
  const [paper, setPaper] = useState<'A4' | 'A3'>('A3');
  const [names, setNames] = useState<'full' | 'initials'>('full');
  const [onlyId, setOnlyId] = useState<string | null>(null);
  const form = forms.find(({ id }) => id === formId) ?? forms[0];
  const whose = whoseChoices(timetable, form);

  async function save() {
    const input: ChannelInput<'timetable:exportTimetable'> = {
      format: form.format,
      sheet: form.sheet,
      day: days === everyDay ? null : days,
      withInitials: form.id === 'wall' || (form.hasNames && names === 'initials'),
      onlyId: whose.length > 0 ? onlyId : null,
      ...(form.hasPaper ? { paper } : {}),
    };
    const done = await act('timetable:exportTimetable', input);
    if (!done?.saved) return;
    showDone('The timetable is saved.');
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Export the timetable"
      onSubmit={() => void save()}
      note="Each says its version, when it was made and the marking. Children are codes in all of them."
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            Export...
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        <div className="timetable-export-forms">
          <RadioGroup
            label="What"
            options={forms.map(({ id, label, hint }) => ({ value: id, label, hint }))}
            value={formId}
            onChange={(id) => {
              setForm(id);
              setOnlyId(null);
            }}
          />
        </div>
        <div className="form-grid">
          <Select
            label="Days"
            value={days}
            options={[
              { value: everyDay, label: 'All days' },
              ...[day, ...timetable.days.filter((own) => own !== day)].map((own) => ({
                value: own,
                label: formatDayLong(own),
              })),
            ]}
            onChange={setDays}
          />
          {form.hasPaper && (
            <Select
              label="Paper"
              value={paper}
              options={[
                { value: 'A3', label: 'A3' },
                { value: 'A4', label: 'A4' },
              ]}
              onChange={setPaper}
            />
          )}
          {form.hasNames && (
            <Select
              label="People’s names"
              value={names}
              options={[
                { value: 'full', label: 'In full' },
                { value: 'initials', label: 'Initials only' },
              ]}
              onChange={setNames}
            />
          )}
          {whose.length > 0 && (
            <ComboBox
              label={form.sheet === 'people' ? 'For one person' : 'For one room'}
              optional
              placeholder={form.sheet === 'people' ? 'Everybody' : 'Every room'}
              choices={whose}
              value={onlyId}
              onChange={setOnlyId}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
