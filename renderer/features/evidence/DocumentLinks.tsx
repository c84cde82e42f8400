import { Link2Off } from 'lucide-react';
import type { EvidenceLink } from '../../../shared/domain/evidence.ts';
import { useStore } from '../../state/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** Everything a document is evidence for, each with a way to untie it. */
export function DocumentLinks({
  links,
  nameOf,
}: {
  readonly links: readonly EvidenceLink[];
  readonly nameOf: (link: EvidenceLink) => string;
}) {
  const act = useStore((state) => state.act);
  if (links.length === 0) {
    return (
      <p className="document-links">
        <StatusMark status="none">For nobody yet</StatusMark>
      </p>
    );
  }
  return (
    <ul className="document-links" aria-label="Evidence for">
      {links.map((link) => {
        const name = nameOf(link);
        return (
          <li key={link.id} className="document-link">
            <span className="document-link-name">{name}</span>
            <IconButton
              icon={Link2Off}
              label={`Unlink from ${name}`}
              size="small"
              onClick={() => void act('evidence:unlinkEvidence', { linkId: link.id })}
            />
          </li>
        );
      })}
    </ul>
  );
}
