import { isScheduled } from '../../../shared/domain/meeting.ts';
import type { Readiness } from '../../../shared/domain/readiness.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayBrief, formatTime } from '../../../shared/domain/time-words.ts';
import type { ChildSummary } from '../../../shared/ipc/children.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Meter } from '../../ui/Progress.tsx';
import { Section } from '../../ui/Section.tsx';
import { type Status, StatusMark } from '../../ui/StatusMark.tsx';

/** Each tracked child by code: consent, how much of the file is there, and the next meeting. */
export function ChildrenStrip({ today }: { readonly today: IsoDate }) {
  const children = useStore((state) => state.data.children?.children);
  const goTo = useStore((state) => state.goTo);
  if (!children) return null;
  return (
    <Section title="Children" fact="documents received, next meeting">
      {children.length === 0 ? (
        <p className="text-2">
          No child is tracked yet.{' '}
          <LinkButton inSentence onClick={() => goTo({ name: 'children' })}>
            Add the children
          </LinkButton>{' '}
          once they are named.
        </p>
      ) : (
        <ul className="home-children">
          {children.map((child) => (
            <ChildTile key={child.id} child={child} today={today} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function ChildTile({ child, today }: { readonly child: ChildSummary; readonly today: IsoDate }) {
  const timetable = useStore((state) => state.data.timetable);
  const goTo = useStore((state) => state.goTo);
  const settings = useStore((state) => state.settings);
  const names = useNames();
  const { readiness } = child;
  const consent = consentLook(readiness);
  const next = (timetable?.meetings ?? [])
    .filter(isScheduled)
    .filter((meeting) => meeting.childId === child.id && meeting.day >= today)
    .sort((a, b) =>
      `${a.day}${String(a.start).padStart(4, '0')}`.localeCompare(
        `${b.day}${String(b.start).padStart(4, '0')}`,
      ),
    )[0];
  return (
    <li className="home-child">
      <LinkButton onClick={() => goTo({ name: 'child', childId: child.id })}>
        {names.childLabel(child.id)}
      </LinkButton>
      <StatusMark size="small" status={consent.status}>
        {consent.words}
      </StatusMark>
      <Meter
        label={`Documents received for ${names.childLabel(child.id)}`}
        value={readiness.received}
        total={readiness.needed}
      />
      <span className="type-small text-2">
        {next
          ? `${next.day === today ? 'Today' : formatDayBrief(next.day)}, ${formatTime(next.start, settings.clock)}`
          : 'No meeting yet'}
      </span>
    </li>
  );
}

function consentLook({ consent, mayProceed }: Readiness): {
  readonly status: Status;
  readonly words: string;
} {
  const states = Object.values(consent);
  if (states.includes('withdrawn')) return { status: 'bad', words: 'Withdrawn' };
  if (states.includes('refused')) return { status: 'bad', words: 'Refused' };
  return mayProceed ? { status: 'ok', words: 'Consent given' } : { status: 'warn', words: 'No consent yet' };
}
