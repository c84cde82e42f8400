import { type KeyboardEventHandler, memo, type ReactNode, useMemo, useRef } from 'react';
import { piecesOf } from './near-range.ts';
import { useNear } from './useNear.ts';

type NearListProps<Item> = {
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  /** How high an item usually is, in pixels. */
  readonly usual: number;
  /** So many are drawn at once, as in sight from the start: none of a list far down a page. */
  readonly first?: number;
  readonly label?: string;
  readonly className?: string;
  readonly itemClassName?: string;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
};

/**
 * A list that may be long: items are drawn only while they are near what is seen or hold the focus, and each says which of
 * how many it is.
 */
export function NearList<Item>(props: NearListProps<Item>) {
  const { items, itemKey, label, className, itemClassName, onKeyDown, first = 8, usual, children } = props;
  const ref = useRef<HTMLUListElement>(null);
  const keys = useMemo(() => items.map(itemKey), [items, itemKey]);
  const { runs, freeFor } = useNear(ref, { keys, usual, first });
  return (
    <ul ref={ref} aria-label={label} className={className} onKeyDown={onKeyDown}>
      {piecesOf({ from: 0, to: items.length }, runs).flatMap((piece, nth) =>
        piece.isDrawn ? (
          items
            .slice(piece.from, piece.to)
            .map((item, at) => (
              <NearItem
                key={keys[piece.from + at]}
                {...{ item, className: itemClassName, draw: children }}
                at={piece.from + at}
                count={items.length}
              />
            ))
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is left free is told apart by its place alone
          <li key={`free ${nth}`} aria-hidden data-gap style={{ height: freeFor(piece) }} />
        ),
      )}
    </ul>
  );
}

const NearItem = memo(DrawnItem) as typeof DrawnItem;

function DrawnItem<Item>({
  item,
  at,
  count,
  className,
  draw,
}: {
  readonly item: Item;
  readonly at: number;
  readonly count: number;
  readonly className: string | undefined;
  readonly draw: (item: Item) => ReactNode;
}) {
  return (
    <li data-at={at} aria-setsize={count} aria-posinset={at + 1} className={className}>
      {draw(item)}
    </li>
  );
}
