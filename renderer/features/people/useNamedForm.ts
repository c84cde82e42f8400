import { useState } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import { useSaving } from '../../state/useSaving.ts';
import type { FormDialogProps } from '../../ui/FormDialog.tsx';

type Save = ReturnType<typeof useSaving>['save'];

/** The form of something that has a name: its draft, what is said of a missing name, and what its dialog does with it. */
export function useNamedForm<Draft extends { readonly name: string }>({
  first,
  write,
  remove,
  onClose,
}: {
  readonly first: Draft | (() => Draft);
  readonly write: (save: Save, draft: Draft) => Promise<unknown>;
  /** Nothing where there is nothing yet to remove. */
  readonly remove?: ((save: Save) => Promise<unknown>) | null | undefined;
  readonly onClose: () => void;
}): {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
  readonly nameError: string | null;
  readonly frame: Pick<FormDialogProps, 'problem' | 'onSave' | 'onRemove' | 'onClose'>;
} {
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState(first);
  const [isTried, setTried] = useState(false);
  const isNameless = draft.name.trim() === '';

  const closeAfter = async (doing: Promise<unknown>) => {
    if (await doing) onClose();
  };
  const submit = () => {
    setTried(true);
    if (!isNameless) void closeAfter(write(save, draft));
  };

  return {
    draft,
    change: (patch) => setDraft({ ...draft, ...patch }),
    nameError: isTried && isNameless ? 'Enter the name.' : null,
    frame: {
      problem: failure && sentenceFor(failure),
      onSave: submit,
      onRemove: remove && (() => void closeAfter(remove(save))),
      onClose,
    },
  };
}
