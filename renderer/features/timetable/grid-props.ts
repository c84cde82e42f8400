import type { PointerEvent, RefObject } from 'react';
import type { ClockStyle } from '../../../shared/domain/time-words.ts';
import type { Grip } from './follow-pointer.ts';
import type { ColumnRange } from './grid-geometry.ts';
import type { MeetingActions } from './useMeetingActions.ts';
import type { Screen } from './useScreen.ts';

export type GridProps = Pick<
  Screen,
  'columns' | 'grouping' | 'hours' | 'placements' | 'facts' | 'selectedId' | 'picked' | 'now'
> & {
  readonly label: string;
  /** The meeting that is being carried. */
  readonly awayId: string | null;
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
