import type { Minutes } from '../../../shared/domain/time.ts';
import { type ClockStyle, formatTime } from '../../../shared/domain/time-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { startOfDay } from './GridHeads.tsx';
import type { ColumnHead } from './grid-columns.ts';
import { type ColumnRange, type Hours, isInRange } from './grid-geometry.ts';

/** How near to the time it is, in minutes, an hour would lie under it. */
const underNow = 15;

/** The hours down the side, but for one that the time it is would cover. */
export function HourLabels({
  hours,
  clock,
  now,
}: {
  readonly hours: Hours;
  readonly clock: ClockStyle;
  /** The minute that is marked among them, if one is. */
  readonly now: Minutes | null;
}) {
  const first = Math.ceil(hours.from / 60);
  const last = Math.floor(hours.to / 60);
  const marks = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * 60);
  const style = (hour: Minutes) => ({ top: `${((hour - hours.from) / (hours.to - hours.from)) * 100}%` });
  return marks
    .filter((hour) => now === null || Math.abs(hour - now) >= underNow)
    .map((hour) => (
      <span key={hour} className="timetable-hour" style={style(hour)}>
        {hour === 720 && clock === '12' ? '12pm' : formatTime(hour, clock)}
      </span>
    ));
}

/** The lines of the columns, a heavier one where a day begins. */
export function ColumnLines({
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
