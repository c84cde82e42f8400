import { useState } from 'react';
import { formatSize } from '../../../shared/domain/file-size.ts';
import { formatDayLong, parseDate } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
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
  const problem = title.trim() === '' ? 'Give the document a title.' : null;

  async function submit() {
    if (problem) return;
    const patch = {
      ...(title.trim() === item.title ? {} : { title }),
      ...(evidenceDate === item.evidenceDate ? {} : { evidenceDate }),
      ...(from === item.from ? {} : { from }),
      ...(notes === item.notes ? {} : { notes }),
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
          <DateField
            label="Date of the document"
            optional
            value={evidenceDate}
            onChange={setEvidenceDate}
            parse={parseDate}
            format={formatDayLong}
          />
          <TextField label="From" optional value={from} onChange={setFrom} maxLength={160} />
        </div>
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
