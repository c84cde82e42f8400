import type { Ref } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { type Hand, movedId, useHand } from './hand.ts';
import { kindLook } from './kind-look.ts';
import { andMore } from './move-together.ts';
import { type Timetable, titleOf } from './timetable-model.ts';

/** The meeting under the pointer while that is outside the grid, and what letting go there would do. */
export function DragChip({
  ref,
  timetable,
  hand,
}: {
  readonly ref: Ref<HTMLDivElement>;
  readonly timetable: Timetable;
  readonly hand: Hand;
}) {
  const id = useHand(hand, movedId);
  const over = useHand(hand, (move) => (move?.phase === 'carried' ? move.over : null));
  const others = useHand(hand, (move) => andMore(move?.others ?? []));
  const meeting = id === null ? undefined : timetable.byId.get(id);
  const isShown = over !== null && over !== 'grid' && meeting !== undefined;
  const isPlaced = meeting?.start !== null;
  const words =
    over === 'tray' && isPlaced
      ? 'Unschedule'
      : isPlaced
        ? `Puts ${others ? 'them' : 'it'} back`
        : 'Leaves it here';
  return (
    <>
      {/* One cursor for the whole window, without touching the style of everything in it. */}
      {over !== null && <div className="timetable-carrying" />}
      <div
        ref={ref}
        aria-hidden
        hidden={!isShown}
        className={classNames('timetable-chip', meeting && kindLook(meeting.kind))}
      >
        <span className="timetable-card-title">
          {meeting && titleOf(meeting, timetable.names)}
          {others}
        </span>
        <span className="timetable-card-where">{words}</span>
      </div>
    </>
  );
}
