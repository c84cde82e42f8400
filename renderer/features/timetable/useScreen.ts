import { useMemo } from 'react';
import { type IsoDate, londonWallTime } from '../../../shared/domain/time.ts';
import { useStore } from '../../state/store.ts';
import type { TimetableScreen } from '../../state/timetable.ts';
import { useNow } from '../../state/useNow.ts';
import { useMedia } from '../../ui/media.ts';
import type { Now } from './alternatives.ts';
import { type CardFacts, cardFacts } from './card-facts.ts';
import { type ColumnHead, columnHeads, idsBy, meetingsOf } from './grid-columns.ts';
import { type Hours, type Placement, placeMeetings, shownHours } from './grid-geometry.ts';
import { shownDay, weekOf } from './shown-days.ts';
import type { Timetable } from './timetable-model.ts';

/** What of the timetable is on screen. */
export type Screen = {
  readonly day: IsoDate;
  /** The days of the shown day's week. */
  readonly week: readonly IsoDate[];
  readonly view: TimetableScreen['view'];
  /** The window is too narrow for a grid, so the list stands in for it. */
  readonly isNarrow: boolean;
  readonly by: TimetableScreen['columns'];
  readonly columns: readonly ColumnHead[];
  readonly hours: Hours;
  readonly placements: readonly Placement[];
  readonly facts: ReadonlyMap<string, CardFacts>;
  readonly selectedId: string | null;
  readonly now: Now;
};

/** Works out what is on screen from the timetable and what the user has chosen to look at. */
export function useScreen(timetable: Timetable): Screen {
  const chosen = useStore((state) => state.timetableScreen);
  const isNarrow = useMedia('(width < 900px)');
  const wall = londonWallTime(useNow());
  const today = wall.date;
  const view = isNarrow ? 'list' : chosen.view;
  const by = chosen.columns;

  const day = shownDay(timetable.days, chosen.day, today);
  const week = useMemo(() => weekOf(timetable.days, day), [timetable.days, day]);
  const columns = useMemo(
    () => columnHeads(timetable, by, view === 'week' ? week : [day]),
    [timetable, by, view, week, day],
  );
  const shown = useMemo(() => {
    const days = new Set(columns.map((column) => column.day));
    const onDays = timetable.scheduled.filter((meeting) => days.has(meeting.day));
    return meetingsOf(onDays, by);
  }, [timetable, columns, by]);
  const { dayStart, dayEnd } = timetable;
  const hours = useMemo(() => shownHours(shown, { from: dayStart, to: dayEnd }), [shown, dayStart, dayEnd]);
  const placements = useMemo(() => placeMeetings(shown, columns, idsBy(by)), [shown, columns, by]);
  const facts = useMemo(() => cardFacts(timetable, view === 'list' ? 'strands' : by), [timetable, view, by]);
  const now = useMemo(() => ({ day: today, minutes: wall.minutes }), [today, wall.minutes]);

  return {
    day,
    week,
    view,
    isNarrow,
    by,
    columns,
    hours,
    placements,
    facts,
    selectedId: chosen.selectedId,
    now,
  };
}
