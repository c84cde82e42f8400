import { useEffect, useState } from 'react';
import type { PackPreview, PackSubject } from '../../../shared/ipc/packs.ts';
import { useStore } from '../../state/store.ts';

type Shown = { readonly about: string; readonly preview: PackPreview };

/** What the pack would hold now: worked out again when the choice, the documents or the children change. */
export function usePackPreview(subject: PackSubject | null, leaveOut: readonly string[]): PackPreview | null {
  const act = useStore((state) => state.act);
  const evidence = useStore((state) => state.data.evidence);
  const children = useStore((state) => state.data.children);
  const [shown, setShown] = useState<Shown | null>(null);
  const about = JSON.stringify(subject);

  // biome-ignore lint/correctness/useExhaustiveDependencies: evidence and children are what it is worked out from
  useEffect(() => {
    const asked = JSON.parse(about) as PackSubject | null;
    if (!asked) return;
    let isStale = false;
    void act('packs:previewPack', { subject: asked, leaveOut: [...leaveOut] }).then((preview) => {
      if (!isStale && preview) setShown({ about, preview });
    });
    return () => {
      isStale = true;
    };
  }, [act, about, leaveOut, evidence, children]);

  return shown?.about === about ? shown.preview : null;
}
