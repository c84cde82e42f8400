import { OctagonAlert, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { formatDayBrief, formatInstantShort, formatTime } from '../../../shared/domain/time-words.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { type ShownClash, type Timetable, titleOf } from './timetable-model.ts';
import type { MeetingActions } from './useMeetingActions.ts';

/** Lunch concerns every meeting of a day; three are enough to find it by. */
const meetingsShown = 3;

/** One thing that is wrong: in words, with its meetings to go to, and a way to accept it or take that back. */
export function ClashEntry({
  timetable,
  clash,
  not,
  withDay = false,
  actions,
}: {
  readonly timetable: Timetable;
  readonly clash: ShownClash;
  /** The meeting that is being looked at already. */
  readonly not?: string;
  readonly withDay?: boolean;
  readonly actions: MeetingActions;
}) {
  const { acknowledgement, severity } = clash;
  const Icon = acknowledgement ? ShieldCheck : severity === 'hard' ? OctagonAlert : TriangleAlert;
  const tone = acknowledgement ? 'tone-none' : severity === 'hard' ? 'tone-bad' : 'tone-warn';
  const meetings = clash.meetingIds
    .filter((id) => id !== not)
    .flatMap((id) => timetable.byId.get(id) ?? [])
    .slice(0, meetingsShown);
  return (
    <li className="timetable-clash">
      <Icon aria-hidden className={tone} />
      <div className="timetable-clash-text">
        <p>{clash.sentence}</p>
        {acknowledgement ? (
          <p className="text-2">
            Acknowledged {formatInstantShort(acknowledgement.at, timetable.clock)}:{' '}
            {timetable.names.withoutNames(acknowledgement.reason)}{' '}
            <LinkButton inSentence onClick={() => actions.withdraw(clash)}>
              Withdraw
              <span className="visually-hidden"> the acknowledgement of “{clash.sentence}”</span>
            </LinkButton>
          </p>
        ) : (
          <p className="timetable-clash-links">
            {meetings.map((meeting) => (
              <LinkButton key={meeting.id} onClick={() => actions.show(meeting.id)}>
                <span className="num">
                  Show {whenShort(meeting, withDay, timetable)}
                  <span className="visually-hidden">, {titleOf(meeting, timetable.names)}</span>
                </span>
              </LinkButton>
            ))}
            <LinkButton onClick={() => actions.acknowledge(clash)}>
              <span>
                Acknowledge...<span className="visually-hidden"> “{clash.sentence}”</span>
              </span>
            </LinkButton>
          </p>
        )}
      </div>
    </li>
  );
}

function whenShort(meeting: MeetingWithPeople, withDay: boolean, timetable: Timetable): string {
  if (meeting.day === null || meeting.start === null) return 'it';
  const time = formatTime(meeting.start, timetable.clock);
  return withDay ? `${formatDayBrief(meeting.day)}, ${time}` : time;
}
