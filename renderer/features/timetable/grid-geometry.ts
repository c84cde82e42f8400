import { type ScheduledMeeting, slotMinutes } from '../../../shared/domain/meeting.ts';
import type { IsoDate, Minutes } from '../../../shared/domain/time.ts';

/** A column: a day, and the strand, place or person it stands for; null gathers the meetings that have none. */
export type GridColumn = {
  readonly key: string;
  readonly day: IsoDate;
  readonly id: string | null;
  /** The day's only column: whatever is on that day is in it. */
  readonly isWhole?: boolean;
};

/** The stretch of the day that the grid shows. */
export type Hours = { readonly from: Minutes; readonly to: Minutes };

/** One card: where a meeting, or the part of it that lies in adjacent columns, is drawn. */
export type Placement = {
  readonly key: string;
  readonly meetingId: string;
  readonly column: number;
  readonly span: number;
  /** Cards that overlap in one column share its width: this is card `lane` of `lanes`. */
  readonly lane: number;
  readonly lanes: number;
  readonly start: Minutes;
  readonly end: Minutes;
};

/** The grid's body on screen, in CSS pixels, and what it stands for. */
export type GridFrame = Hours & {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
};

export type Point = { readonly x: number; readonly y: number };

/** Where a card's top edge is, before anything is said about who is free. */
export type GridSpot = { readonly column: number; readonly start: Minutes };

/** The shown hours: those of the day, stretched to whole slots so that every meeting is in sight. */
export function shownHours(meetings: readonly ScheduledMeeting[], day: Hours): Hours {
  const starts = meetings.map((meeting) => meeting.start);
  const ends = meetings.map((meeting) => meeting.start + meeting.minutes);
  const from = Math.min(day.from, ...starts);
  const to = Math.max(day.to, from + slotMinutes, ...ends);
  return { from: floorToSlot(from), to: Math.min(ceilToSlot(to), 24 * 60) };
}

/** The columns that show a meeting, in order. `idsOf` says which strands, places or people it belongs to. */
export function columnsOf(
  meeting: ScheduledMeeting,
  columns: readonly GridColumn[],
  idsOf: (meeting: ScheduledMeeting) => readonly string[],
): readonly number[] {
  const ids = idsOf(meeting);
  return columns.flatMap((column, at) => {
    if (column.day !== meeting.day) return [];
    return isColumnOf(column, ids) ? [at] : [];
  });
}

/** Whether something with these ids, on the column's day, belongs in the column. */
export function isColumnOf({ id, isWhole }: GridColumn, ids: readonly string[]): boolean {
  if (isWhole) return true;
  return id === null ? ids.length === 0 : ids.includes(id);
}

/**
 * Lays meetings out as cards. A meeting in adjacent columns is one card across them, save where another meeting
 * overlaps it: there, and where its columns are apart, the card is repeated. Overlapping cards stand side by side.
 */
export function placeMeetings(
  meetings: readonly ScheduledMeeting[],
  columns: readonly GridColumn[],
  idsOf: (meeting: ScheduledMeeting) => readonly string[],
): readonly Placement[] {
  const pieces: Piece[] = meetings
    .flatMap((meeting) => columnsOf(meeting, columns, idsOf).map((column) => pieceOf(meeting, column)))
    .sort((a, b) => a.column - b.column || a.start - b.start || b.end - a.end || compareText(a.key, b.key));
  const laned = [...groupBy(pieces, (piece) => piece.column).values()].flatMap(shareColumn);
  return joinAdjacent(laned).sort((a, b) => a.start - b.start || a.column - b.column || a.lane - b.lane);
}

/** Which column lies under a point, or null beside the grid. */
export function columnAt(frame: GridFrame, x: number): number | null {
  const column = Math.floor(((x - frame.left) / frame.width) * frame.columns);
  return column >= 0 && column < frame.columns ? column : null;
}

/** A stretch of columns, without its end. */
export type ColumnRange = { readonly from: number; readonly to: number };

/** Which columns of a sheet are seen in a box scrolled so far, and those with half as many again on either side. */
export function columnsInSight(
  left: number,
  boxWidth: number,
  sheet: { readonly width: number; readonly count: number },
): { readonly seen: ColumnRange; readonly around: ColumnRange } {
  const width = sheet.width / sheet.count;
  const within = (column: number) => Math.min(Math.max(column, 0), sheet.count);
  // A scroll to a column's edge lands a fraction of a pixel beside it.
  const seen = {
    from: within(Math.floor((left + 1) / width)),
    to: within(Math.ceil((left + boxWidth - 1) / width)),
  };
  const margin = Math.ceil((seen.to - seen.from) / 2);
  return { seen, around: { from: within(seen.from - margin), to: within(seen.to + margin) } };
}

/** Whether a stretch of columns lies wholly in another. */
export function isWithin(inner: ColumnRange, outer: ColumnRange): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

