import type { CSSProperties } from 'react';
import { boxOf, type Hours, type Placement } from './grid-geometry.ts';

type Place = Pick<Placement, 'column' | 'span' | 'start' | 'end'> &
  Partial<Pick<Placement, 'lane' | 'lanes'>>;

/** Pins a card to its place in the grid by its four edges, as percentages, so that margins take room inside it. */
export function placementStyle(placement: Place, grid: Hours & { readonly columns: number }): CSSProperties {
  const { left, width, top, height } = boxOf(grid, placement);
  const share = width / (placement.lanes ?? 1);
  const start = left + share * (placement.lane ?? 0);
  return { inset: [top, 1 - start - share, 1 - top - height, start].map(percent).join(' ') };
}

const percent = (fraction: number): string => `${Number((fraction * 100).toFixed(4))}%`;
