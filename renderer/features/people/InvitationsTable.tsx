import { MailCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  type Answer,
  answersOf,
  invitationLabels,
  isCancelled,
  isHeld,
} from '../../../shared/domain/attendance/attendance.ts';
import { counted } from '../../../shared/domain/counted.ts';
import { isScheduled, type ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { InvitationSelect, useHeardWords } from '../../people/InvitationList.tsx';
import { setStates } from '../../people/MarkAllMenu.tsx';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';

type Show = 'open' | 'waiting' | 'not-asked' | 'declined' | 'all';

const shows: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'open', label: 'Not settled' },
  { value: 'waiting', label: 'Asked, not answered' },
  { value: 'not-asked', label: 'Not asked' },
  { value: 'declined', label: 'Declined' },
  { value: 'all', label: 'Everybody' },
];

/** Every person at every meeting, and what they answered: one, or many at once, are marked here. */
export function InvitationsTable() {
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const act = useStore((state) => state.act);
  const settings = useStore((state) => state.settings);
  const attendance = useAttendance();
  const names = useNames();
  const [show, setShow] = useState<Show>('open');
  const [by, setBy] = useState<'meeting' | 'person'>('meeting');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const everything = useMemo(
    () =>
      (meetings ?? [])
        .filter(isScheduled)
        .filter((meeting) => !isCancelled(meeting.id, attendance) && !isHeld(meeting.id, attendance))
        .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start))
        .flatMap((meeting) =>
          answersOf(meeting, attendance)
            .filter((answer) => answer.state !== 'stand-in')
            .map((answer) => ({ ...answer, meeting, key: `${meeting.id} ${answer.personId}` })),
        ),
    [meetings, attendance],
  );
  const matching = everything.filter((row) => isShown(row, show));
  const rows =
    by === 'meeting'
      ? matching
      : matching.toSorted((a, b) =>
          names.personName(a.personId).localeCompare(names.personName(b.personId), 'en-GB'),
        );
  const chosen = rows.filter((row) => ticked.has(row.key));

  async function markAll(state: (typeof setStates)[number]) {
    const entries = chosen.map((row) => ({ meetingId: row.meeting.id, personId: row.personId }));
    if ((await act('attendance:setInvitations', { entries, state })) !== undefined) setTicked(new Set());
  }

  if (everything.length === 0) {
    return (
      <EmptyState icon={MailCheck} title="Nobody is asked to a scheduled meeting yet">
        Add people to meetings in the timetable. Who was asked, and what they answered, is kept here.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="people-filters">
        <Select label="Show" labelHidden fit value={show} options={shows} onChange={setShow} />
        <Segmented
          label="Grouped"
          value={by}
          options={[
            { value: 'meeting', label: 'By meeting' },
            { value: 'person', label: 'By person' },
          ]}
          onChange={setBy}
        />
        {chosen.length > 0 ? (
          <span className="row row-wrap" role="status">
            <span className="num">{counted(chosen.length, 'answer', 'answers')}: mark as</span>
            {setStates.map((state) => (
              <Button key={state} size="small" onClick={() => void markAll(state)}>
                {invitationLabels[state]}
              </Button>
            ))}
          </span>
        ) : (
          <span className="text-3 num" role="status">
            {rows.length} of {everything.length}
          </span>
        )}
      </div>
      <DataTable
        label="Invitations"
        rows={rows}
        rowKey={(row) => row.key}
        ticked={ticked}
        onTick={setTicked}
        tickLabel={(row) =>
          `Tick ${names.personName(row.personId)}, ${names.withoutNames(row.meeting.title)}`
        }
        groupOf={(row) =>
          by === 'meeting'
            ? {
                id: row.meeting.id,
                title: names.withoutNames(row.meeting.title),
                fact: when(row.meeting, settings.clock),
              }
            : { id: row.personId, title: names.personName(row.personId) }
        }
        sticky
        empty={
          <EmptyState title="Nobody here" inline>
            Every answer of this kind is settled.
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            head: by === 'meeting' ? 'Person' : 'Meeting',
            name: true,
            width: '40%',
            cell: (row) =>
              by === 'meeting' ? (
                names.personName(row.personId)
              ) : (
                <>
                  {names.withoutNames(row.meeting.title)}{' '}
                  <span className="text-3 num">{when(row.meeting, settings.clock)}</span>
                </>
              ),
          },
          {
            id: 'state',
            head: 'Answer',
            cell: (row) => <InvitationSelect meeting={row.meeting} answer={row} />,
          },
          { id: 'heard', head: 'Heard', cell: (row) => <Heard answer={row} /> },
        ]}
      />
    </>
  );
}

function Heard({ answer }: { readonly answer: Answer }) {
  return <span className="text-2">{useHeardWords(answer)}</span>;
}

function isShown({ state, isOutdated }: Answer, show: Show): boolean {
  switch (show) {
    case 'open':
      return state !== 'accepted' || isOutdated;
    case 'waiting':
      return state === 'asked' || isOutdated;
    case 'not-asked':
    case 'declined':
      return state === show;
    case 'all':
      return true;
  }
}

const when = ({ day, start }: ScheduledMeeting, clock: '12' | '24') =>
  `${formatDayShort(day)}, ${formatTime(start, clock)}`;
