import { type Key, type ReactNode, useState } from 'react';
import { LinkButton } from './LinkButton.tsx';

/** A list that shows its most wanted few, and all of it when asked to; shorter lists are shown whole. */
export function FirstFew<Item>({
  items,
  few,
  what,
  className,
  itemKey,
  children,
}: {
  readonly items: readonly Item[];
  /** Those of the items that are shown until all are asked for. */
  readonly few: readonly Item[];
  /** What they are, in the plural. */
  readonly what: string;
  readonly className: string;
  readonly itemKey: (item: Item) => Key;
  readonly children: (item: Item) => ReactNode;
}) {
  const [isWhole, setWhole] = useState(false);
  const isLong = items.length > few.length + 1;
  const shown = isLong && !isWhole ? few : items;
  return (
    <>
      <ul className={className}>
        {shown.map((item) => (
          <li key={itemKey(item)}>{children(item)}</li>
        ))}
      </ul>
      {isLong && (
        <LinkButton aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${items.length} ${what}`}
        </LinkButton>
      )}
    </>
  );
}
