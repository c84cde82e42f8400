import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';

type NearRowsProps = {
  /** How many rows these are. */
  readonly count: number;
  /** How many columns the table has. */
  readonly width: number;
  /** Drawn from the start, without waiting to be told whether they are near. */
  readonly isFirst: boolean;
  /** Drawn wherever they are. */
  readonly isAlways: boolean;
  readonly children: () => ReactNode;
};

const near = '800px 0px';
const usualRow = 40;

/** Rows of a long table, drawn only while they are near what is seen or hold the focus; else their place is kept free. */
export function NearRows({ count, width, isFirst, isAlways, children }: NearRowsProps) {
  const ref = useRef<HTMLTableSectionElement>(null);
  const [free, setFree] = useState(isFirst || isAlways ? 0 : count * usualRow);

  useEffect(() => {
    const body = ref.current;
    if (!body || isAlways) return;
    const watch = new IntersectionObserver(
      (seen) => {
        const last = seen.at(-1);
        if (last?.isIntersecting) startTransition(() => setFree(0));
        else if (last && !body.contains(document.activeElement)) setFree(last.boundingClientRect.height);
      },
      { rootMargin: near, scrollMargin: near },
    );
    watch.observe(body);
    return () => watch.disconnect();
  }, [isAlways]);

  return (
    <tbody ref={ref}>
      {free === 0 || isAlways ? (
        children()
      ) : (
        <tr aria-hidden>
          <td colSpan={width} style={{ height: free }} />
        </tr>
      )}
    </tbody>
  );
}
