import { useState } from 'react';
import type { ChronologyEntry } from '../../../shared/domain/chronology.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { AgencyField } from './AgencyField.tsx';

/** Adds one event to a child's chronology, or changes one. */
export function ChronologyDialog({
  childId,
  entry,
  sources,
  onClose,
}: {
  readonly childId: ChildId;
  readonly entry: ChronologyEntry | null;
  readonly sources: readonly string[];
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const { failure, save } = useSaving();
  const [date, setDate] = useState<string | null>(entry?.date ?? null);
  const [what, setWhat] = useState(entry?.what ?? '');
  const [source, setSource] = useState(entry?.source ?? '');
  const [sector, setSector] = useState(entry?.sector ?? null);
  const [isTried, setTried] = useState(false);
  const missing = (isMissing: boolean, message: string) => (isTried && isMissing ? message : null);

  async function submit() {
    setTried(true);
    if (date === null || what.trim() === '' || source.trim() === '') return;
    const fields = { id: entry?.id ?? null, childId, date, what, source, sector };
    if (await save('children:saveChronologyEntry', fields)) onClose();
  }

  async function remove() {
    if (entry) await act('children:removeChronologyEntry', { id: entry.id });
    onClose();
  }

  return (
    <FormDialog
      title={entry ? 'Edit event' : 'Add event'}
      saveLabel={entry ? 'Save' : 'Add event'}
      problem={failure && sentenceFor(failure)}
      onRemove={entry ? () => void remove() : null}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <DayField
        label="Date"
        value={date}
        error={missing(date === null, 'Enter the date.')}
        onChange={setDate}
      />
      <TextArea
        label="What happened"
        rows={3}
        maxLength={1000}
        value={what}
        error={missing(what.trim() === '', 'Enter what happened.')}
        onChange={setWhat}
      />
      <div className="form-grid">
        <SuggestField
          label="Source"
          hint="Whose record says so, such as: CAMHS case notes"
          value={source}
          maxLength={160}
          suggestions={sources.map((value) => ({ value }))}
          error={missing(source.trim() === '', 'Enter whose record it is.')}
          onChange={setSource}
        />
        <AgencyField label="Agency" value={sector} onChange={setSector} />
      </div>
    </FormDialog>
  );
}
