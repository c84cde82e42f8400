import type { PointerEvent, RefObject } from 'react';
import type { ClockStyle } from '../../../shared/domain/time.ts';
import type { Now } from './alternatives.ts';
import type { CardFacts } from './card-facts.ts';
import type { ColumnHead } from './grid-columns.ts';
import type { ColumnRange, Hours, Placement } from './grid-geometry.ts';
import type { MeetingActions } from './useMeetingActions.ts';
import type { Grip } from './useMeetingDrag.ts';

export type GridProps = {
  readonly label: string;
  readonly columns: readonly ColumnHead[];
  readonly hours: Hours;
  readonly placements: readonly Placement[];
  readonly facts: ReadonlyMap<string, CardFacts>;
  readonly selectedId: string | null;
  /** Several meetings chosen to be changed together. */
  readonly picked: ReadonlySet<string>;
  /** The meeting that is being carried. */
  readonly awayId: string | null;
  /** Today, and the minute it is in London. */
  readonly now: Now;
  readonly clock: ClockStyle;
  readonly isCompact: boolean;
  /** The columns whose cards are drawn in full. */
  readonly inSight: ColumnRange;
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly actions: MeetingActions;
  readonly grab: (event: PointerEvent<HTMLElement>, grip: Grip) => void;
  readonly wasDrag: () => boolean;
};

/** What the grid knows when it hears a key or the pointer. */
export type GridSetting = GridProps & {
  /** The card that had the focus last. */
  readonly lastFocused: string | null;
};
