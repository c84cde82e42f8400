import { dropFiles } from '../../bridge.ts';
import { DropZone } from '../../ui/DropZone.tsx';
import type { Import } from './useImport.ts';

/** Asks for the spreadsheet; shown while the system's dialog is open, and again when a file could not be read. */
export function ChooseStep({ run }: { readonly run: Import }) {
  async function drop(files: readonly File[]) {
    const [file] = await dropFiles(files.slice(0, 1));
    if (file) await run.chooseFile(file.token);
  }
  return (
    <DropZone
      buttonLabel="Choose a file..."
      dropLabel="Drop to read it"
      hint="or drop a spreadsheet here: .xlsx, .csv or .txt"
      onChoose={() => void run.chooseFile()}
      onDrop={(event) => void drop([...event.dataTransfer.files])}
    />
  );
}
