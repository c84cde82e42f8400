import type { ReactNode } from 'react';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';

export type FormDialogProps = Pick<DialogProps, 'title' | 'fact' | 'size' | 'note'> & {
  /** What the button that saves says. */
  readonly saveLabel?: string;
  /** What went wrong when it was last saved, in a sentence. */
  readonly problem?: string | null;
  /** Another button beside Cancel, such as Remove. */
  readonly extra?: ReactNode;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog with one form: what went wrong above the fields, Cancel, and one button that saves. */
export function FormDialog({
  saveLabel = 'Save',
  problem,
  extra,
  onSave,
  onClose,
  children,
  ...dialog
}: FormDialogProps) {
  return (
    <Dialog
      {...dialog}
      isOpen
      onClose={onClose}
      onSubmit={onSave}
      foot={
        <>
          {extra}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
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
