import { type FocusEvent, memo, useState } from 'react';
import type { Minutes } from '../../../shared/domain/time.ts';
import { formatTime } from '../../../shared/domain/time-words.ts';
import { classNames } from '../../ui/class-names.ts';
import type { CardFacts } from './card-facts.ts';
import { GridHeads } from './GridHeads.tsx';
import { ColumnLines, HourLabels } from './GridLines.tsx';
import { type Placement, touches } from './grid-geometry.ts';
import { keyDown } from './grid-keys.ts';
import { click, doubleClick, openMenu, press } from './grid-pointer.ts';
import type { GridProps } from './grid-props.ts';
import { MeetingCard } from './MeetingCard.tsx';
import { isMarked, NowLine, NowTime } from './NowLine.tsx';
import { useDrawnColumns } from './useDrawnColumns.ts';

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

  const setting = { ...props, lastFocused };
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
      onKeyDown={(event) => keyDown(event, setting)}
    >
      <GridHeads columns={columns} drawn={drawn} inSight={props.inSight} isCompact={props.isCompact} />
      <div className="timetable-gutter" aria-hidden>
        <HourLabels hours={hours} clock={clock} now={isMarked(columns, hours, now) ? now.minutes : null} />
        <NowTime columns={columns} hours={hours} now={now} clock={clock} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the pointer for the cards in it, which are reached by key */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its cards */}
      <div
        ref={canvas}
        // Without rows it would be an empty group, which says nothing.
        role={rows.length > 0 ? 'rowgroup' : undefined}
        className="timetable-canvas"
        onPointerDown={(event) => press(event, setting)}
        onClick={(event) => click(event, setting)}
        onDoubleClick={(event) => doubleClick(event, setting)}
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
