import type { ImportPreview, ImportResult } from '../../../shared/ipc/imports.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { doneSentence } from './useImport.ts';

/** What came of the import, and where to go on. */
export function DoneStep({
  preview,
  result,
  onClose,
}: {
  readonly preview: ImportPreview;
  readonly result: ImportResult;
  readonly onClose: () => void;
}) {
  const goTo = useStore((state) => state.goTo);
  return (
    <div className="stack stack-loose">
      <Banner tone="ok" title={doneSentence(result, preview)}>
        Undo takes all of it back in one step.
      </Banner>
      <ul className="import-notes">
        {result.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div className="row row-end row-wrap">
        {preview.target === 'meetings' && (
          <Button
            onClick={() => {
              onClose();
              goTo({ name: 'timetable' });
            }}
          >
            Open the timetable
          </Button>
        )}
        <Button kind="primary" onClick={onClose} data-autofocus>
          Close
        </Button>
      </div>
    </div>
  );
}
