import { useEffect, useState } from 'react';
import type { AlikeDocument, EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** Documents whose text is nearly the same as this one's, unless it is known already how they belong together. */
export function AlikeDocuments({
  item,
  onSelect,
}: {
  readonly item: EvidenceSummary;
  readonly onSelect: (id: string) => void;
}) {
  const act = useStore((state) => state.act);
  const items = useStore((state) => state.data.evidence?.items ?? none);
  const [alike, setAlike] = useState<readonly AlikeDocument[]>([]);

  useEffect(() => {
    let isCurrent = true;
    void act('evidence:readAlike', { id: item.id }, () => {}).then((found) => {
      if (isCurrent && found) setAlike(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [act, item.id]);

  const shown = alike.flatMap(({ evidenceId, percent }) => {
    const other = items.find(({ id }) => id === evidenceId);
    const isVersion = other?.replacesId === item.id || item.replacesId === evidenceId;
    return other && !isVersion ? [{ other, percent }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <p className="document-alike">
      <span className="text-2">Much like </span>
      {shown.map(({ other, percent }, at) => (
        <span key={other.id}>
          {at > 0 && ', '}
          <LinkButton inSentence onClick={() => onSelect(other.id)}>
            {other.title}
          </LinkButton>
          <span className="text-2"> ({percent}% of the text)</span>
        </span>
      ))}
    </p>
  );
}

const none: readonly EvidenceSummary[] = [];
