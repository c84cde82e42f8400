import './pressable-style.ts';
import { X } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';

export type DialogProps = {
  readonly isOpen: boolean;
  /** Esc, the close button, or a press outside where that is allowed. */
  readonly onClose: () => void;
  readonly title: string;
  /** One short fact beside the title. */
  readonly fact?: ReactNode;
  readonly children: ReactNode;
  /** Buttons, right-aligned, the primary last. */
  readonly foot?: ReactNode;
  /** Words at the left of the foot. */
  readonly note?: ReactNode;
  readonly size?: 'small' | 'medium' | 'wide';
  /** Makes the dialog a form: Enter in a line and Ctrl Enter anywhere submit it. */
  readonly onSubmit?: () => void;
  readonly closesOnOutsidePress?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
};

/** A window over the page: title, content, foot. Focus starts in its first field and returns on closing. */
export function Dialog({ isOpen, onClose, closesOnOutsidePress = false, size, role, ...rest }: DialogProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable={closesOnOutsidePress}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames('dialog-frame', size && `dialog-${size}`)}>
        <AriaDialog className="dialog" role={role}>
          <DialogContent {...rest} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogContent({
  title,
  fact,
  children,
  foot,
  note,
  onSubmit,
  onClose,
}: Pick<DialogProps, 'title' | 'fact' | 'children' | 'foot' | 'note' | 'onSubmit' | 'onClose'>) {
  const bodyRef = useRef<HTMLDivElement>(null);
  useEffect(() => focusFirstField(bodyRef.current), []);

  const content = (
    <>
      <div ref={bodyRef} className="dialog-body">
        {children}
      </div>
      {(foot || note) && (
        <div className="dialog-foot">
          {note && <div className="dialog-note">{note}</div>}
          {foot}
        </div>
      )}
    </>
  );
  return (
    <>
      <header className="dialog-head">
        <Heading slot="title" className="dialog-title">
          {title}
        </Heading>
        {fact && <span className="dialog-fact">{fact}</span>}
        <span className="dialog-close">
          <IconButton icon={X} label="Close" keys="Esc" onClick={onClose} />
        </span>
      </header>
      {onSubmit ? <DialogForm onSubmit={onSubmit}>{content}</DialogForm> : content}
    </>
  );
}

function DialogForm({ onSubmit, children }: { readonly onSubmit: () => void; readonly children: ReactNode }) {
  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  }
  function submitByKeys(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }
  return (
    <form className="dialog-form" noValidate onSubmit={submit} onKeyDown={submitByKeys}>
      {children}
    </form>
  );
}

function focusFirstField(body: HTMLElement | null): void {
  if (!body || body.contains(document.activeElement)) return;
  const first = body.querySelector<HTMLElement>(
    'input:not([type=hidden], [readonly]), textarea, select, [contenteditable=true]',
  );
  (body.querySelector<HTMLElement>('[data-autofocus]') ?? first)?.focus();
}
