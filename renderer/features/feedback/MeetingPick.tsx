import { CalendarCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { isScheduled, type MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { inspectorsIn, meetingsOnNow } from './capture-start.ts';
import type { FieldsProps } from './fields-props.ts';
import { Line } from './Line.tsx';

const mostOffered = 4;

/** The meeting it was heard in: the one that is on now, or another; with it come its child and who was listening. */
export function MeetingPick({ draft, onChange }: FieldsProps) {
  const id = useId();
  const timetable = useStore((state) => state.data.timetable);
  const people = useStore((state) => state.data.people);
  const names = useNames();
  const now = useNow();
  const whenOf = useWhen(now);
  const [isChanging, setChanging] = useState(false);
  const meetings = timetable?.meetings ?? [];
  const on = meetingsOnNow(meetings, now);
  const chosen = meetings.find((meeting) => meeting.id === draft.meetingId);
  if (meetings.length === 0) return null;

  function choose(meeting: MeetingWithPeople | null) {
    const heard = meeting ? inspectorsIn(meeting, people?.people ?? []) : [];
    onChange({
      meetingId: meeting?.id ?? null,
      childId: meeting?.childId ?? draft.childId,
      ...(heard.length === 1 && heard[0] ? { heardBy: heard[0].name } : {}),
    });
    setChanging(false);
  }

  if (chosen && !isChanging) {
    return (
      <Line label="Heard in" id={id}>
        <span className="feedback-meeting">
          <CalendarCheck aria-hidden />
          <span>
            <span className="type-head">{names.withoutNames(chosen.title)}</span>{' '}
            <span className="text-2">{whenOf(chosen)}</span>
          </span>
          <LinkButton onClick={() => setChanging(true)}>Change</LinkButton>
        </span>
      </Line>
    );
  }

  return (
    <Line label="Heard in" id={id}>
      <span className="stack stack-tight">
        {!isChanging && on.length > 0 && (
          <span className="chip-list">
            {on.slice(0, mostOffered).map((meeting) => (
              <ToggleChip key={meeting.id} isOn={false} onChange={() => choose(meeting)}>
                {names.withoutNames(meeting.title)}
              </ToggleChip>
            ))}
            <LinkButton onClick={() => setChanging(true)}>Other...</LinkButton>
          </span>
        )}
        {(isChanging || on.length === 0) && (
          <ComboBox
            label="Heard in"
            labelHidden
            placeholder="No meeting, or find one"
            none="No meeting is called that"
            value={draft.meetingId}
            choices={[...on, ...meetings.filter((one) => !on.some((other) => other.id === one.id))].map(
              (meeting) => ({
                id: meeting.id,
                label: names.withoutNames(meeting.title),
                hint: whenOf(meeting),
              }),
            )}
            onChange={(chosenId) => choose(meetings.find((meeting) => meeting.id === chosenId) ?? null)}
          />
        )}
      </span>
    </Line>
  );
}

/** "on now, until 11:30am", "Tue 24 Nov, 9am" or "not placed yet". */
function useWhen(now: IsoInstant) {
  const clock = useStore((state) => state.settings.clock);
  return (meeting: MeetingWithPeople): string => {
    if (!isScheduled(meeting)) return 'not placed yet';
    const isOn = meetingsOnNow([meeting], now).length > 0;
    if (isOn) return `on now, until ${formatTime(meeting.start + meeting.minutes, clock)}`;
    return `${formatDayShort(meeting.day)}, ${formatTime(meeting.start, clock)}`;
  };
}
