import type { ReactNode } from 'react';
import type { ImportTarget } from '../../../shared/ipc/imports.ts';
import { dropFiles } from '../../bridge.ts';
import { useStore } from '../../state/store.ts';
import { DropZone } from '../../ui/DropZone.tsx';

/** Takes a spreadsheet dropped on the list it belongs to; nothing is taken where there is no list to import. */
export function SpreadsheetDrop({
  target,
  children,
}: {
  readonly target: ImportTarget | null;
  readonly children: ReactNode;
}) {
  const openImport = useStore((state) => state.openImport);
  if (target === null) return children;

  async function take(files: readonly File[]) {
    const [file] = await dropFiles(files.slice(0, 1));
    if (file && target) openImport(target, file.token);
  }
  return (
    <DropZone
      buttonLabel="Import from a spreadsheet..."
      dropLabel={`Drop the spreadsheet to import ${target}`}
      onChoose={() => openImport(target)}
      onDrop={(event) => void take([...event.dataTransfer.files])}
    >
      {children}
    </DropZone>
  );
}
