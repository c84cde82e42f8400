import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { countWorkingDays, workCalendar } from '../../../shared/domain/working-days.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';

/** Working days to the next edge of the week on site: its first day while it lies ahead, then its last. */
export function DaysLeft({ view, today }: { readonly view: EngagementView; readonly today: IsoDate }) {
  const site = view.phases.find((phase) => phase.isOnSite);
  if (!site?.from || !site.to || site.to < today) return null;
  const isAhead = today < site.from;
  const target = isAhead ? site.from : site.to;
  const days = countWorkingDays(today, target, workCalendar(view.closureDays), 'not-first').days;
  return (
    <p className="home-days">
      <span className="type-count num">{days}</span>
      <span>
        <span className="type-name">
          {days === 1 ? 'working day' : 'working days'} to the {isAhead ? 'first' : 'last'} day on site
        </span>
        <span className="text-2">{formatDayLong(target)}</span>
      </span>
    </p>
  );
}
