import type { Shift } from '../../../shared/domain/bulk-moves.ts';
import type { Alternative, Now } from './alternatives.ts';
import type { ColumnHead } from './grid-columns.ts';
import type { GridSpot, Hours } from './grid-geometry.ts';
import type { Grouping } from './grouping.ts';
import type { Hand, Move } from './hand.ts';
import type { Timetable } from './timetable-model.ts';

export type MoveControl = {
  readonly hand: Hand;
  /** The meeting in the hand while it is held for the keys. */
  readonly held: Move | null;
  /** Free places for what is held where it clashes. */
  readonly alternatives: readonly Alternative[];
  readonly actions: MoveActions;
};

/** What the pointer, the keys and the panel do with a meeting that is picked up. Never changes. */
export type MoveActions = {
  readonly lift: (meetingId: string, heldId: string | null, phase: 'carried' | 'held') => boolean;
  readonly carryTo: (spot: GridSpot) => void;
  readonly carryOut: (over: 'tray' | 'outside') => void;
  readonly setMinutes: (minutes: number) => void;
  readonly stepSlot: (by: 1 | -1) => void;
  readonly stepColumn: (by: 1 | -1) => void;
  readonly stepLength: (by: 1 | -1) => void;
  readonly stepDay: (by: 1 | -1) => void;
  readonly toDay: (day: string) => void;
  readonly drop: () => void;
  readonly putBack: () => void;
  /** Takes the meeting off the timetable, or leaves it in the tray where it was. */
  readonly dropInTray: () => void;
  readonly take: (alternative: Alternative) => void;
  readonly placeAnyway: (reason: string) => void;
  /** Lets go without a word, when it was moved by other means. */
  readonly forget: () => void;
};

export type MoveSetting = {
  readonly timetable: Timetable;
  readonly columns: readonly ColumnHead[];
  readonly grouping: Grouping;
  readonly hours: Hours;
  readonly now: Now;
  /** Shows another day while the meeting is carried. */
  readonly showDay: (day: string) => void;
  /** Opens what moves several meetings together, with how far filled in. */
  readonly openShift: (ids: readonly string[], by: Shift) => void;
  /** Puts the focus on a meeting's card once it is drawn. */
  readonly focusCard: (meetingId: string) => void;
};
