import { childLabel } from '../../../shared/domain/child-code.ts';
import { counted } from '../../../shared/domain/counted.ts';
import { ProposedLinks } from '../../people/ProposedLinks.tsx';
import type { Named } from './useNamings.ts';

/** Documents that are for nobody and name one child: proposed for that child's papers, all in one go. */
export function ChildProposals({ namings }: { readonly namings: ReadonlyMap<string, Named> }) {
  const links = [...namings].flatMap(([evidenceId, { proposed }]) =>
    proposed
      ? [{ evidenceId, target: { childId: proposed.id }, words: `names ${childLabel(proposed)}` }]
      : [],
  );
  return (
    <ProposedLinks
      says={`${counted(links.length, 'document')} for nobody yet ${links.length === 1 ? 'names' : 'name'} one child.`}
      title="Documents that name one child"
      lead="Each names one tracked child, in its words or in what it is called, and would go with that child’s papers. Untick what belongs elsewhere."
      links={links}
    />
  );
}
