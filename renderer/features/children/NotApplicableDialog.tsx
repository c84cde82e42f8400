import { useState } from 'react';
import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Leaves a document out of a child's checklist, with the reason: a gap without one looks like a paper lost. */
export function NotApplicableDialog({
  item,
  onClose,
}: {
  readonly item: ChecklistItem;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const [reason, setReason] = useState(item.reason);

  async function submit() {
    if (await save('children:saveChecklistItem', { ...item, state: 'not-applicable', reason })) onClose();
  }

  return (
    <FormDialog
      title="Not applicable"
      fact={item.title}
      size="small"
      saveLabel="Mark as not applicable"
      onSave={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label="Why it does not apply"
        hint="Such as: no need recorded; not known to social care"
        value={reason}
        error={failure && sentenceFor(failure)}
        maxLength={500}
        onChange={setReason}
      />
    </FormDialog>
  );
}
