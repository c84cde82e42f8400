import { FileUser } from 'lucide-react';
import { childLabel, childrenLabel } from '../../../shared/domain/child-code.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Named } from './useNamings.ts';

/** Whom a document names that is for nobody yet: one child, whose papers it joins with one press, or several. */
export function NamedChildren({
  item: { id },
  named: { children, proposed },
}: {
  readonly item: EvidenceSummary;
  readonly named: Named;
}) {
  const act = useStore((state) => state.act);
  if (!proposed) {
    const all = childrenLabel(children.map(({ code }) => code));
    return (
      <Banner tone="info" icon={FileUser}>
        This names {all}, so it is proposed for {children.length === 2 ? 'neither' : 'none of them'}.
      </Banner>
    );
  }
  const called = childLabel(proposed);
  return (
    <Banner
      tone="info"
      icon={FileUser}
      title={`This names ${called}.`}
      actions={
        <>
          <Button
            size="small"
            onClick={() => void act('evidence:linkEvidence', { id, target: { childId: proposed.id } })}
          >
            Put with {called}
          </Button>
          <Button
            size="small"
            kind="quiet"
            onClick={() => void act('evidence:declineChild', { id, childId: proposed.id })}
          >
            Not {called}’s
          </Button>
        </>
      }
    >
      Put it with {called}’s papers?
    </Banner>
  );
}
