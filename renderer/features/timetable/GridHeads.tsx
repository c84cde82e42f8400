import { TriangleAlert } from 'lucide-react';
import { weekdayOf } from '../../../shared/domain/time.ts';
import { formatDayBrief, formatDayLong } from '../../../shared/domain/time-words.ts';
import { classNames } from '../../ui/class-names.ts';
import type { ColumnHead } from './grid-columns.ts';
import { type ColumnRange, isInRange } from './grid-geometry.ts';

/** The heads that stay in sight: who or what each column is, and over several days the day above it. */
export function GridHeads({
  columns,
  drawn,
  inSight,
  isCompact,
}: {
  readonly columns: readonly ColumnHead[];
  readonly drawn: ColumnRange;
  /** The columns whose shapes are drawn as well as their words. */
  readonly inSight: ColumnRange;
  readonly isCompact: boolean;
}) {
  const days = [...new Set(columns.map((column) => column.day))];
  const hasDays = isCompact || days.length > 1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid's own roles
    // biome-ignore lint/a11y/useFocusableInteractive: heads are read, not focused
    <div
      role="row"
      className="timetable-heads"
      style={{ gridTemplateColumns: `var(--timetable-gutter) repeat(${columns.length}, minmax(0, 1fr))` }}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: heads are read, not focused */}
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid's own roles */}
      <span role="columnheader" className="timetable-corner">
        <span className="visually-hidden">Time</span>
      </span>
      {hasDays &&
        days.map((day) => {
          const first = columns.findIndex((column) => column.day === day);
          const count = columns.filter((column) => column.day === day).length;
          return (
            <span
              key={day}
              aria-hidden
              className="timetable-head-day"
              style={{ gridColumn: `${first + 2} / span ${count}` }}
            >
              {formatDayBrief(day)}
            </span>
          );
        })}
      {columns.map(
        (column, index) =>
          isInRange(index, drawn) && (
            // biome-ignore lint/a11y/useFocusableInteractive: heads are read, not focused
            // biome-ignore lint/a11y/useSemanticElements: part of the grid's own roles
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={index + 2}
              className={classNames('timetable-head', startOfDay(columns, index))}
              style={{ gridColumn: index + 2 }}
            >
              {hasDays && <span className="visually-hidden">{formatDayLong(column.day)}, </span>}
              <span className="timetable-head-title">{column.title}</span>
              <span className="timetable-head-fact">
                {column.fact}
                {column.lacksLunch && (
                  <span className="timetable-flag-warn timetable-head-flag">
                    {isInRange(index, inSight) && <TriangleAlert aria-hidden />}
                    No lunch
                  </span>
                )}
              </span>
            </div>
          ),
      )}
    </div>
  );
}

/** The class of a column that begins a day: a strong line, and a light one between quiet days of one week. */
export function startOfDay(columns: readonly ColumnHead[], index: number): string | false {
  const [own, before] = [columns[index], columns[index - 1]];
  if (!own || !before || own.day === before.day) return false;
  const isSameWeek = weekdayOf(own.day) > weekdayOf(before.day);
  return own.isWhole && before.isWhole && isSameWeek ? 'timetable-column-quiet' : 'timetable-column-day';
}
