import { ArrowRight, type LucideIcon, Pencil, Plus, X } from 'lucide-react';
import { formatDayShort, formatDuration, formatTime } from '../../../shared/domain/time-words.ts';
import { changeLabel, comingAndGoing } from '../../../shared/domain/versions/change-words.ts';
import type { MeetingChange, SeenMeeting } from '../../../shared/domain/versions/diff.ts';
import type { ReasonedChange } from '../../../shared/ipc/versions.ts';
import { useStore } from '../../state/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Tone } from '../../ui/tones.ts';
import { type SeenNames, useSeenNames } from './useSeenNames.ts';
import { meetingOf, whereOf } from './version-words.ts';

/** What became of each meeting: what it was, what it is, who came or went, and why. */
export function ChangeTable({
  label,
  changes,
}: {
  readonly label: string;
  readonly changes: readonly ReasonedChange[];
}) {
  const names = useSeenNames();
  const { clock } = useStore((state) => state.settings);
  const when = ({ day, start }: SeenMeeting) => `${formatDayShort(day)}, ${formatTime(start, clock)}`;
  return (
    <DataTable<ReasonedChange>
      label={label}
      rows={changes}
      rowKey={(change) => change.meetingId}
      twoLine
      columns={[
        {
          id: 'change',
          head: 'Change',
          width: '8rem',
          cell: (change) => <ChangeChip change={change} />,
        },
        {
          id: 'meeting',
          head: 'Meeting',
          name: true,
          cell: (change) => <MeetingCell change={change} names={names} />,
        },
        {
          id: 'was',
          head: 'Was',
          width: '10.5rem',
          cell: ({ before }) =>
            before ? (
              <Placed meeting={before} when={when(before)} names={names} />
            ) : (
              <span className="text-3">Not there</span>
            ),
        },
        {
          id: 'now',
          head: 'Now',
          width: '10.5rem',
          cell: ({ before, after }) =>
            after ? (
              <Placed meeting={after} when={when(after)} names={names} isNew={before !== null} />
            ) : (
              <span className="text-3">Cancelled</span>
            ),
        },
        {
          id: 'reason',
          head: 'Reason',
          cell: ({ reasons }) =>
            reasons.length > 0 ? names.text(reasons.join('; ')) : <span className="text-3">None given</span>,
        },
      ]}
    />
  );
}

const looks: Readonly<Record<MeetingChange['kind'], readonly [Tone | undefined, LucideIcon]>> = {
  new: ['ok', Plus],
  cancelled: ['bad', X],
  changed: ['info', Pencil],
};

/** What happened, as shape, word and colour. */
export function ChangeChip({ change }: { readonly change: MeetingChange }) {
  const [tone, icon] = looks[change.kind];
  return (
    <Chip tone={tone} icon={change.aspects.includes('moved') ? ArrowRight : icon}>
      {changeLabel(change)}
    </Chip>
  );
}

function MeetingCell({ change, names }: { readonly change: MeetingChange; readonly names: SeenNames }) {
  const meeting = meetingOf(change);
  if (!meeting) return null;
  const people = meeting.people.length;
  const withWhom = [
    ...meeting.strands.map(names.text),
    ...(people > 0 ? [people === 1 ? '1 person' : `${people} people`] : []),
  ];
  return (
    <>
      {names.text(meeting.title)}
      {change.aspects.includes('title') && change.before && (
        <span className="table-second">Was called {names.text(change.before.title)}</span>
      )}
      <span className="table-second">{withWhom.join(', ')}</span>
      {change.before && change.after && change.aspects.includes('people') && (
        <ComingAndGoing before={change.before} after={change.after} names={names} />
      )}
    </>
  );
}

function ComingAndGoing({
  before,
  after,
  names,
}: {
  readonly before: SeenMeeting;
  readonly after: SeenMeeting;
  readonly names: SeenNames;
}) {
  const { joined, left } = comingAndGoing(before, after);
  return (
    <>
      {joined.length > 0 && (
        <span className="table-second">Now with {joined.map(names.person).join(', ')}</span>
      )}
      {left.length > 0 && (
        <span className="table-second">No longer with {left.map(names.person).join(', ')}</span>
      )}
    </>
  );
}

function Placed({
  meeting,
  when,
  names,
  isNew = false,
}: {
  readonly meeting: SeenMeeting;
  readonly when: string;
  readonly names: SeenNames;
  readonly isNew?: boolean;
}) {
  const where = names.text(whereOf(meeting));
  return (
    <>
      <span className={isNew ? 'versions-now' : undefined}>{when}</span>
      <span className="table-second">
        {[formatDuration(meeting.minutes), where].filter(Boolean).join(', ')}
      </span>
    </>
  );
}
