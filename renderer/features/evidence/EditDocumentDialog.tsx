import { useState } from 'react';
import { type Sensitivity, sensitivityLabels } from '../../../shared/domain/evidence.ts';
import { formatSize } from '../../../shared/domain/file-size.ts';
import { SECTOR_LABELS, SECTORS, type Sector } from '../../../shared/domain/sector.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { choicesOf } from '../../ui/choices.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { typeWords } from './evidence-words.ts';

/** Changes what is said about a document; the document itself never changes. */
export function EditDocumentDialog({
  item,
  onClose,
}: {
  readonly item: EvidenceSummary;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [title, setTitle] = useState(item.title);
  const [evidenceDate, setEvidenceDate] = useState(item.evidenceDate);
  const [from, setFrom] = useState(item.from);
  const [notes, setNotes] = useState(item.notes);
  const [sector, setSector] = useState(item.sector);
  const [sensitivity, setSensitivity] = useState(item.sensitivity);
  const [replacesId, setReplacesId] = useState<string | null>(item.replacesId);
  const [printedOfId, setPrintedOfId] = useState<string | null>(item.printedOfId);
  const items = useStore((state) => state.data.evidence?.items ?? none);
  const others = items.filter((other) => other.id !== item.id && other.replacesId !== item.id);
  const unprinted = items.filter((other) => other.id !== item.id && other.type !== 'pdf');
  const problem = title.trim() === '' ? 'Give the document a title.' : null;

  async function submit() {
    if (problem) return;
    const patch = {
      ...(title.trim() === item.title ? {} : { title }),
      ...(evidenceDate === item.evidenceDate ? {} : { evidenceDate }),
      ...(from === item.from ? {} : { from }),
      ...(notes === item.notes ? {} : { notes }),
      ...(sector === item.sector ? {} : { sector }),
      ...(sensitivity === item.sensitivity ? {} : { sensitivity }),
      ...(replacesId === item.replacesId
        ? {}
        : { replacesId: others.find((other) => other.id === replacesId)?.id ?? null }),
      ...(printedOfId === item.printedOfId
        ? {}
        : { printedOfId: unprinted.find((other) => other.id === printedOfId)?.id ?? null }),
    };
    if (Object.keys(patch).length === 0 || (await save('evidence:editEvidence', { id: item.id, ...patch })))
      onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Edit details"
      fact={`${typeWords(item.type)}, ${formatSize(item.size)}`}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            Save
          </Button>
        </>
      }
    >
      <div className="stack">
        {failure && (
          <Banner tone="bad" role="alert">
            {sentenceFor(failure)}
          </Banner>
        )}
        <TextField
          label="Title"
          hint="A tracked child's name is shown as the child's code everywhere."
          value={title}
          onChange={setTitle}
          error={problem}
          maxLength={200}
        />
        <div className="form-grid">
          <DayField label="Date of the document" optional value={evidenceDate} onChange={setEvidenceDate} />
          <TextField label="From" optional value={from} onChange={setFrom} maxLength={160} />
          <Select<Sector | 'none'>
            label="Whose it is"
            value={sector ?? 'none'}
            options={[
              { value: 'none', label: 'Not said' },
              ...SECTORS.map((value) => ({ value, label: SECTOR_LABELS[value] })),
            ]}
            onChange={(value) => setSector(value === 'none' ? null : value)}
          />
          <Select<Sensitivity | 'none'>
            label="Sensitivity"
            value={sensitivity ?? 'none'}
            options={[{ value: 'none', label: 'Not said' }, ...choicesOf(sensitivityLabels)]}
            onChange={(value) => setSensitivity(value === 'none' ? null : value)}
          />
        </div>
        <ComboBox
          label="Replaces"
          optional
          hint="The earlier version that this one takes the place of. Both stay."
          choices={others.map(({ id, title }) => ({ id, label: title }))}
          value={replacesId}
          onChange={setReplacesId}
          none="No document of that title"
        />
        {item.type === 'pdf' && (unprinted.length > 0 || printedOfId !== null) && (
          <ComboBox
            label="Printed form of"
            optional
            hint="The Word, Excel or other file that this PDF was saved from. Packs and redaction take the PDF for it."
            choices={unprinted.map(({ id, title }) => ({ id, label: title }))}
            value={printedOfId}
            onChange={setPrintedOfId}
            none="No such document"
          />
        )}
        <TextArea
          label="Notes"
          optional
          hint="May be disclosed, as everything typed here may."
          value={notes}
          onChange={setNotes}
          maxLength={4000}
        />
        <p className="text-3">
          File name when it came: {item.fileName}
          <br />
          SHA-256: <span className="evidence-hash selectable">{item.sha256}</span>
        </p>
      </div>
    </Dialog>
  );
}

const none: readonly EvidenceSummary[] = [];
