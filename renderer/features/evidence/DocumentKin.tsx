import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** The documents that a document belongs with: the message it came with, what came with it, and its other versions. */
export function DocumentKin({
  item,
  onSelect,
}: {
  readonly item: EvidenceSummary;
  readonly onSelect: (id: string) => void;
}) {
  const items = useStore((state) => state.data.evidence?.items ?? none);
  const lines = [
    { words: 'Replaced by', kin: items.filter((other) => other.replacesId === item.id) },
    { words: 'Replaces', kin: items.filter((other) => other.id === item.replacesId) },
    { words: 'Printed form of', kin: items.filter((other) => other.id === item.printedOfId) },
    { words: 'Printed form', kin: items.filter((other) => other.printedOfId === item.id) },
    { words: 'Made from', kin: items.filter((other) => other.id === item.madeFromId && !isForm(item)) },
    { words: 'Made of it', kin: items.filter((other) => other.madeFromId === item.id && !isForm(other)) },
    { words: 'Came with', kin: items.filter((other) => other.id === item.cameWithId) },
    { words: 'With it came', kin: items.filter((other) => other.cameWithId === item.id) },
  ].filter(({ kin }) => kin.length > 0);
  if (lines.length === 0) return null;
  return (
    <ul className="document-kin" aria-label="Belongs with">
      {lines.map(({ words, kin }) => (
        <li key={words}>
          <span className="text-2">{words} </span>
          {kin.map((other, at) => (
            <span key={other.id}>
              {at > 0 && ', '}
              <LinkButton inSentence onClick={() => onSelect(other.id)}>
                {other.title}
              </LinkButton>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A printed form that was made here is said once. */
const isForm = ({ printedOfId, madeFromId }: EvidenceSummary): boolean =>
  printedOfId !== null && printedOfId === madeFromId;

const none: readonly EvidenceSummary[] = [];
