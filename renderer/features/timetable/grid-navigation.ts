import type { Placement } from './grid-geometry.ts';

/** The keys that move the focus between cards. */
export type NavigationKey =
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Home'
  | 'End'
  | 'FirstOfAll'
  | 'LastOfAll';

/** Reads a key press as a wish to move the focus; null when it is none. */
export function navigationKey(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): NavigationKey | null {
  if (event.altKey || event.shiftKey) return null;
  const isControlled = event.ctrlKey || event.metaKey;
  if (event.key === 'Home') return isControlled ? 'FirstOfAll' : 'Home';
  if (event.key === 'End') return isControlled ? 'LastOfAll' : 'End';
  if (isControlled) return null;
  const arrows: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
  return arrows.includes(event.key) ? (event.key as NavigationKey) : null;
}

/**
 * The card a key leads to: up and down within a column by time, left and right to the nearest time in the next column
 * that has a card, Home and End to the column's first and last. The same card where there is none further.
 */
export function nextPlacement(
  placements: readonly Placement[],
  from: Placement,
  key: NavigationKey,
): Placement {
  const inColumn = (column: number) =>
    placements
      .filter((other) => other.column <= column && column < other.column + other.span)
      .sort((a, b) => a.start - b.start || a.lane - b.lane);
  const own = inColumn(from.column);
  const at = own.findIndex((other) => other.key === from.key);
  switch (key) {
    case 'ArrowUp':
      return own[at - 1] ?? from;
    case 'ArrowDown':
      return own[at + 1] ?? from;
    case 'Home':
      return own[0] ?? from;
    case 'End':
      return own.at(-1) ?? from;
    case 'FirstOfAll':
      return placements[0] ?? from;
    case 'LastOfAll':
      return placements.at(-1) ?? from;
    case 'ArrowLeft':
      return nearest(
        placements.filter((other) => other.column + other.span <= from.column),
        from,
        -1,
      );
    case 'ArrowRight':
      return nearest(
        placements.filter((other) => other.column >= from.column + from.span),
        from,
        1,
      );
  }
}

/** The meetings of every card in the box of columns and times that two cards span, the first card's meeting first. */
export function meetingsBetween(
  placements: readonly Placement[],
  one: Placement,
  other: Placement,
): readonly string[] {
  const left = Math.min(one.column, other.column);
  const right = Math.max(one.column + one.span, other.column + other.span);
  const from = Math.min(one.start, other.start);
  const to = Math.max(one.end, other.end);
  const inside = placements.filter(
    (card) => card.column >= left && card.column + card.span <= right && card.start >= from && card.end <= to,
  );
  return [...new Set([one.meetingId, ...inside.map((card) => card.meetingId)])];
}

/** In the closest column of the candidates, the card nearest in time. */
function nearest(candidates: readonly Placement[], from: Placement, way: 1 | -1): Placement {
  const edge = (other: Placement) => (way === 1 ? other.column : -(other.column + other.span));
  const closest = Math.min(...candidates.map(edge));
  const column = candidates.filter((other) => edge(other) === closest);
  const apart = (other: Placement) => Math.abs(other.start - from.start);
  return (
    column.reduce<Placement | null>((best, one) => (best && apart(best) <= apart(one) ? best : one), null) ??
    from
  );
}
