import type { Point } from './grid-geometry.ts';

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** So near an edge, in pixels, a carried meeting scrolls the grid on. */
const margin = 40;
/** At the very edge, in pixels a second; half as much again beyond it. */
const speedAtEdge = 800;
/** After a long frame the grid does not leap, in milliseconds. */
const longestFrame = 100;

/**
 * How far a box scrolls under a pointer near or past its edge, in the milliseconds since the last frame: as far on a
 * slow computer as on a fast one.
 */
export function edgeScroll(point: Point, box: Box, elapsed: number): Point {
  const pull = edgePull(point, box);
  const along = (share: number) => Math.round((share * speedAtEdge * Math.min(elapsed, longestFrame)) / 1000);
  return { x: along(pull.x), y: along(pull.y) };
}

/** Whether the pointer is so near an edge that the box scrolls. */
export function isAtEdge(point: Point, box: Box): boolean {
  const { x, y } = edgePull(point, box);
  return x !== 0 || y !== 0;
}

/** How strongly each direction pulls: nothing inside, one at the edge, no more than one and a half beyond. */
function edgePull(point: Point, box: Box): Point {
  const along = (at: number, low: number, high: number) => {
    const past = Math.max(low + margin - at, at - high + margin, 0);
    return (at < low + margin ? -1 : 1) * Math.min(past / margin, 1.5);
  };
  return { x: along(point.x, box.left, box.right), y: along(point.y, box.top, box.bottom) };
}
