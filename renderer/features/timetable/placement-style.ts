import type { CSSProperties } from 'react';
import { boxOf, type Hours, type Placement } from './grid-geometry.ts';

type Place = Pick<Placement, 'column' | 'span' | 'start' | 'end'> &
  Partial<Pick<Placement, 'lane' | 'lanes'>>;

/** Pins a card to its place in the grid by its four edges, as percentages, so that margins take room inside it. */
export function placementStyle(placement: Place, grid: Hours & { readonly columns: number }): CSSProperties {
  const { left, width, top, height } = boxOf(grid, placement);
  const share = width / (placement.lanes ?? 1);
  const start = left + share * (placement.lane ?? 0);
  return {
    left: percent(start),
    right: percent(1 - start - share),
    top: percent(top),
    bottom: percent(1 - top - height),
  };
}

const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(4))}%`;
