import { useEffect, useMemo, useState } from 'react';
import { type Naming, proposedChild } from '../../../shared/domain/naming.ts';
import type { ChildSummary } from '../../../shared/ipc/children.ts';
import type { EvidenceView } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';

/** The children whom a document that is for nobody names: one with whose papers it could go, or several and none. */
export type Named = { readonly children: readonly ChildSummary[]; readonly proposed: ChildSummary | null };

/** Whom the documents name that are for nobody yet, by document; read again as documents, their words and children change. */
export function useNamings(view: EvidenceView): ReadonlyMap<string, Named> {
  const act = useStore((state) => state.act);
  const known = useStore((state) => state.data.children?.children ?? none);
  const [namings, setNamings] = useState<readonly Naming[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was added and who is tracked is part of what is read
  useEffect(() => {
    let isCurrent = true;
    void act('evidence:readNamings', {}, () => {}).then((found) => {
      if (isCurrent && found) setNamings(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [act, view, known]);

  return useMemo(() => {
    const itemById = new Map(view.items.map((item) => [item.id as string, item]));
    const tied = new Set(view.links.map((link) => link.evidenceId as string));
    const childById = new Map(known.map((child) => [child.id as string, child]));
    return new Map(
      namings.flatMap((naming): readonly [string, Named][] => {
        const item = itemById.get(naming.evidenceId);
        // Asked again after every change, but answered a moment later.
        if (!item || tied.has(naming.evidenceId)) return [];
        const proposed = childById.get(proposedChild(naming, item.notForChildId) ?? '') ?? null;
        const children = naming.childIds.flatMap((id) => childById.get(id) ?? []);
        return proposed || children.length > 1 ? [[naming.evidenceId, { children, proposed }]] : [];
      }),
    );
  }, [namings, view, known]);
}

const none: readonly ChildSummary[] = [];
