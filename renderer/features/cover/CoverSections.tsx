import type { StandIn } from '../../../shared/domain/attendance/stand-ins.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { formatDayShort, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Section } from '../../ui/Section.tsx';
import { Select, type SelectOption } from '../../ui/Select.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Choice } from './hand-over.ts';
import type { Cover } from './useCover.ts';

/** Everything that is to be handed on, part by part, each line with its own choice. */
export function CoverSections({ cover }: { readonly cover: Cover }) {
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const { dependents, meetings, takers } = cover;
  const due = (date: string | null) => (date ? `Due ${formatDayShort(date)}` : 'No date');
  return (
    <>
      <Part title="Meetings" count={meetings.length}>
        {meetings.map(({ meeting, standIns }) => (
          <Line
            key={meeting.id}
            id={meeting.id}
            title={names.withoutNames(meeting.title)}
            when={
              meeting.day && meeting.start !== null
                ? `${formatDayShort(meeting.day)}, ${formatTimeRange(meeting.start, meeting.start + meeting.minutes, clock)}`
                : ''
            }
            standIns={standIns.filter((one) => !meeting.personIds.includes(one.personId))}
            nobody={nobodyWords(meeting, cover.isNamedIn(meeting.id))}
            cover={cover}
          />
        ))}
      </Part>
      <Part title="Requests" count={dependents.requests.length}>
        {dependents.requests.map((request) => (
          <Line
            key={request.id}
            id={request.id}
            title={`${request.reference} ${names.withoutNames(request.title)}`}
            when={due(request.dueOn)}
            standIns={takers}
            nobody="No owner"
            cover={cover}
          />
        ))}
      </Part>
      <Part title="Children’s documents" count={dependents.checklistItems.length}>
        {dependents.checklistItems.map((item) => (
          <Line
            key={item.id}
            id={item.id}
            title={`${names.childLabel(item.childId)}: ${item.title}`}
            when={due(item.dueOn)}
            standIns={takers}
            nobody="No owner"
            cover={cover}
          />
        ))}
      </Part>
      <Part title="Actions from feedback" count={dependents.actions.length}>
        {dependents.actions.map((entry) => (
          <Line
            key={entry.id}
            id={entry.id}
            title={names.withoutNames(entry.action)}
            when={due(entry.actionDueOn)}
            standIns={takers}
            nobody="No owner"
            cover={cover}
          />
        ))}
      </Part>
    </>
  );
}

/** What becomes of a meeting that nobody takes. */
function nobodyWords({ strandIds }: MeetingWithPeople, isNamed: boolean): string {
  if (isNamed) return 'Nobody yet: marked declined';
  return strandIds.length > 1 ? 'Nobody: the others go' : 'Nobody yet: back under Unscheduled';
}

function Part({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: React.ReactNode;
}) {
  if (count === 0) return null;
  return (
    <Section title={title} fact={String(count)} level={3}>
      <ul className="cover-lines">{children}</ul>
    </Section>
  );
}

function Line({
  id,
  title,
  when,
  standIns,
  nobody,
  cover,
}: {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly standIns: readonly StandIn[];
  readonly nobody: string;
  readonly cover: Cover;
}) {
  const names = useNames();
  const choice = cover.choiceOf(id);
  const chosen = standIns.find((one) => one.personId === choice);
  const suggested = new Set<string>(standIns.map((one) => one.personId));
  const options: readonly SelectOption<Choice>[] = [
    ...standIns.map((one) => ({
      value: one.personId,
      label: names.personName(one.personId),
      group: one.isFree ? 'Free' : 'Not free',
    })),
    { value: 'nobody', label: nobody, group: 'Or' },
    { value: 'leave', label: 'Leave as it is', group: 'Or' },
    ...cover.everybody
      .filter((one) => !suggested.has(one.value))
      .map((one) => ({
        value: one.value as Choice,
        label: names.personName(one.value),
        group: 'Everybody else',
      })),
  ];
  return (
    <li className="cover-line">
      <span className="cover-what">
        {title}
        <span className="table-second num">{when}</span>
      </span>
      <span className="cover-who">
        <Select
          label={`Who takes ${title}`}
          labelHidden
          value={choice}
          options={options}
          onChange={(value) => cover.choose(id, value)}
        />
        {chosen && (
          <span className="cover-why">
            {chosen.isFree ? (
              chosen.reasons.join(', ')
            ) : (
              <StatusMark status="warn" size="small">
                {chosen.reasons.join(', ')}
              </StatusMark>
            )}
          </span>
        )}
      </span>
    </li>
  );
}
