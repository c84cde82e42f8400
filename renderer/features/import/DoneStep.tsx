import { useEffect, useRef } from 'react';
import type { ImportPreview, ImportResult } from '../../../shared/ipc/imports.ts';
import { Banner } from '../../ui/Banner.tsx';
import { doneSentence } from './useImport.ts';

/** What came of the import. */
export function DoneStep({
  preview,
  result,
}: {
  readonly preview: ImportPreview;
  readonly result: ImportResult;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} className="stack stack-loose import-done">
      <Banner tone="ok" title={doneSentence(result, preview)}>
        Undo takes all of it back in one step.
      </Banner>
      <ul className="import-notes">
        {result.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}
