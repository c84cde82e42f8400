import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** Asks why something that is wrong is accepted; the reason stays on record. */
export function ReasonDialog({
  title,
  confirmLabel,
  children,
  onReason,
  onClose,
}: {
  readonly title: string;
  readonly confirmLabel: string;
  /** What is being accepted. */
  readonly children: ReactNode;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);

  function submit() {
    setTried(true);
    if (reason.trim() === '') return;
    onReason(reason.trim());
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size="small"
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" keys="Ctrl Enter">
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="stack">
        {children}
        <TextArea
          label="Reason"
          hint="Kept on record with the clash."
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={isTried && reason.trim() === '' ? 'Give a reason.' : null}
        />
      </div>
    </Dialog>
  );
}
