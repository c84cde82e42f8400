import { type KeyboardEventHandler, type ReactNode, useRef } from 'react';
import { stretchesOf } from './stretches.ts';
import { useNear } from './useNear.ts';

type NearListProps<Item> = {
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  /** How high an item usually is, in pixels. */
  readonly usual: number;
  /** Its first items are in sight from the start: those of a list far down a page are not. */
  readonly isFirst?: boolean;
  readonly label?: string;
  readonly className?: string;
  readonly itemClassName?: string;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
};

const stretchLength = 4;
const firstItems = 16;

/**
 * A list that may be long: items are drawn only while they are near what is seen or hold the focus, and each says which of
 * how many it is.
 */
export function NearList<Item>(props: NearListProps<Item>) {
  const { items, label, className, onKeyDown, isFirst = true } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: its items stand in stretches, which a ul may not hold
    <div role="list" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {stretchesOf(items, stretchLength).map(({ from, stretch }) => (
        <NearItems
          key={from}
          {...props}
          from={from}
          stretch={stretch}
          isFirst={isFirst && from < firstItems}
        />
      ))}
    </div>
  );
}

/** The stretches of such a list, for moving between its items. */
export const stretchesIn = (list: HTMLElement): readonly HTMLElement[] =>
  [...list.children].filter((stretch) => stretch instanceof HTMLElement);

function NearItems<Item>({
  items,
  stretch,
  from,
  usual,
  isFirst,
  itemKey,
  itemClassName,
  children,
}: NearListProps<Item> & {
  readonly stretch: readonly Item[];
  readonly from: number;
  readonly isFirst: boolean;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const free = useNear(ref, { height: stretch.length * usual, isFirst, isAlways: false });
  return (
    <div ref={ref} role="presentation" style={free === null ? undefined : { height: free }}>
      {free === null &&
        stretch.map((item, at) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={itemKey(item)}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={from + at + 1}
            className={itemClassName}
          >
            {children(item)}
          </div>
        ))}
    </div>
  );
}
