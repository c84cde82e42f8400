import type { Ref } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { kindLook } from './kind-look.ts';
import type { Move } from './move-state.ts';
import { andMore } from './move-together.ts';
import { type Timetable, titleOf } from './timetable-model.ts';

/** The meeting under the pointer while that is outside the grid, and what letting go there would do. */
export function DragChip({
  ref,
  timetable,
  move,
}: {
  readonly ref: Ref<HTMLDivElement>;
  readonly timetable: Timetable;
  readonly move: Move | null;
}) {
  const meeting = move ? timetable.byId.get(move.meetingId) : undefined;
  const isShown = move?.phase === 'carried' && move.over !== 'grid' && meeting !== undefined;
  const isAlone = !move?.others.length;
  const isPlaced = meeting?.start !== null;
  const words =
    move?.over === 'tray' && isPlaced
      ? 'Unschedule'
      : isPlaced
        ? `Puts ${isAlone ? 'it' : 'them'} back`
        : 'Leaves it here';
  return (
    <>
      {/* One cursor for the whole window, without touching the style of everything in it. */}
      {move?.phase === 'carried' && <div className="timetable-carrying" />}
      <div
        ref={ref}
        aria-hidden
        hidden={!isShown}
        className={classNames('timetable-chip', meeting && kindLook(meeting.kind))}
      >
        <span className="timetable-card-title">
          {meeting && titleOf(meeting, timetable.names)}
          {andMore(move?.others ?? [])}
        </span>
        <span className="timetable-card-where">{words}</span>
      </div>
    </>
  );
}
