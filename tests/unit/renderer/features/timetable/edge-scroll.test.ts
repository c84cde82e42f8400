import { describe, expect, it } from 'vitest';
import { edgeScroll, isAtEdge } from '../../../../../renderer/features/timetable/edge-scroll.ts';

const box = { left: 0, top: 0, right: 400, bottom: 300 };
const inside = { x: 200, y: 150 };
const over = (frames: readonly number[], y: number) =>
  frames.reduce((sum, elapsed) => sum + edgeScroll({ x: 200, y }, box, elapsed).y, 0);

describe('edgeScroll', () => {
  it('rests while the pointer is well inside', () => {
    expect([edgeScroll(inside, box, 16), isAtEdge(inside, box)]).toEqual([{ x: 0, y: 0 }, false]);
  });

  it('goes towards the edge the pointer is near, faster the nearer', () => {
    const near = edgeScroll({ x: 200, y: 275 }, box, 16).y;
    const past = edgeScroll({ x: 200, y: 310 }, box, 16).y;

    expect([near > 0, past > near, edgeScroll({ x: 5, y: 150 }, box, 16).x < 0]).toEqual([true, true, true]);
    expect(isAtEdge({ x: 200, y: 275 }, box)).toBe(true);
  });

  it('goes as far in a few long frames as in many short ones', () => {
    const short = over(
      Array.from({ length: 50 }, () => 10),
      300,
    );
    const long = over(
      Array.from({ length: 10 }, () => 50),
      300,
    );

    expect([short, long]).toEqual([400, 400]);
  });

  it('does not leap after a frame that took very long', () => {
    expect(over([5_000], 300)).toBe(over([100], 300));
  });
});
