import { useEffect, useState } from 'react';
import type { PackChoices, PackRecipe } from '../../../shared/domain/pack.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { PackPreview } from '../../../shared/ipc/packs.ts';
import { useStore } from '../../state/store.ts';

type Shown = { readonly about: string; readonly preview: PackPreview };

/** What the pack would hold now: worked out again when the choice, the documents or the children change. */
export function usePackPreview(
  choices: PackChoices | null,
  recipeId: PackRecipe['id'] | null,
): PackPreview | null {
  const act = useStore((state) => state.act);
  const evidence = useStore((state) => state.data.evidence);
  const children = useStore((state) => state.data.children);
  const [shown, setShown] = useState<Shown | null>(null);
  const packs = useStore((state) => state.data.packs);
  const requests = useStore((state) => state.data.requests);
  const about = JSON.stringify(choices?.subject ?? null);
  // What is only said or stamped changes nothing that is checked, so typing it asks for nothing.
  const asked = JSON.stringify(choices && { ...choices, note: '', version: '', marking: null, recipeId });

  // biome-ignore lint/correctness/useExhaustiveDependencies: evidence and children are what it is worked out from
  useEffect(() => {
    const input = JSON.parse(asked) as ChannelInput<'packs:previewPack'> | null;
    if (!input) return;
    let isStale = false;
    void act('packs:previewPack', input).then((preview) => {
      if (!isStale && preview) setShown({ about, preview });
    });
    return () => {
      isStale = true;
    };
  }, [act, about, asked, evidence, children, packs, requests]);

  return shown?.about === about ? shown.preview : null;
}
