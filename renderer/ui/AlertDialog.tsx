import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export type AlertDialogProps = {
  readonly isOpen: boolean;
  /** A question: "Withdraw consent?" */
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly children: ReactNode;
  /** Verb and noun: "Withdraw consent". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly tone?: 'bad';
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot simply be undone; focus starts on the way out. */
export function AlertDialog({
  isOpen,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  tone,
  onConfirm,
  onClose,
}: AlertDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      size="small"
      role="alertdialog"
      foot={
        <>
          <FocusedCancel label={cancelLabel} onClose={onClose} />
          <Button kind="primary" tone={tone} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

function FocusedCancel({ label, onClose }: { readonly label: string; readonly onClose: () => void }) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Button ref={ref} onClick={onClose}>
      {label}
    </Button>
  );
}
