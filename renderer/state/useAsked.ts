import { useEffect } from 'react';
import { useStore } from './store.ts';
import type { Asked } from './store-types.ts';

/** Opens the dialog that the page was asked for as it was gone to; once, and as soon as the page can. */
export function useAsked(open: Partial<Readonly<Record<Asked, () => void>>>): void {
  const asked = useStore((state) => state.asked);
  const answerAsked = useStore((state) => state.answerAsked);
  useEffect(() => {
    const answer = asked && open[asked];
    if (!answer) return;
    answerAsked();
    answer();
  });
}
