import type { PointerEvent } from 'react';
import { ClashList } from './ClashList.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import type { Grip } from './follow-pointer.ts';
import { movedId, useHand } from './hand.ts';
import { MeetingPanel } from './MeetingPanel.tsx';
import { MovePanel } from './MovePanel.tsx';
import type { MoveControl } from './move-state.ts';
import { Tray } from './Tray.tsx';
import type { Timetable } from './timetable-model.ts';
import type { MeetingActions } from './useMeetingActions.ts';
import type { Screen } from './useScreen.ts';

/** What to do about what is on the left: the move in hand, the selected meeting, the clashes, the unscheduled tray. */
export function TimetablePanel({
  timetable,
  screen,
  control,
  actions,
  grab,
  wasDrag,
  onPlaceAnyway,
}: {
  readonly timetable: Timetable;
  readonly screen: Screen;
  readonly control: MoveControl;
  readonly actions: MeetingActions;
  readonly grab: (event: PointerEvent<HTMLElement>, grip: Grip) => void;
  readonly wasDrag: () => boolean;
  readonly onPlaceAnyway: () => void;
}) {
  const { hand } = control;
  const awayId = useHand(hand, movedId);
  const isTarget = useHand(hand, (move) => move?.phase === 'carried' && move.over === 'tray');
  const selected = screen.selectedId === null ? undefined : timetable.byId.get(screen.selectedId);
  const isEmpty = timetable.meetings.length === 0;
  // The tray never scrolls away, so that a meeting can always be dropped on it.
  return (
    <aside aria-label="Clashes and unscheduled meetings" className="side-panel timetable-panel">
      <div className="timetable-panel-main">
        {awayId !== null && (
          <MovePanel
            timetable={timetable}
            control={control}
            onMore={actions.openMove}
            onPlaceAnyway={onPlaceAnyway}
          />
        )}
        {awayId === null && selected && (
          <MeetingPanel timetable={timetable} meeting={selected} actions={actions} />
        )}
        {awayId === null && !isEmpty && (
          <ClashList
            timetable={timetable}
            day={screen.view === 'day' ? screen.day : null}
            actions={actions}
          />
        )}
        {isEmpty && <FirstSteps timetable={timetable} actions={actions} />}
      </div>
      <Tray
        timetable={timetable}
        selectedId={screen.selectedId}
        picked={screen.picked}
        awayId={awayId}
        isTarget={isTarget}
        actions={actions}
        grab={grab}
        wasDrag={wasDrag}
      />
    </aside>
  );
}
