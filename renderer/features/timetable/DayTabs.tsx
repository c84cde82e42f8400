import { ChevronLeft, ChevronRight, OctagonAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayBrief, formatDayLong } from '../../../shared/domain/time-words.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Alternative } from './alternatives.ts';
import { weekOf } from './shown-days.ts';
import { dayOfClash, isOpenClash, type Timetable } from './timetable-model.ts';
import { countClashes } from './timetable-words.ts';

export const dayTabId = (day: IsoDate): string => `timetable-day-${day}`;

/** The days of one week, each with its clashes and, while a meeting is carried, the free places it offers. */
export function DayTabs({
  timetable,
  day,
  week,
  panelId,
  alternatives,
  onDay,
}: {
  readonly timetable: Timetable;
  readonly day: IsoDate;
  readonly week: readonly IsoDate[];
  readonly panelId: string;
  readonly alternatives: readonly Alternative[];
  readonly onDay: (day: IsoDate) => void;
}) {
  const before = timetable.days.filter((other) => other < (week[0] ?? day)).at(-1);
  const after = timetable.days.find((other) => other > (week.at(-1) ?? day));
  const hasWeeks = weekOf(timetable.days, day).length < timetable.days.length;

  function move(event: KeyboardEvent<HTMLElement>) {
    const at = week.indexOf(day);
    const to = {
      ArrowRight: week[at + 1] ?? week[0],
      ArrowLeft: week[at - 1] ?? week.at(-1),
      Home: week[0],
      End: week.at(-1),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    onDay(to);
    document.getElementById(dayTabId(to))?.focus();
  }

  return (
    <div className="timetable-days">
      {hasWeeks && (
        <IconButton
          icon={ChevronLeft}
          size="small"
          label="Week before"
          unavailable={before ? null : 'This is the first week'}
          onClick={() => before && onDay(weekOf(timetable.days, before)[0] ?? before)}
        />
      )}
      <div role="tablist" aria-label="Days" className="tab-list" onKeyDown={move}>
        {week.map((own) => {
          const clashes = timetable.clashes.filter(
            (clash) => isOpenClash(clash) && dayOfClash(clash, timetable) === own,
          ).length;
          const free = own === day ? [] : alternatives.filter((one) => one.candidate.day === own);
          return (
            <button
              key={own}
              id={dayTabId(own)}
              type="button"
              role="tab"
              className="tab"
              aria-selected={own === day}
              aria-controls={panelId}
              tabIndex={own === day ? 0 : -1}
              onClick={() => onDay(own)}
            >
              <span aria-hidden>{formatDayBrief(own)}</span>
              <span className="visually-hidden">{formatDayLong(own)}</span>
              {clashes > 0 && (
                <span className="timetable-day-clashes">
                  <OctagonAlert aria-hidden />
                  <span aria-hidden>{clashes}</span>
                  <span className="visually-hidden">, {countClashes(clashes)}</span>
                </span>
              )}
              {free.map(({ number }) => (
                <span key={number} className="timetable-number">
                  <span className="visually-hidden">, free place </span>
                  {number}
                </span>
              ))}
            </button>
          );
        })}
      </div>
      {hasWeeks && (
        <IconButton
          icon={ChevronRight}
          size="small"
          label="Week after"
          unavailable={after ? null : 'This is the last week'}
          onClick={() => after && onDay(after)}
        />
      )}
    </div>
  );
}
