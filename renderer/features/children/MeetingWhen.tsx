import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';

/** "Today, 1pm" with the meeting's title under it. */
export function MeetingWhen({
  meeting,
  today,
}: {
  readonly meeting: ScheduledMeeting | null;
  readonly today: IsoDate;
}) {
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  if (!meeting) return <span className="text-3">None planned</span>;
  const day = meeting.day === today ? 'Today' : formatDayShort(meeting.day);
  return (
    <>
      <span className="text-1 num">
        {day}, {formatTime(meeting.start, clock)}
      </span>
      <span className="table-second">{names.withoutNames(meeting.title)}</span>
    </>
  );
}
