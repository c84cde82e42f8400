import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useSaving } from '../../state/useSaving.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useTargets } from './useTargets.ts';

/** Ties a document to a child, a line of a checklist, a request, a line of enquiry or a meeting. */
export function LinkDialog({
  item,
  onClose,
}: {
  readonly item: EvidenceSummary;
  readonly onClose: () => void;
}) {
  const { choices } = useTargets();
  const { failure, save } = useSaving();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    const target = choices.find((choice) => choice.id === chosen)?.target;
    if (target && (await save('evidence:linkEvidence', { id: item.id, target }))) onClose();
  }

  return (
    <FormDialog
      size="small"
      title="Link to"
      saveLabel="Link"
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <p className="text-2">“{item.title}” is evidence for</p>
      <ComboBox
        label="Child, checklist line, request, line of enquiry or meeting"
        choices={choices}
        value={chosen}
        onChange={setChosen}
        placeholder="Type a few letters"
        none="Nothing of that name"
        error={isTried && chosen === null ? 'Choose what it is evidence for.' : null}
      />
      <p className="text-3">A line of a child's checklist that has a document counts as received.</p>
    </FormDialog>
  );
}
