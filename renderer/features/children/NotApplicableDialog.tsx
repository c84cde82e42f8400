import { useState } from 'react';
import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
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
    <Dialog
      isOpen
      onClose={onClose}
      title="Not applicable"
      fact={item.title}
      size="small"
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Mark as not applicable
          </Button>
        </>
      }
    >
      <TextField
        label="Why it does not apply"
        hint="Such as: no need recorded; not known to social care"
        value={reason}
        error={failure && sentenceFor(failure)}
        maxLength={500}
        onChange={setReason}
      />
    </Dialog>
  );
}
