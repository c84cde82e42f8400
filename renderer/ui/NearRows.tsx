import { type ReactNode, useRef } from 'react';
import { type Stretch, useNear } from './useNear.ts';

/** Rows of a long table, drawn only while they are near what is seen or hold the focus; else their place is kept free. */
export function NearRows({
  width,
  children,
  ...stretch
}: Stretch & {
  /** How many columns the table has. */
  readonly width: number;
  readonly children: () => ReactNode;
}) {
  const ref = useRef<HTMLTableSectionElement>(null);
  const free = useNear(ref, stretch);
  return (
    <tbody ref={ref}>
      {free === null ? (
        children()
      ) : (
        <tr aria-hidden>
          <td colSpan={width} style={{ height: free }} />
        </tr>
      )}
    </tbody>
  );
}
