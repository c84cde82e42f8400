import { TextArea } from '../../ui/TextArea.tsx';
import type { Import } from './useImport.ts';

/** A box for names as they stand in an e-mail. */
export function PasteStep({ run }: { readonly run: Import }) {
  return (
    <TextArea
      label="Names from the e-mail"
      hint="Each on a line of their own or parted by semicolons, with the role after a comma or in brackets: Hallie Lang, Head of SEND; Robin Leffler (DCO, ICB)."
      value={run.text}
      rows={9}
      maxLength={20_000}
      data-autofocus
      onChange={run.setText}
    />
  );
}
