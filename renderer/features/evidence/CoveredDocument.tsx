import { EyeOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Keeps a document covered while names are shown as codes: what is written in it cannot be. */
export function CoveredDocument({ children }: { readonly children: ReactNode }) {
  const areCoded = useStore((state) => state.namesAsCodes);
  const [isUncovered, setUncovered] = useState(false);
  useEffect(() => {
    if (!areCoded) setUncovered(false);
  }, [areCoded]);
  if (!areCoded || isUncovered) return children;
  return (
    <EmptyState
      icon={EyeOff}
      title="Covered while names are codes"
      action={<Button onClick={() => setUncovered(true)}>Show it all the same</Button>}
    >
      A document shows names as they are written in it.
    </EmptyState>
  );
}
