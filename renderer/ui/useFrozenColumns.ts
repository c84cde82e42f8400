import { type RefObject, useEffect, useState } from 'react';

/**
 * The widths that the columns of a long table have taken, in pixels, once what is seen of it is drawn; null until then. Held
 * to them, columns do not move when other rows are drawn, and a row costs no look at all the others. A table that is given
 * another width takes its columns anew.
 */
export function useFrozenColumns(
  table: RefObject<HTMLTableElement | null>,
  { isLong, count }: { readonly isLong: boolean; readonly count: number },
): readonly number[] | null {
  const [frozen, setFrozen] = useState<readonly number[] | null>(null);

  useEffect(() => {
    const frame = table.current?.parentElement;
    if (!frame || !isLong) return;
    let idle = 0;
    let width = 0;
    const freeze = () => {
      const heads = [...(table.current?.tHead?.rows[0]?.cells ?? [])];
      if (heads.length === count) setFrozen(heads.map((head) => head.getBoundingClientRect().width));
    };
    const watch = new ResizeObserver(() => {
      if (frame.clientWidth === width) return;
      width = frame.clientWidth;
      setFrozen(null);
      cancelIdleCallback(idle);
      idle = requestIdleCallback(freeze);
    });
    watch.observe(frame);
    return () => {
      watch.disconnect();
      cancelIdleCallback(idle);
      setFrozen(null);
    };
  }, [table, isLong, count]);

  return frozen;
}
