import { BadgeCheck, CalendarX2, ClipboardPen, Ellipsis, MessageSquarePlus, Timer } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { markWords } from '../../../shared/domain/attendance/attendance.ts';
import type { ReadyPart } from '../../../shared/domain/attendance/ready.ts';
import { runningTimes } from '../../../shared/domain/attendance/running.ts';
import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { Minutes } from '../../../shared/domain/time.ts';
import { formatDuration, formatTime } from '../../../shared/domain/time-words.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useMarking } from '../../people/useMarking.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';
import type { Board, BoardStrand } from './useBoard.ts';

/** One strand on the board: now, next, and what is not ready. */
export function StrandNow({
  strand: { strand, members, now, next, later },
  minutes,
  board,
}: {
  readonly strand: BoardStrand;
  readonly minutes: Minutes;
  readonly board: Board;
}) {
  const names = useNames();
  const setCurrent = useStore((state) => state.setCurrentMeeting);
  const clock = useStore((state) => state.settings.clock);
  const attendance = useAttendance();
  const id = useId();
  const nowEnd = now ? runningTimes(now, attendance).end : null;
  const nextStart = next ? runningTimes(next, attendance).start : null;
  return (
    // Where the keyboard is, there a note belongs.
    <section aria-labelledby={id} className="today-strand" onFocus={() => now && setCurrent(now.id)}>
      <h2 id={id} className="today-strand-name">
        {names.strandName(strand)}
        {members.length > 0 && (
          <span className="today-members">
            {members.map((person) => names.personName(person)).join(', ')}
          </span>
        )}
      </h2>
      <Slot word="Now" fact={nowEnd === null ? '' : `Until ${formatTime(nowEnd, clock)}`}>
        {now ? (
          <OnNow meeting={now} board={board} />
        ) : (
          <p className="today-free">
            {nextStart === null ? 'Free' : `Free until ${formatTime(nextStart, clock)}`}
          </p>
        )}
      </Slot>
      <Slot
        word="Next"
        fact={
          nextStart === null
            ? ''
            : `${formatTime(nextStart, clock)}, in ${formatDuration(nextStart - minutes)}${later > 0 ? `, then ${later} more` : ''}`
        }
      >
        {next && nextStart !== null ? (
          <>
            <p className="today-next-title">
              <MeetingLink meeting={next} />
            </p>
            <Marks meeting={next} />
            <ReadyList parts={board.readyOf(next)} />
          </>
        ) : (
          <p className="text-2">Nothing more today</p>
        )}
      </Slot>
    </section>
  );
}

function OnNow({ meeting, board }: { readonly meeting: ScheduledMeeting; readonly board: Board }) {
  const openCapture = useStore((state) => state.openCapture);
  const openMarking = useStore((state) => state.openMarking);
  const goAndOpen = useStore((state) => state.goAndOpen);
  const names = useNames();
  const attendance = useAttendance();
  const { mark } = useMarking();
  const isCurrent = useStore((state) => state.currentMeetingId === meeting.id);
  const late = attendance.marks.get(meeting.id)?.lateMinutes ?? 0;
  return (
    <>
      <p className="today-now-title">
        <MeetingLink meeting={meeting} />
      </p>
      <Marks meeting={meeting} />
      <ReadyList
        parts={board.readyOf(meeting).filter((part) => part.what === 'room' || part.state !== 'ready')}
      />
      <div className="row row-wrap today-actions">
        <Button
          icon={MessageSquarePlus}
          {...(isCurrent ? { keys: 'F8' } : {})}
          onClick={() => openCapture({ meetingId: meeting.id })}
        >
          Note
        </Button>
        <Button icon={BadgeCheck} onClick={() => void mark(meeting.id, { outcome: 'held' })}>
          Held
        </Button>
        <MenuButton
          label="Late"
          icon={Timer}
          entries={lateSteps.map((step) => ({
            id: String(step),
            label: step === 0 ? 'On time' : `${step} minutes late`,
            ...(step === late ? { isChecked: true } : {}),
            onPress: () => void mark(meeting.id, { lateMinutes: step }),
          }))}
        />
        <MenuButton
          label={`More for ${names.withoutNames(meeting.title)}`}
          icon={Ellipsis}
          iconOnly
          kind="quiet"
          entries={[
            {
              id: 'how',
              label: 'How it went, and who did not attend...',
              icon: ClipboardPen,
              onPress: () => openMarking(meeting.id),
            },
            {
              id: 'push-back',
              label: 'Push the rest of the day back...',
              icon: Timer,
              onPress: () =>
                goAndOpen({ name: 'timetable' }, 'running-late', {
                  ...{ day: meeting.day, start: meeting.start, strandIds: meeting.strandIds },
                }),
            },
            {
              id: 'cancelled',
              label: 'Cancelled',
              icon: CalendarX2,
              onPress: () => void mark(meeting.id, { outcome: 'cancelled' }),
            },
          ]}
        />
      </div>
    </>
  );
}

const lateSteps = [0, 5, 10, 15, 30];

function Slot({
  word,
  fact,
  children,
}: {
  readonly word: string;
  readonly fact: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={`today-slot today-slot-${word.toLowerCase()}`}>
      <div className="today-word">
        <h3>{word}</h3>
        <span className="num">{fact}</span>
      </div>
      {children}
    </div>
  );
}

function MeetingLink({ meeting }: { readonly meeting: ScheduledMeeting }) {
  const names = useNames();
  const goTo = useStore((state) => state.goTo);
  return (
    <LinkButton onClick={() => goTo({ name: 'timetable', meetingId: meeting.id })}>
      {names.withoutNames(meeting.title)}
    </LinkButton>
  );
}

function Marks({ meeting }: { readonly meeting: ScheduledMeeting }) {
  const words = markWords(useAttendance().marks.get(meeting.id));
  if (!words) return null;
  return (
    <p>
      <StatusMark status="waiting">{words}</StatusMark>
    </p>
  );
}

const looks: Readonly<Record<ReadyPart['state'], Status>> = { ready: 'ok', look: 'warn', 'not-ready': 'bad' };
const heads: Readonly<Record<ReadyPart['what'], string>> = {
  room: 'Room',
  people: 'People',
  papers: 'Papers',
  consent: 'Consent',
};

function ReadyList({ parts }: { readonly parts: readonly ReadyPart[] }) {
  return (
    <ul className="today-ready" aria-label="Readiness">
      {parts.map(({ what, state, words }) => (
        <li key={what}>
          <StatusMark status={looks[state]}>
            <span className="visually-hidden">{heads[what]}: </span>
            {words}
          </StatusMark>
        </li>
      ))}
    </ul>
  );
}
