import { useMemo } from 'react';
import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import { type IsoDate, londonWallTime } from '../../../shared/domain/time.ts';
import { useStore } from '../../state/store.ts';
import type { TimetableScreen } from '../../state/timetable.ts';
import { useNow } from '../../state/useNow.ts';
import { useMedia } from '../../ui/media.ts';
import type { Now } from './alternatives.ts';
import { type CardFacts, cardFacts } from './card-facts.ts';
import { type ColumnHead, columnHeads } from './grid-columns.ts';
import { type Hours, type Placement, placeMeetings, shownHours } from './grid-geometry.ts';
import { type Grouping, idsOf, meetingsOf } from './grouping.ts';
import { meetingFilter } from './meeting-filter.ts';
import { shownDay, weekOf, weeksOf } from './shown-days.ts';
import type { Timetable } from './timetable-model.ts';

/** What of the timetable is on screen. */
export type Screen = {
  readonly day: IsoDate;
  /** The days of the shown day's week. */
  readonly week: readonly IsoDate[];
  /** The days that are drawn: one, a week or three. */
  readonly days: readonly IsoDate[];
  readonly view: TimetableScreen['view'];
  /** The window is too narrow for a grid, so the list stands in for it. */
  readonly isNarrow: boolean;
  readonly grouping: Grouping;
  readonly columns: readonly ColumnHead[];
  readonly hours: Hours;
  readonly placements: readonly Placement[];
  readonly facts: ReadonlyMap<string, CardFacts>;
  readonly selectedId: string | null;
  /** Several meetings chosen to be changed together. */
  readonly picked: ReadonlySet<string>;
  readonly isShown: (meeting: ScheduledMeeting) => boolean;
  /** How many meetings of the drawn days the filters leave in sight, and how many they hide. */
  readonly counts: { readonly shown: number; readonly hidden: number };
  readonly now: Now;
};

/** Works out what is on screen from the timetable and what the user has chosen to look at. */
export function useScreen(timetable: Timetable): Screen {
  const chosen = useStore((state) => state.timetableScreen);
  const isNarrow = useMedia('(width < 900px)');
  const instant = useNow();
  const wall = useMemo(() => londonWallTime(instant), [instant]);
  const today = wall.date;
  const view = isNarrow ? 'list' : chosen.view;
  const by = chosen.columns;

  const busy = useMemo(
    () => new Set(timetable.scheduled.map((meeting) => meeting.day)),
    [timetable.scheduled],
  );
  const day = shownDay(timetable.days, chosen.day, today, busy);
  const week = useMemo(() => weekOf(timetable.days, day), [timetable.days, day]);
  const days = useMemo(() => {
    if (view === 'weeks') return weeksOf(timetable.days, day);
    return view === 'day' || isNarrow ? [day] : week;
  }, [timetable.days, view, isNarrow, week, day]);
  const columns = useMemo(
    () => columnHeads(timetable, by, days, view === 'weeks'),
    [timetable, by, days, view],
  );
  const { index } = timetable;
  const grouping = useMemo(() => ({ by, index }), [by, index]);
  const isShown = useMemo(() => meetingFilter(timetable, chosen.filters), [timetable, chosen.filters]);
  const onDays = useMemo(() => {
    const drawn = new Set(days);
    const meetings = timetable.scheduled.filter((meeting) => drawn.has(meeting.day));
    return view === 'list' ? meetings : meetingsOf(meetings, { by, index });
  }, [timetable, index, days, by, view]);
  const shown = useMemo(() => onDays.filter(isShown), [onDays, isShown]);
  const picked = useMemo(() => new Set(chosen.picked), [chosen.picked]);
  const { dayStart, dayEnd } = timetable;
  const hours = useMemo(() => shownHours(shown, { from: dayStart, to: dayEnd }), [shown, dayStart, dayEnd]);
  const placements = useMemo(
    () => placeMeetings(shown, columns, (meeting) => idsOf(grouping, meeting)),
    [shown, columns, grouping],
  );
  const facts = useMemo(() => cardFacts(timetable, view === 'list' ? 'strands' : by), [timetable, view, by]);
  const now = useMemo(() => ({ day: today, minutes: wall.minutes }), [today, wall.minutes]);

  const { selectedId } = chosen;
  const hidden = onDays.length - shown.length;
  const counts = useMemo(() => ({ shown: shown.length, hidden }), [shown.length, hidden]);

  // One object for as long as nothing of it changes, so that what is drawn from it is not drawn again for each step of a drag.
  return useMemo(
    () => ({
      day,
      week,
      days,
      view,
      isNarrow,
      grouping,
      columns,
      hours,
      placements,
      facts,
      selectedId,
      picked,
      isShown,
      counts,
      now,
    }),
    [
      day,
      week,
      days,
      view,
      isNarrow,
      grouping,
      columns,
      hours,
      placements,
      facts,
      selectedId,
      picked,
      isShown,
      counts,
      now,
    ],
  );
}
