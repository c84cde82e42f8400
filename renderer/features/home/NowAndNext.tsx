import { firstAfter, nowAndNext, runningTimes } from '../../../shared/domain/attendance/running.ts';
import { isScheduled, type ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { Strand } from '../../../shared/domain/people.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong, formatTime } from '../../../shared/domain/time-words.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useReadyParts } from '../../people/useReadyParts.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

type Moment = { readonly date: IsoDate; readonly minutes: number };

/** What each strand is in now, what it is in next, and whether that is ready. */
export function NowAndNext({ today }: { readonly today: Moment }) {
  const people = useStore((state) => state.data.people);
  const timetable = useStore((state) => state.data.timetable);
  const goTo = useStore((state) => state.goTo);
  const settings = useStore((state) => state.settings);
  const names = useNames();
  const attendance = useAttendance();
  const strands = people?.strands ?? [];
  const members = (strand: Strand) =>
    (people?.people ?? []).filter((person) => person.strandId === strand.id && person.name !== strand.name);
  const todays = (timetable?.meetings ?? [])
    .filter(isScheduled)
    .filter((meeting) => meeting.day === today.date && meeting.kind !== 'block');
  const places = new Map(people?.places.map((place) => [place.id, place.name]));
  if (strands.length === 0) return null;
  const openTimetable = (
    <span className="row">
      <LinkButton onClick={() => goTo({ name: 'today' })}>Open the board</LinkButton>
      <LinkButton onClick={() => goTo({ name: 'timetable' })}>Open the timetable</LinkButton>
    </span>
  );
  if (todays.length === 0) {
    const following = firstAfter(timetable?.meetings ?? [], today.date, attendance);
    return (
      <Section title="Now and next" action={openTimetable}>
        <p className="text-2">
          No meeting is in the timetable for today.
          {following && (
            <>
              {' '}
              The next is on {formatDayLong(following.day)}, {formatTime(following.start, settings.clock)}:{' '}
              <LinkButton inSentence onClick={() => goTo({ name: 'timetable', meetingId: following.id })}>
                {names.withoutNames(following.title)}
              </LinkButton>
            </>
          )}
        </p>
      </Section>
    );
  }
  return (
    <Section title="Now and next" action={openTimetable}>
      <table className="home-table">
        <thead>
          <tr>
            <th scope="col">Strand</th>
            <th scope="col">Now</th>
            <th scope="col">Next</th>
            <th scope="col">Is next ready?</th>
          </tr>
        </thead>
        <tbody>
          {strands.map((strand) => {
            const { now, next } = nowAndNext(todays, strand.id, today, attendance);
            return (
              <tr key={strand.id}>
                <th scope="row">
                  <span className="type-name">{strand.name}</span>
                  <span className="table-second">
                    {members(strand)
                      .map((one) => names.personName(one.id))
                      .join(', ')}
                  </span>
                </th>
                <td>
                  {now ? (
                    <MeetingLine meeting={now} place={places.get(now.placeId ?? ('' as never))} until />
                  ) : (
                    <span className="text-2">
                      {next
                        ? `Free until ${formatTime(runningTimes(next, attendance).start, settings.clock)}`
                        : 'Free'}
                    </span>
                  )}
                </td>
                <td>
                  {next ? (
                    <MeetingLine meeting={next} place={places.get(next.placeId ?? ('' as never))} />
                  ) : (
                    <span className="text-2">Nothing more today</span>
                  )}
                </td>
                <td>{next && <Readiness meeting={next} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function MeetingLine({
  meeting,
  place,
  until = false,
}: {
  readonly meeting: ScheduledMeeting;
  readonly place: string | undefined;
  readonly until?: boolean;
}) {
  const goTo = useStore((state) => state.goTo);
  const settings = useStore((state) => state.settings);
  const names = useNames();
  const running = runningTimes(meeting, useAttendance());
  const time = formatTime(until ? running.end : running.start, settings.clock);
  return (
    <>
      <LinkButton onClick={() => goTo({ name: 'timetable', meetingId: meeting.id })}>
        {names.withoutNames(meeting.title)}
      </LinkButton>
      <span className="table-second">
        <span className="num">{until ? `Until ${time}` : time}</span>
        {place ? `, ${place}` : ''}
      </span>
    </>
  );
}

function Readiness({ meeting }: { readonly meeting: ScheduledMeeting }) {
  const parts = useReadyParts()(meeting);
  const timetable = useStore((state) => state.data.timetable);
  const accepted = new Set(timetable?.acknowledgements.map((one) => one.clashKey));
  const open = (timetable?.clashes ?? []).filter(
    (one) => one.meetingIds.includes(meeting.id) && !accepted.has(one.key),
  );
  const hard = open.filter((one) => one.severity === 'hard').length;
  if (hard > 0) return <StatusMark status="bad">{hard === 1 ? '1 clash' : `${hard} clashes`}</StatusMark>;
  const part = parts.find((one) => one.state === 'not-ready') ?? parts.find((one) => one.state === 'look');
  if (part) return <StatusMark status={part.state === 'look' ? 'warn' : 'bad'}>{part.words}</StatusMark>;
  if (open.length > 0)
    return (
      <StatusMark status="warn">
        {open.length === 1 ? '1 thing to look at' : `${open.length} things to look at`}
      </StatusMark>
    );
  return <StatusMark status="ok">Ready</StatusMark>;
}
