import { memo, type RefObject, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { awayOn } from '../../../shared/domain/availability/away.ts';
import { occupantsOf } from '../../../shared/domain/clash/world.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { ColumnHead } from './grid-columns.ts';
import type { ColumnRange, Hours } from './grid-geometry.ts';
import type { Grouping } from './grouping.ts';
import { type Candidate, candidateOf, inColumn } from './move-candidate.ts';
import { placementStyle } from './placement-style.ts';
import type { Timetable } from './timetable-model.ts';

type Shade = Span & { readonly who: string };

type ShadesProps = {
  readonly timetable: Timetable;
  readonly columns: readonly ColumnHead[];
  readonly inSight: ColumnRange;
  readonly grouping: Grouping;
  readonly hours: Hours;
  readonly meetingId: string;
  /** The column it was picked up from: as it goes on, nothing here changes. */
  readonly fromId: string | null;
  readonly canvas: RefObject<HTMLDivElement | null>;
};

/**
 * Where the people and the room of the carried meeting are not to be had, column by column: away, busy in a calendar, or
 * in another meeting. It shows what the panel and the announcements say in words.
 */
export const AwayShades = memo(function AwayShades(props: ShadesProps) {
  const { timetable, columns, inSight, grouping, hours, meetingId, fromId, canvas } = props;
  const shades = useMemo(() => {
    const meeting = timetable.byId.get(meetingId);
    const seen = columns.slice(inSight.from, inSight.to);
    const first = seen[0];
    if (!meeting || !first) return [];
    const lifted = candidateOf(meeting, { day: first.day, start: hours.from });
    const shaded = shading(timetable, meetingId, hours);
    return seen.flatMap((column, at) =>
      shaded(inColumn(lifted, grouping, fromId, column)).map((shade) => ({
        ...shade,
        column: inSight.from + at,
      })),
    );
  }, [timetable, columns, inSight, grouping, hours, meetingId, fromId]);
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

type Span = { readonly start: number; readonly end: number };

/** Says when those of a meeting are not to be had on a day. What many columns share is looked up once. */
function shading(
  { index, names, places }: Timetable,
  meetingId: string,
  hours: Hours,
): (candidate: Candidate) => readonly Shade[] {
  const known = new Map<string, readonly Shade[]>();
  const once = (key: string, spans: () => readonly Span[], who: () => string): readonly Shade[] => {
    const shades = known.get(key) ?? within(hours, spans(), who);
    known.set(key, shades);
    return shades;
  };
  const others = (day: string) => (index.days.get(day) ?? []).filter((one) => one.meeting.id !== meetingId);
  return ({ day, strandIds, personIds, placeId }) => {
    const found: Shade[] = [];
    // A strand's own meetings are cards in its column already.
    for (const id of occupantsOf(index, { strandIds: [...strandIds], personIds: [...personIds] })) {
      if (!index.people.has(id)) continue;
      const who = () => names.shortPersonName(id as PersonId);
      found.push(...once(`${day} away ${id}`, () => awayOn(index.away, id, day), who));
    }
    for (const id of personIds) {
      const busy = () => others(day).filter((one) => one.occupants.includes(id));
      found.push(...once(`${day} busy ${id}`, busy, () => names.shortPersonName(id)));
    }
    const place = places.find((one) => one.id === placeId);
    if (place) {
      const taken = () => others(day).filter((one) => !place.isOnline && one.place?.id === place.id);
      const spans = () => [...awayOn(index.away, place.id, day), ...taken()];
      found.push(...once(`${day} ${place.id}`, spans, () => place.name));
    }
    return joined(found);
  };
}

function within(hours: Hours, spans: readonly Span[], who: () => string): readonly Shade[] {
  return spans.flatMap(({ start, end }) => {
    const [from, to] = [Math.max(start, hours.from), Math.min(end, hours.to)];
    return from < to ? [{ start: from, end: to, who: who() }] : [];
  });
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
