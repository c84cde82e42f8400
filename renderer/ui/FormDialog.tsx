import type { ReactNode } from 'react';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';

export type FormDialogProps = Pick<DialogProps, 'title' | 'fact' | 'size' | 'note'> & {
  /** What the button that saves says. */
  readonly saveLabel?: string;
  /** Why it cannot be saved yet. */
  readonly unavailable?: string | false | undefined;
  /** What went wrong when it was last saved, in a sentence. */
  readonly problem?: string | null;
  /** Takes away what the form is about; a Remove button where it is given. */
  readonly onRemove?: (() => void) | null | undefined;
  /** Another button beside Cancel. */
  readonly extra?: ReactNode;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog with one form: what went wrong above the fields, Cancel, and one button that saves. */
export function FormDialog({
  saveLabel = 'Save',
  unavailable,
  problem,
  onRemove,
  extra,
  onSave,
  onClose,
  children,
  ...dialog
}: FormDialogProps) {
  // Said at the left of the foot, so that the buttons stay where they are.
  const note = dialog.note ?? (unavailable || null);
  return (
    <Dialog
      {...dialog}
      note={note}
      isOpen
      onClose={onClose}
      onSubmit={onSave}
      foot={
        <>
          {onRemove && (
            <span className={note ? undefined : 'dialog-note'}>
              <Button kind="quiet" tone="bad" onClick={onRemove}>
                Remove
              </Button>
            </span>
          )}
          {extra}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" unavailable={unavailable} hideReason={!dialog.note}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <div className="stack stack-loose">
        {problem && (
          <Banner tone="bad" role="alert">
            {problem}
          </Banner>
        )}
        {children}
      </div>
    </Dialog>
  );
}
