import { counted } from '../../../shared/domain/counted.ts';
import type { EvidenceLink } from '../../../shared/domain/evidence.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';

/** What is kept about children when it is over, what has gone out, and how all of it is destroyed. */
export function KeptPart() {
  const goTo = useStore((state) => state.goTo);
  const children = useStore((state) => state.data.children);
  const links = useStore((state) => state.data.evidence?.links ?? none);
  const packs = useStore((state) => state.data.packs?.exports.length ?? 0);
  const copies = useStore((state) => state.data.handOvers?.handOvers.length ?? 0);
  const tracked = children?.children.length ?? 0;
  const documents = aboutChildren(links);
  const seeChildren = <LinkButton onClick={() => goTo({ name: 'children' })}>See children</LinkButton>;
  return (
    <Section title="What is kept" fact="until your retention schedule says otherwise">
      <SummaryList
        rows={[
          {
            term: 'Tracked children',
            none: 'Nobody is tracked',
            value:
              tracked === 0
                ? null
                : `${counted(tracked, 'child', 'children')}, with ${counted(documents, 'document')} tied to them`,
            action: tracked > 0 && seeChildren,
          },
          {
            term: 'List to choose from',
            none: 'Not kept, or shredded',
            value: children?.isListKept ? <StatusMark status="warn">Still kept whole</StatusMark> : null,
            action: children?.isListKept && (
              <LinkButton onClick={() => goTo({ name: 'cohort' })}>Shred it there</LinkButton>
            ),
          },
          {
            term: 'Gone out',
            none: 'No pack and no copy',
            value:
              packs + copies === 0
                ? null
                : `${counted(packs, 'pack')} and ${counted(copies, 'copy', 'copies')} handed over: ask for them back`,
            action: packs > 0 && <LinkButton onClick={() => goTo({ name: 'packs' })}>See packs</LinkButton>,
          },
          {
            term: 'Where it is',
            value: 'In this one encrypted file, in its backups and in what has gone out; nowhere else',
          },
          {
            term: 'Removing a child',
            value:
              'Takes the child out of every page, but Undo can bring it back, so the file still holds it. It is no way to destroy anything',
          },
          {
            term: 'Destroying it',
            value:
              'Save next time’s template, which names nobody. Then delete the file, its backups and the recovery sheet: what may be left on a disk cannot be read without the passphrase',
          },
        ]}
      />
    </Section>
  );
}

/** The documents that are evidence about a child, each counted once. */
const aboutChildren = (links: readonly EvidenceLink[]): number =>
  new Set(
    links
      .filter((link) => link.childId !== null || link.checklistItemId !== null)
      .map((link) => link.evidenceId),
  ).size;

const none: readonly never[] = [];