export function isInRange(column: number, { from, to }: ColumnRange): boolean {
  return column >= from && column < to;
}

/** Whether any part of a card lies in a stretch of columns. */
export function touches({ column, span }: Placement, { from, to }: ColumnRange): boolean {
  return column < to && column + span > from;
}

/** The minute of the day at a height on screen; beyond the shown hours it goes on counting. */
export function minutesAt(frame: GridFrame, y: number): Minutes {
  return frame.from + ((y - frame.top) / frame.height) * (frame.to - frame.from);
}

/**
 * Where a carried card would land: the column under the pointer, and the slot nearest its top edge, kept within the
 * shown hours. `grabbed` is how far below its top the card is held. Null when the pointer is outside the grid.
 */
export function spotAt(
  frame: GridFrame,
  point: Point,
  carried: { readonly grabbed: Minutes; readonly minutes: Minutes },
): GridSpot | null {
  const column = columnAt(frame, point.x);
  const isBeside = point.y < frame.top || point.y > frame.top + frame.height;
  if (column === null || isBeside) return null;
  const start = snapToSlots(minutesAt(frame, point.y) - carried.grabbed);
  return { column, start: keepWithin(start, carried.minutes, frame) };
}

/** How long a card becomes when its bottom edge is pulled to a height on screen: whole slots, at least one. */
export function resizedTo(frame: GridFrame, start: Minutes, y: number): Minutes {
  const end = Math.min(snapToSlots(minutesAt(frame, y)), frame.to);
  return Math.max(end - start, slotMinutes);
}

/** A stretch of columns and minutes as fractions of the grid's body. */
export function boxOf(
  frame: Hours & { readonly columns: number },
  place: Pick<Placement, 'column' | 'span' | 'start' | 'end'>,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const length = frame.to - frame.from;
  return {
    left: place.column / frame.columns,
    width: place.span / frame.columns,
    top: (place.start - frame.from) / length,
    height: (place.end - place.start) / length,
  };
}

/** The next slot up or down: a start between slots first lands on the neighbouring one. */
export function stepStart(start: Minutes, by: 1 | -1): Minutes {
  const onGrid = by === 1 ? floorToSlot(start) : ceilToSlot(start);
  return onGrid + by * slotMinutes;
}

/** Keeps a card of a given length within the shown hours. */
export function keepWithin(start: Minutes, minutes: Minutes, hours: Hours): Minutes {
  return Math.max(hours.from, Math.min(start, floorToSlot(hours.to - minutes)));
}

type Piece = Omit<Placement, 'lane' | 'lanes'>;

function pieceOf(meeting: ScheduledMeeting, column: number): Piece {
  return {
    key: `${meeting.id}:${column}`,
    meetingId: meeting.id,
    column,
    span: 1,
    start: meeting.start,
    end: meeting.start + meeting.minutes,
  };
}

/** Gives each card of one column its lane; cards that touch one another, even through a third, share the width. */
function shareColumn(pieces: readonly Piece[]): readonly Placement[] {
  const placed: Placement[] = [];
  let cluster: (Piece & { lane: number })[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  const close = () => {
    const lanes = Math.max(0, ...cluster.map((piece) => piece.lane)) + 1;
    placed.push(...cluster.map((piece) => ({ ...piece, lanes })));
    cluster = [];
  };
  for (const piece of pieces) {
    if (piece.start >= clusterEnd) {
      close();
      clusterEnd = Number.NEGATIVE_INFINITY;
    }
    const taken = new Set(
      cluster.filter((other) => drawnEnd(other) > piece.start).map((other) => other.lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    cluster.push({ ...piece, lane });
    clusterEnd = Math.max(clusterEnd, drawnEnd(piece));
  }
  close();
  return placed;
}

/** Joins cards of one meeting in neighbouring columns where each has its column to itself. */
function joinAdjacent(placed: readonly Placement[]): Placement[] {
  const joined: Placement[] = [];
  for (const own of groupBy(placed, (placement) => placement.meetingId).values()) {
    const runs: Placement[] = [];
    for (const placement of own) {
      const last = runs.at(-1);
      const canJoin =
        last?.lanes === 1 && placement.lanes === 1 && last.column + last.span === placement.column;
      if (last && canJoin) runs[runs.length - 1] = { ...last, span: last.span + 1 };
      else runs.push(placement);
    }
    joined.push(...runs);
  }
  return joined;
}

/** A meeting of five minutes is drawn a slot high, so that it can be read and hit. */
function drawnEnd(piece: Piece): Minutes {
  return Math.max(piece.end, piece.start + slotMinutes);
}

const snapToSlots = (minutes: number): Minutes => Math.round(minutes / slotMinutes) * slotMinutes;
const floorToSlot = (minutes: Minutes): Minutes => Math.floor(minutes / slotMinutes) * slotMinutes;
const ceilToSlot = (minutes: Minutes): Minutes => Math.ceil(minutes / slotMinutes) * slotMinutes;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
