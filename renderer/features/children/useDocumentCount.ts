import { useMemo } from 'react';
import { countDocumentsOf } from '../../../shared/domain/child-documents.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { useStore } from '../../state/store.ts';

/** How many documents are in a child's file. */
export function useDocumentCount(childId: ChildId): number {
  const evidence = useStore((state) => state.data.evidence);
  const checklist = useStore((state) => state.data.children?.checklistItems);
  return useMemo(
    () => (evidence && checklist ? countDocumentsOf({ ...evidence, checklist }, childId) : 0),
    [evidence, checklist, childId],
  );
}
