import type { GridPreview } from '../../../shared/ipc/imports.ts';

type GridMeeting = GridPreview['meetings'][number];

/** One cell of a shown grid: some columns wide, with the meetings that stand in it. */
export type GridSpot = {
  readonly column: number;
  readonly columns: number;
  readonly meetings: readonly GridMeeting[];
};

export type GridDay = {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly start: number;
    readonly minutes: number | null;
    readonly spots: readonly GridSpot[];
  }[];
};

/** The days of a grid, in order; '' stands for meetings whose day was not found. */
export const daysOf = ({ meetings }: GridPreview): readonly string[] =>
  [...new Set(meetings.map(({ day }) => day ?? ''))].sort();

/** Lays out a day: a row for each time there is, a column for each heading, wide cells for several. */
export function gridDay({ meetings, strands }: GridPreview, day: string): GridDay {
  const own = meetings.filter((meeting) => (meeting.day ?? '') === day);
  const headings = strands.map(({ text }) => text);
  const isWithout = own.some((meeting) => meeting.strands.length === 0);
  const columns = isWithout ? [...headings, 'No strand'] : headings;
  const times = new Map(own.map(({ start, minutes }) => [`${start} ${minutes}`, { start, minutes }]));
  const rows = [...times.values()].sort((a, b) => a.start - b.start || (a.minutes ?? 0) - (b.minutes ?? 0));
  return {
    columns,
    rows: rows.map((time) => ({
      ...time,
      spots: spotsOf(
        columns,
        own.filter(({ start, minutes }) => start === time.start && minutes === time.minutes),
      ),
    })),
  };
}

function spotsOf(columns: readonly string[], meetings: readonly GridMeeting[]): readonly GridSpot[] {
  const inColumn = columns.map((heading) =>
    meetings.filter(({ strands }) =>
      strands.length === 0 ? heading === 'No strand' : strands.includes(heading),
    ),
  );
  const spots: GridSpot[] = [];
  inColumn.forEach((here, column) => {
    const left = spots.at(-1);
    const isSame =
      left !== undefined &&
      here.length > 0 &&
      here.length === left.meetings.length &&
      here.every((meeting, at) => meeting === left.meetings[at]);
    if (left && isSame) spots[spots.length - 1] = { ...left, columns: left.columns + 1 };
    else spots.push({ column, columns: 1, meetings: here });
  });
  return spots;
}
