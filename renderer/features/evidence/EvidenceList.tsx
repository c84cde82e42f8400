import { type KeyboardEvent, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { formatSize } from '../../../shared/domain/file-size.ts';
import { formatInstantShort } from '../../../shared/domain/time.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';
import { MoreRows } from '../../ui/MoreRows.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { isUnread, isWaiting, lengthWords, typeWords } from './evidence-words.ts';
import { typeIcon } from './type-icons.ts';

const shownAtOnce = 100;

type EvidenceListProps = {
  readonly items: readonly EvidenceSummary[];
  readonly namesFor: (id: string) => readonly string[];
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

function List({ items, namesFor, selectedId, onSelect }: EvidenceListProps) {
  const [shown, setShown] = useState(shownAtOnce);
  const showMore = useCallback(() => setShown((before) => before + shownAtOnce), []);
  const clock = useStore((state) => state.settings.clock);
  const hidden = Math.max(0, items.length - shown);
  return (
    <>
      <ul className="evidence-list" aria-label="Documents" onKeyDown={moveBetween}>
        {items.slice(0, shown).map((item) => {
          const Icon = typeIcon(item.type);
          const names = namesFor(item.id);
          const facts = [typeWords(item.type), lengthWords(item), formatSize(item.size)]
            .filter(Boolean)
            .join(', ');
          return (
            <li key={item.id}>
              <button
                type="button"
                className="evidence-row ring-inside"
                aria-current={item.id === selectedId || undefined}
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
                      For nobody yet
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
                      Scan being read
                    </StatusMark>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <MoreRows hidden={hidden} step={shownAtOnce} onMore={showMore} />
    </>
  );
}

function namesInShort(names: readonly string[]): string {
  const [first = '', second, ...more] = names;
  if (second === undefined) return first;
  return more.length === 0 ? `${first}; ${second}` : `${first}; ${second}; ${more.length} more`;
}

function moveBetween(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.evidence-row')];
  const from = rows.findIndex((row) => row.contains(document.activeElement));
  const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: rows.length - 1 }[event.key];
  if (from < 0 || to === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
}
