import { BadgeCheck } from 'lucide-react';
import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import { formatTimeRange } from '../../../shared/domain/time-words.ts';
import { useMarking } from '../../people/useMarking.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';

/** What is over and not yet marked: a press each, at the end of the hour or of the day. */
export function StillToMark({ meetings }: { readonly meetings: readonly ScheduledMeeting[] }) {
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const openMarking = useStore((state) => state.openMarking);
  const { mark } = useMarking();
  if (meetings.length === 0) return null;
  return (
    <Section title="Over, and not marked yet" fact={String(meetings.length)}>
      <ul className="today-unmarked">
        {meetings.map((meeting) => {
          const title = names.withoutNames(meeting.title);
          return (
            <li key={meeting.id}>
              <span>
                {title}
                <span className="table-second num">
                  {formatTimeRange(meeting.start, meeting.start + meeting.minutes, clock)}
                </span>
              </span>
              <span className="row">
                <Button
                  size="small"
                  icon={BadgeCheck}
                  aria-label={`Held: ${title}`}
                  onClick={() => void mark(meeting.id, { outcome: 'held' })}
                >
                  Held
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={`How it went: ${title}`}
                  onClick={() => openMarking(meeting.id)}
                >
                  How it went...
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
