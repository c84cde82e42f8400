import { type CSSProperties, type PointerEvent, type RefObject, useEffect } from 'react';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { AwayShades } from './AwayShades.tsx';
import { CarriedCard } from './CarriedCard.tsx';
import { FreeSlots } from './FreeSlots.tsx';
import type { Grip } from './follow-pointer.ts';
import { Grid } from './Grid.tsx';
import { movedId, useHand } from './hand.ts';
import type { MoveControl } from './move-state.ts';
import type { Timetable } from './timetable-model.ts';
import { useColumnsInSight } from './useColumnsInSight.ts';
import type { MeetingActions } from './useMeetingActions.ts';
import type { Screen } from './useScreen.ts';

export type GridViewProps = {
  readonly id: string;
  readonly labelledBy: string;
  readonly timetable: Timetable;
  readonly screen: Screen;
  readonly control: MoveControl;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly actions: MeetingActions;
  readonly grab: (event: PointerEvent<HTMLElement>, grip: Grip) => void;
  readonly wasDrag: () => boolean;
};

/** The grid in its scrolling box, and over it what moves: the carried card, the free places, the time it is. */
export function GridView(props: GridViewProps) {
  const { id, labelledBy, timetable, screen, control, scroller, canvas, actions, grab, wasDrag } = props;
  const { columns, hours, grouping, now, placements, facts } = screen;
  const { hand, held, alternatives } = control;
  const awayId = useHand(hand, movedId);
  const fromId = useHand(hand, (move) => move?.fromId ?? null);
  const isWeek = screen.view !== 'day';
  const label = isWeek ? `Timetable, ${screen.days.length} days` : `Timetable, ${formatDayLong(screen.day)}`;
  const sizes = {
    '--timetable-slots': (hours.to - hours.from) / slotMinutes,
    '--timetable-columns': columns.length,
    '--timetable-first-hour': ((60 - (hours.from % 60)) % 60) / slotMinutes,
  } as CSSProperties;

  // Over several days, choosing one brings it to the left edge.
  const first = columns.findIndex((column) => column.day === screen.day);
  const inSight = useColumnsInSight(scroller, canvas, { count: columns.length, first: isWeek ? first : 0 });
  useEffect(() => {
    const sheet = canvas.current;
    if (isWeek && sheet) scroller.current?.scrollTo({ left: (first / columns.length) * sheet.clientWidth });
  }, [isWeek, first, columns.length, scroller, canvas]);

  return (
    <div
      ref={scroller}
      id={id}
      role="tabpanel"
      aria-labelledby={labelledBy}
      className={isWeek ? 'timetable-scroll timetable-week' : 'timetable-scroll'}
    >
      <div className="timetable-sheet" style={sizes}>
        <Grid
          label={label}
          columns={columns}
          grouping={grouping}
          hours={hours}
          placements={placements}
          facts={facts}
          selectedId={screen.selectedId}
          picked={screen.picked}
          awayId={awayId}
          now={now}
          clock={timetable.clock}
          isCompact={isWeek}
          inSight={inSight}
          canvas={canvas}
          actions={actions}
          grab={grab}
          wasDrag={wasDrag}
        />
        <div className="timetable-overlay">
          {awayId !== null && (
            <AwayShades
              {...{ timetable, columns, inSight, grouping, hours, canvas, fromId }}
              meetingId={awayId}
            />
          )}
          <FreeSlots
            timetable={timetable}
            columns={columns}
            grouping={grouping}
            hours={hours}
            alternatives={alternatives}
            held={held?.candidate ?? null}
            onTake={control.actions.take}
          />
          {awayId !== null && (
            <CarriedCard {...{ timetable, columns, grouping, hours, hand, grab }} moving={control.actions} />
          )}
        </div>
      </div>
    </div>
  );
}
