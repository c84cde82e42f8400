/** Items of a list from one place up to, but without, another. */
export type Range = { readonly from: number; readonly to: number };

/** The places of the items that stand anywhere between two heights of their list. */
export function rangeBetween(heights: readonly number[], top: number, bottom: number): Range {
  let above = 0;
  let from = 0;
  while (from < heights.length && above + (heights[from] ?? 0) <= top) above += heights[from++] ?? 0;
  let to = from;
  while (to < heights.length && above < bottom) above += heights[to++] ?? 0;
  return { from, to };
}

/**
 * What to draw next, by at most so many items more than is drawn: first what is seen, then what is near it. Nothing is left
 * out between, and what is far goes.
 */
export function drawnNext(
  drawn: Range,
  { seen, near, far }: { readonly seen: Range; readonly near: Range; readonly far: Range },
  most: number,
): Range {
  let left = most;
  let { from, to } = overlap(drawn, far);
  // Nothing that is drawn is near any more: begin anew with what is seen.
  if (from > near.to || to < near.from || from >= to) from = to = seen.from < seen.to ? seen.from : near.from;
  for (const goal of [seen, near]) {
    const below = Math.min(Math.max(goal.to - to, 0), left);
    to += below;
    left -= below;
    const above = Math.min(Math.max(from - goal.from, 0), left);
    from -= above;
    left -= above;
  }
  return { from, to };
}

/** The stretches that are drawn, in order: the range, and an item outside it that has to stay. */
export function runsOf(range: Range, kept: number | null): readonly Range[] {
  if (kept === null || (kept >= range.from && kept < range.to)) return range.from < range.to ? [range] : [];
  const alone = { from: kept, to: kept + 1 };
  if (range.from >= range.to) return [alone];
  return kept < range.from ? [alone, range] : [range, alone];
}

/** What is drawn of a part of the list, and what is left free, in order. */
export type Piece = Range & { readonly isDrawn: boolean };

/** A part of the list as it is drawn and left free by turns. */
export function piecesOf(part: Range, runs: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = part.from;
  for (const run of runs) {
    const { from, to } = overlap(run, part);
    if (from >= to) continue;
    if (at < from) pieces.push({ from: at, to: from, isDrawn: false });
    pieces.push({ from, to, isDrawn: true });
    at = to;
  }
  if (at < part.to) pieces.push({ from: at, to: part.to, isDrawn: false });
  return pieces;
}

function overlap(one: Range, other: Range): Range {
  const from = Math.max(one.from, other.from);
  return { from, to: Math.max(from, Math.min(one.to, other.to)) };
}
