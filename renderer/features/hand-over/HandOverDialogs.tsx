import { useStore } from '../../state/store.ts';
import { BringBackDialog } from './BringBackDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';

/** What may open over any page: a copy for a colleague, and the way back. */
export function HandOverDialogs({ open }: { readonly open: 'hand-over' | 'bring-back' }) {
  const onClose = useStore((state) => state.closeHandOver);
  return open === 'hand-over' ? <HandOverDialog onClose={onClose} /> : <BringBackDialog onClose={onClose} />;
}
