import { useMemo } from 'react';
import { proposeLinks } from '../../shared/domain/checklist-match.ts';
import { useStore } from '../state/store.ts';
import { ProposedLinks } from './ProposedLinks.tsx';
import { useNames } from './useNames.ts';

/**
 * Documents that seem to answer a line of a checklist, by their titles: proposed, and linked only when the user says so.
 * With a child, only that child's.
 */
export function LinkProposals({ childId }: { readonly childId?: string }) {
  const evidence = useStore((state) => state.data.evidence);
  const children = useStore((state) => state.data.children);
  const names = useNames();
  const proposals = useMemo(() => {
    const checklist = children?.checklistItems ?? [];
    const own = childId === undefined ? checklist : checklist.filter((item) => item.childId === childId);
    return proposeLinks(evidence?.items ?? [], evidence?.links ?? [], own);
  }, [evidence, children, childId]);
  const count = proposals.length;
  return (
    <ProposedLinks
      says={
        count === 1
          ? '1 document seems to answer a checklist.'
          : `${count} documents seem to answer a checklist.`
      }
      title="Documents for the checklist"
      lead="Matched by title only. Untick what is not right; each line linked counts as received."
      links={proposals.map(({ evidenceId, item }) => ({
        evidenceId,
        target: { checklistItemId: item.id },
        words: `answers “${item.title}”`,
        hint: names.childLabel(item.childId),
      }))}
    />
  );
}
