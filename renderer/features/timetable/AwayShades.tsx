import { memo, type RefObject, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { awayOn } from '../../../shared/domain/availability/away.ts';
import { occupantsOf } from '../../../shared/domain/clash/world.ts';
import type { ColumnHead } from './grid-columns.ts';
import type { Hours } from './grid-geometry.ts';
import type { Grouping } from './grouping.ts';
import { type Candidate, inColumn } from './move-candidate.ts';
import { placementStyle } from './placement-style.ts';
import type { Timetable } from './timetable-model.ts';

type Shade = { readonly column: number; readonly start: number; readonly end: number; readonly who: string };

/**
 * Where the people and the room of the carried meeting are not to be had, column by column: away, busy in a calendar, or
 * in another meeting. It shows what the panel and the announcements say in words.
 */
export const AwayShades = memo(function AwayShades({
  timetable,
  columns,
  grouping,
  hours,
  meetingId,
  heldId,
  strandIds,
  personIds,
  placeId,
  canvas,
}: {
  readonly timetable: Timetable;
  readonly columns: readonly ColumnHead[];
  readonly grouping: Grouping;
  readonly hours: Hours;
  readonly heldId: string | null;
  readonly meetingId: string;
  readonly canvas: RefObject<HTMLDivElement | null>;
} & Pick<Candidate, 'strandIds' | 'personIds' | 'placeId'>) {
  const shades = useMemo(
    () =>
      columns.flatMap((column, at) => {
        const now = { day: column.day, start: 0, minutes: 0, strandIds, personIds, placeId, childId: null };
        return shadesOf(timetable, inColumn(now, grouping, heldId, column), { meetingId, column: at, hours });
      }),
    [timetable, columns, grouping, hours, meetingId, heldId, strandIds, personIds, placeId],
  );
  // In the sheet of the cards, so that it lies under them and their words stay legible.
  if (!canvas.current) return null;
  const under = shades.map((shade) => (
    <span
      key={`${shade.column} ${shade.start}`}
      aria-hidden
      className="timetable-away"
      style={placementStyle({ ...shade, span: 1 }, { ...hours, columns: columns.length })}
    >
      {shade.who}
    </span>
  ));
  return createPortal(under, canvas.current);
});

/** For a meeting as it would be in one column. Its strand's own meetings are cards in that column already. */
function shadesOf(
  { index, names, places }: Timetable,
  candidate: Candidate,
  {
    meetingId,
    column,
    hours,
  }: { readonly meetingId: string; readonly column: number; readonly hours: Hours },
): readonly Shade[] {
  const { day, personIds, placeId } = candidate;
  const found: Shade[] = [];
  const add = (who: string, spans: readonly { readonly start: number; readonly end: number }[]) => {
    for (const { start, end } of spans) {
      const from = Math.max(start, hours.from);
      const to = Math.min(end, hours.to);
      if (from < to) found.push({ column, start: from, end: to, who });
    }
  };
  const others = (index.days.get(day) ?? []).filter((one) => one.meeting.id !== meetingId);
  const { strandIds } = candidate;
  for (const id of occupantsOf(index, { strandIds: [...strandIds], personIds: [...personIds] })) {
    if (!index.people.has(id)) continue;
    add(names.shortPersonName(id), awayOn(index.away, id, day));
  }
  for (const id of personIds)
    add(
      names.shortPersonName(id),
      others.filter((one) => one.occupants.includes(id)),
    );
  const place = places.find((one) => one.id === placeId);
  if (place) {
    add(place.name, awayOn(index.away, place.id, day));
    if (!place.isOnline)
      add(
        place.name,
        others.filter((one) => one.place?.id === place.id),
      );
  }
  return joined(found);
}

/** Stretches that overlap become one, with everybody in it named. */
function joined(shades: readonly Shade[]): readonly Shade[] {
  const found: Shade[] = [];
  for (const shade of shades.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (!last || last.end <= shade.start) {
      found.push(shade);
      continue;
    }
    const who = last.who.split(', ').includes(shade.who) ? last.who : `${last.who}, ${shade.who}`;
    found[found.length - 1] = { ...last, end: Math.max(last.end, shade.end), who };
  }
  return found;
}
