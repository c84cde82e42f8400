import { useDeferredValue, useMemo } from 'react';
import { childrenLabel } from '../../../shared/domain/child-code.ts';
import { formatSize } from '../../../shared/domain/file-size.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';
import { moveBetween } from '../../ui/move-between.ts';
import { NearList } from '../../ui/NearList.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { isUnread, isWaiting, lengthWords, typeWords } from './evidence-words.ts';
import { typeIcon } from './type-icons.ts';
import type { Named } from './useNamings.ts';

const usualHeight = 80;

type EvidenceListProps = {
  readonly items: readonly EvidenceSummary[];
  readonly namesFor: (id: string) => readonly string[];
  readonly namings: ReadonlyMap<string, Named>;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
};

/**
 * The documents, two lines each and a third for whom they are; up and down go from one to the next. Drawn after what is
 * typed above it, so that no key waits for it.
 */
export function EvidenceList(props: EvidenceListProps) {
  const deferred = useDeferredValue(props);
  return useMemo(() => <List {...deferred} />, [deferred]);
}

function List({ items, namesFor, namings, selectedId, onSelect }: EvidenceListProps) {
  return (
    <NearList
      label="Documents"
      className="evidence-list"
      items={items}
      itemKey={({ id }) => id}
      usual={usualHeight}
      onKeyDown={(event) => moveBetween(event, '.evidence-row', items.length)}
    >
      {(item) => (
        <Row
          item={item}
          names={namesFor(item.id)}
          named={namings.get(item.id)?.children ?? none}
          isSelected={item.id === selectedId}
          onSelect={onSelect}
        />
      )}
    </NearList>
  );
}

function Row({
  item,
  names,
  named,
  isSelected,
  onSelect,
}: {
  readonly item: EvidenceSummary;
  readonly names: readonly string[];
  /** The children it names while it is for nobody. */
  readonly named: Named['children'];
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
}) {
  const clock = useStore((state) => state.settings.clock);
  const Icon = typeIcon(item.type);
  const facts = [typeWords(item.type), lengthWords(item), formatSize(item.size)].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className="evidence-row ring-inside"
      aria-current={isSelected || undefined}
      onClick={() => onSelect(item.id)}
    >
      <Icon aria-hidden className="evidence-row-icon" />
      <span className="evidence-row-title">{item.title}</span>
      <span className="evidence-row-facts num">
        {facts}. {formatInstantShort(item.receivedAt, clock)}
      </span>
      <span className="evidence-row-marks">
        {names.length === 0 ? (
          <StatusMark status="none" size="small">
            For nobody yet{named.length > 0 && `, names ${childrenLabel(named.map(({ code }) => code))}`}
          </StatusMark>
        ) : (
          <span className="evidence-row-for">{namesInShort(names)}</span>
        )}
        {isUnread(item) && (
          <StatusMark status="warn" size="small">
            No words read
          </StatusMark>
        )}
        {isWaiting(item) && (
          <StatusMark status="waiting" size="small">
            Scan to be read
          </StatusMark>
        )}
      </span>
    </button>
  );
}

function namesInShort(names: readonly string[]): string {
  const [first = '', second, ...more] = names;
  if (second === undefined) return first;
  return more.length === 0 ? `${first}; ${second}` : `${first}; ${second}; ${more.length} more`;
}

const none: Named['children'] = [];
