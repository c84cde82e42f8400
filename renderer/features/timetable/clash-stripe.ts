import type { Clash } from '../../../shared/domain/clash.ts';
import type { Minutes } from '../../../shared/domain/time.ts';

type Stretch = { readonly from: Minutes; readonly to: Minutes };

/** Where a card is hatched: the minutes of it that clash, each once however many clashes there are, as a CSS shape. */
export function clashStripe(
  clashes: readonly Clash[],
  { start, minutes }: { readonly start: Minutes; readonly minutes: Minutes },
): string {
  const share = (at: Minutes) => `${((at - start) / minutes) * 100}%`;
  // One line round all the stretches: between two of them it runs along the edge and encloses nothing.
  const corners = joined(clashes, { from: start, to: start + minutes }).map(
    ({ from, to }) => `0 ${share(from)},100% ${share(from)},100% ${share(to)},0 ${share(to)}`,
  );
  return `polygon(${corners.join() || '0 0'})`;
}

/** The minutes within a stretch that clash, those that touch as one. */
function joined(clashes: readonly Clash[], within: Stretch): readonly Stretch[] {
  const found: Stretch[] = [];
  const stretches = clashes.flatMap(({ from, to }) =>
    from === null || to === null ? [] : [{ from: Math.max(from, within.from), to: Math.min(to, within.to) }],
  );
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (from >= to) continue;
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}
