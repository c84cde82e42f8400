import { useState } from 'react';
import { type AppFailure, sentenceFor } from '../../shared/errors.ts';
import { type Saved, useSaving } from './useSaving.ts';

type Save = ReturnType<typeof useSaving>['save'];
type Outcome = Promise<Saved<never> | { readonly value: unknown } | null>;

/** One record in a dialog: what is typed, whether saving was tried, and what the dialog's own buttons do. */
export type RecordForm<Row> = {
  readonly draft: Omit<Row, 'id'>;
  readonly change: (patch: Partial<Omit<Row, 'id'>>) => void;
  /** What is wrong with a field, said only once saving was tried. */
  readonly lacks: (isLacking: boolean, sentence: string) => string | null;
  readonly failure: AppFailure | null;
  readonly dialog: {
    readonly title: string;
    readonly saveLabel: string;
    readonly problem: string | null;
    readonly onRemove: (() => void) | null;
    readonly onSave: () => void;
    readonly onClose: () => void;
  };
};

/** Keeps the form of a record that is added or changed; the dialog closes once it was saved or removed. */
export function useRecordForm<Row extends { readonly id: string }>({
  titles: [known, added],
  row,
  blank,
  isWhole,
  onSave,
  onRemove,
  onClose,
}: {
  /** What the dialog is called for a record that is there, and for a new one, which is what its button says too. */
  readonly titles: readonly [string, string];
  readonly row: Row | null;
  readonly blank: Omit<Row, 'id'>;
  readonly isWhole: (draft: Omit<Row, 'id'>) => boolean;
  readonly onSave: (save: Save, row: Omit<Row, 'id'> & { readonly id: Row['id'] | null }) => Outcome;
  readonly onRemove: (save: Save, id: Row['id']) => Outcome;
  readonly onClose: () => void;
}): RecordForm<Row> {
  const { failure, save } = useSaving();
  const [draft, setDraft] = useState<Omit<Row, 'id'>>(row ?? blank);
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (isWhole(draft) && (await onSave(save, { ...draft, id: row?.id ?? null }))) onClose();
  }

  async function remove() {
    if (row && (await onRemove(save, row.id))) onClose();
  }

  return {
    draft,
    failure,
    change: (patch) => setDraft({ ...draft, ...patch }),
    lacks: (isLacking, sentence) => (isTried && isLacking ? sentence : null),
    dialog: {
      title: row ? known : added,
      saveLabel: row ? 'Save' : added,
      problem: failure && sentenceFor(failure),
      onRemove: row && (() => void remove()),
      onSave: () => void submit(),
      onClose,
    },
  };
}
