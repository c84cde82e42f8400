import { type ClockStyle, formatTime } from '../../../shared/domain/time-words.ts';
import type { Now } from './alternatives.ts';
import type { GridColumn, Hours } from './grid-geometry.ts';

/** A line behind today's cards at the minute it is; nothing on another day. */
export function NowLine(props: NowProps) {
  const { columns } = props;
  const top = heightOf(props);
  const first = columns.findIndex((column) => column.day === props.now.day);
  const count = columns.filter((column) => column.day === props.now.day).length;
  if (top === null) return null;
  const left = `${(first / columns.length) * 100}%`;
  const width = `${(count / columns.length) * 100}%`;
  return <span className="timetable-now-line" aria-hidden style={{ top, left, width }} />;
}

/** The time itself, among the hours. */
export function NowTime({ clock, ...props }: NowProps & { readonly clock: ClockStyle }) {
  const top = heightOf(props);
  if (top === null) return null;
  return (
    <span className="timetable-now-time num" style={{ top }}>
      {formatTime(props.now.minutes, clock).replace(/(:\d\d)[ap]m$/, '$1')}
    </span>
  );
}

type NowProps = { readonly columns: readonly GridColumn[]; readonly hours: Hours; readonly now: Now };

/** Whether the time it is stands among the hours that are shown. */
export const isMarked = (columns: readonly GridColumn[], { from, to }: Hours, now: Now): boolean =>
  columns.some((column) => column.day === now.day) && now.minutes >= from && now.minutes <= to;

function heightOf({ columns, hours, now }: NowProps): string | null {
  const { from, to } = hours;
  return isMarked(columns, hours, now) ? `${((now.minutes - from) / (to - from)) * 100}%` : null;
}
