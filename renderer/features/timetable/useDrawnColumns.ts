import { startTransition, useEffect, useMemo, useState } from 'react';
import type { ColumnHead } from './grid-columns.ts';
import type { ColumnRange } from './grid-geometry.ts';

/** How many columns are added on either side in one turn: so few that no frame is late for them. */
const step = 12;
const waitsAtMost = 300;

/**
 * The columns that are drawn at all. Of a new sheet they are those in sight, so that these are painted first; the others
 * follow while the window is idle, until a screen reader and the keys find every one.
 */
export function useDrawnColumns(columns: readonly ColumnHead[], inSight: ColumnRange): ColumnRange {
  const sheet = `${columns.length} ${columns[0]?.key} ${columns.at(-1)?.key}`;
  const [drawn, setDrawn] = useState({ sheet, beyond: 0 });
  const beyond = drawn.sheet === sheet ? drawn.beyond : 0;

  useEffect(() => {
    if (beyond >= columns.length) return;
    return afterPaint(() => startTransition(() => setDrawn({ sheet, beyond: beyond + step })));
  }, [sheet, beyond, columns.length]);

  return useMemo(
    () => ({ from: inSight.from - beyond, to: inSight.to + beyond }),
    [inSight.from, inSight.to, beyond],
  );
}

/** Does something once the next frame is on screen and nothing else is to be done. */
function afterPaint(work: () => void): () => void {
  let idle = 0;
  const frame = requestAnimationFrame(() => {
    idle = requestIdleCallback(work, { timeout: waitsAtMost });
  });
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}
