import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useState } from 'react';
import type { PackDocument } from '../../../shared/ipc/packs.ts';
import { useNames } from '../../people/useNames.ts';
import { announce } from '../../ui/announce.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

/** Puts the documents in another order: by dragging, or by the buttons beside each. */
export function OrderDialog({
  documents,
  onSave,
  onClose,
}: {
  readonly documents: readonly PackDocument[];
  readonly onSave: (order: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const names = useNames();
  const [rows, setRows] = useState(documents);
  const [dragged, setDragged] = useState<number | null>(null);

  function move(from: number, to: number) {
    const row = rows[from];
    if (!row || to < 0 || to >= rows.length || from === to) return;
    setRows(rows.toSpliced(from, 1).toSpliced(to, 0, row));
    announce(`${names.withoutNames(row.title)}: place ${to + 1} of ${rows.length}`, 'polite');
  }

  return (
    <FormDialog
      title="Order of the documents"
      fact="Drag a document, or use its arrows"
      onSave={() => onSave(rows.map((row) => row.evidenceId))}
      onClose={onClose}
    >
      <ol className="packs-order">
        {rows.map((row, at) => {
          const title = names.withoutNames(row.title);
          return (
            <li
              key={row.evidenceId}
              draggable
              className={dragged === at ? 'packs-order-row packs-order-dragged' : 'packs-order-row'}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(at);
              }}
              onDragOver={(event) => {
                event.preventDefault();
                if (dragged === null || dragged === at) return;
                move(dragged, at);
                setDragged(at);
              }}
              onDrop={(event) => event.preventDefault()}
              onDragEnd={() => setDragged(null)}
            >
              <GripVertical aria-hidden />
              <span className="packs-order-title">{title}</span>
              <IconButton
                icon={ArrowUp}
                size="small"
                label={`Move ${title} up`}
                unavailable={at === 0 && 'It is the first.'}
                onClick={() => move(at, at - 1)}
              />
              <IconButton
                icon={ArrowDown}
                size="small"
                label={`Move ${title} down`}
                unavailable={at === rows.length - 1 && 'It is the last.'}
                onClick={() => move(at, at + 1)}
              />
            </li>
          );
        })}
      </ol>
    </FormDialog>
  );
}
