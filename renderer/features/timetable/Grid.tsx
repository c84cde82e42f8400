import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useState,
} from 'react';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { type ClockStyle, formatTime, type Minutes } from '../../../shared/domain/time.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Now } from './alternatives.ts';
import type { CardFacts } from './card-facts.ts';
import { GridHeads, startOfDay } from './GridHeads.tsx';
import type { ColumnHead } from './grid-columns.ts';
import {
  type ColumnRange,
  columnAt,
  type GridFrame,
  type Hours,
  isInRange,
  minutesAt,
  type Placement,
  touches,
} from './grid-geometry.ts';
import { meetingsBetween, navigationKey, nextPlacement } from './grid-navigation.ts';
import { MeetingCard } from './MeetingCard.tsx';
import { NowLine, NowTime } from './NowLine.tsx';
import { useDrawnColumns } from './useDrawnColumns.ts';
import type { MeetingActions } from './useMeetingActions.ts';
import type { Grip } from './useMeetingDrag.ts';

/** How far above and below the foot of a card, in pixels, its end is pulled by. */
const resizeEdge = 4;

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

/** Days and strands against the hours. One card at a time is in the tab order; the arrow keys lead to the others. */
export const Grid = memo(function Grid(props: GridProps) {
  const { label, columns, hours, placements, facts, now, clock, canvas, actions } = props;
  const { selectedId, picked, awayId } = props;
  const [lastFocused, setLastFocused] = useState<string | null>(null);
  const drawn = useDrawnColumns(columns, props.inSight);
  const tabStop =
    placements.find((placement) => placement.key === lastFocused) ??
    placements.find((placement) => placement.meetingId === selectedId) ??
    placements[0];
  // What somebody is about to be led to is drawn wherever it is.
  const rows = rowsByStart(
    placements.filter(
      (placement) => touches(placement, drawn) || placement === tabStop || placement.meetingId === selectedId,
    ),
  );

  const placementUnder = (target: EventTarget | null): Placement | undefined => {
    const card = cardUnder(target);
    return placements.find((placement) => placement.key === card?.dataset.placement);
  };

  function press(event: PointerEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    // A press a little below a card is meant for its foot.
    const card =
      cardUnder(target) ?? cardUnder(document.elementFromPoint(event.clientX, event.clientY - resizeEdge));
    const placement = placementUnder(card);
    const meeting = placement && facts.get(placement.meetingId)?.meeting;
    if (!meeting || target.closest('button') || isPicking(event)) return;
    const frame = frameOf(event.currentTarget, hours, columns.length);
    const under = columnAt(frame, event.clientX) ?? placement.column;
    props.grab(event, {
      meetingId: meeting.id,
      heldId: columns[under]?.id ?? null,
      start: meeting.start,
      minutes: meeting.minutes,
      kind: !meeting.isPinned && card && isAtFoot(card, event.clientY) ? 'resize' : 'move',
    });
  }

  function click(event: MouseEvent<HTMLElement>) {
    if (props.wasDrag() || (event.target as HTMLElement).closest('button')) return;
    const placement = placementUnder(event.target);
    if (!placement || !isPicking(event)) actions.select(placement?.meetingId ?? null);
    else if (event.shiftKey) pickTo(placement);
    else actions.pick(placement.meetingId);
  }

  /** Chooses every meeting from the one the choice began with up to a card. */
  function pickTo(placement: Placement) {
    const [first] = picked;
    const anchor =
      placements.find((other) => other.meetingId === (first ?? selectedId)) ??
      placements.find((other) => other.key === lastFocused) ??
      placement;
    actions.pickAll(meetingsBetween(placements, anchor, placement));
  }

  function doubleClick(event: MouseEvent<HTMLElement>) {
    if ((event.target as HTMLElement).closest('button')) return;
    const placement = placementUnder(event.target);
    if (placement) {
      actions.openEditor(placement.meetingId);
      return;
    }
    const frame = frameOf(event.currentTarget, hours, columns.length);
    const column = columns[columnAt(frame, event.clientX) ?? -1];
    const start = Math.floor(minutesAt(frame, event.clientY) / slotMinutes) * slotMinutes;
    if (column) actions.openNew({ day: column.day, start, strandId: column.id });
  }

  function openMenu(event: MouseEvent<HTMLElement>) {
    const card = (event.target as HTMLElement).closest('[data-placement]');
    const menu = card?.querySelector<HTMLElement>('.timetable-card-menu');
    if (!menu) return;
    event.preventDefault();
    menu.click();
  }

  function keyDown(event: KeyboardEvent<HTMLElement>) {
    const placement = event.target instanceof HTMLElement && event.target.dataset.placement;
    const from = placements.find((other) => other.key === placement);
    if (!from) return;
    if (pickByKey(event, from)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const key = navigationKey({ ...pressOf(event), shiftKey: false });
    if (key) {
      const next = nextPlacement(placements, from, key);
      event.preventDefault();
      if (event.shiftKey) pickTo(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-placement="${CSS.escape(next.key)}"]`)?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      actions.openEditor(from.meetingId);
    } else if (event.key === ' ') {
      event.preventDefault();
      actions.select(from.meetingId === selectedId ? null : from.meetingId);
    } else if (event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      actions.pickUp?.(from.meetingId, columns[from.column]?.id ?? null);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      if (picked.size > 0) actions.openRemoveAll([...picked]);
      else actions.openRemove(from.meetingId);
    }
  }

  /** Ctrl+Space chooses one more, Ctrl+A all that are shown, and Esc lets them go. */
  function pickByKey(event: KeyboardEvent<HTMLElement>, from: Placement): boolean {
    const isControlled = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && isControlled) actions.pick(from.meetingId);
    else if (event.key.toLowerCase() === 'a' && isControlled)
      actions.pickAll([...new Set([from, ...placements].map((card) => card.meetingId))]);
    else if (event.key === 'Escape' && picked.size > 0) actions.clearPicked();
    else return false;
    return true;
  }

  const isNow = (facts: CardFacts | undefined) =>
    facts !== undefined &&
    facts.meeting.day === now.day &&
    facts.meeting.start <= now.minutes &&
    now.minutes < facts.meeting.start + facts.meeting.minutes;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold cells that span and overlap by the minute
    <div
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-colcount={columns.length + 1}
      aria-readonly
      aria-multiselectable
      className={classNames('timetable-grid', props.isCompact && 'timetable-compact')}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        const key = (event.target as HTMLElement).dataset.placement;
        if (key) setLastFocused(key);
      }}
      onKeyDown={keyDown}
    >
      <GridHeads columns={columns} drawn={drawn} inSight={props.inSight} isCompact={props.isCompact} />
      <div className="timetable-gutter" aria-hidden>
        <HourLabels hours={hours} clock={clock} />
        <NowTime columns={columns} hours={hours} now={now} clock={clock} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the pointer for the cards in it, which are reached by key */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its cards */}
      <div
        ref={canvas}
        // Without rows it would be an empty group, which says nothing.
        role={rows.length > 0 ? 'rowgroup' : undefined}
        className="timetable-canvas"
        onPointerDown={press}
        onClick={click}
        onDoubleClick={doubleClick}
        onContextMenu={openMenu}
      >
        <ColumnLines columns={columns} drawn={drawn} />
        <NowLine columns={columns} hours={hours} now={now} />
        {rows.map(([start, inRow]) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: its cells are what is focused
          <div key={start} role="row">
            {/* biome-ignore lint/a11y/useSemanticElements: as above */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
            <span role="rowheader" className="visually-hidden">
              {formatTime(start, clock)}
            </span>
            {inRow.map((placement) => {
              const own = facts.get(placement.meetingId);
              return (
                own && (
                  <MeetingCard
                    key={placement.key}
                    facts={own}
                    placement={placement}
                    columnCount={columns.length}
                    from={hours.from}
                    to={hours.to}
                    isTabStop={placement.key === tabStop?.key}
                    isSelected={placement.meetingId === selectedId}
                    isPicked={picked.has(placement.meetingId)}
                    isAway={placement.meetingId === awayId}
                    isNow={isNow(own)}
                    isInSight={touches(placement, props.inSight)}
                    actions={actions}
                  />
                )
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
});

function HourLabels({ hours, clock }: { readonly hours: Hours; readonly clock: ClockStyle }) {
  const first = Math.ceil(hours.from / 60);
  const last = Math.floor(hours.to / 60);
  const marks = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * 60);
  const style = (hour: Minutes) => ({ top: `${((hour - hours.from) / (hours.to - hours.from)) * 100}%` });
  return marks.map((hour) => (
    <span key={hour} className="timetable-hour" style={style(hour)}>
      {hour === 720 && clock === '12' ? '12pm' : formatTime(hour, clock)}
    </span>
  ));
}

/** The lines of the columns, a heavier one where a day begins. */
function ColumnLines({
  columns,
  drawn,
}: {
  readonly columns: readonly ColumnHead[];
  readonly drawn: ColumnRange;
}) {
  return columns.map(
    (column, index) =>
      isInRange(index, drawn) && (
        <span
          key={column.key}
          aria-hidden
          className={classNames('timetable-column', startOfDay(columns, index))}
          style={{ left: `${(index / columns.length) * 100}%`, width: `${100 / columns.length}%` }}
        />
      ),
  );
}

/** One row for each time at which a meeting begins, as a screen reader steps through them. */
function rowsByStart(
  placements: readonly Placement[],
): readonly (readonly [Minutes, readonly Placement[]])[] {
  const rows = new Map<Minutes, Placement[]>();
  for (const placement of placements) {
    const known = rows.get(placement.start);
    if (known) known.push(placement);
    else rows.set(placement.start, [placement]);
  }
  return [...rows];
}

const isPicking = (event: {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}) => event.ctrlKey || event.metaKey || event.shiftKey;

const pressOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => ({
  ...{ key, ctrlKey, metaKey, altKey, shiftKey },
});

const cardUnder = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-placement]') : null;

/** By where the card ends and not by the handle there, which is drawn only once the pointer is on the card. */
const isAtFoot = (card: Element, y: number): boolean => y > card.getBoundingClientRect().bottom - resizeEdge;

function frameOf(canvas: HTMLElement, hours: Hours, columns: number): GridFrame {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return { left, top, width, height, columns, ...hours };
}
