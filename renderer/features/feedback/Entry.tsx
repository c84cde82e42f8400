import { Ellipsis, Inbox, Lock, MessageSquarePlus, Pencil, Trash2 } from 'lucide-react';
import { confidenceLabels, type FeedbackEntry, feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { type IsoDate, londonWallTime } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { hasOpenAction } from './feedback-log.ts';
import { kindIcons } from './feedback-words.ts';

/** One entry of the log: when, what kind, what was said, by which role to whom, where, and what it asks for. */
export function Entry({
  entry,
  today,
  showsEmbargo,
  onEdit,
}: {
  readonly entry: FeedbackEntry;
  readonly today: IsoDate;
  /** Whether to say that it is embargoed: where every entry is, the head of the page says so once. */
  readonly showsEmbargo: boolean;
  readonly onEdit: () => void;
}) {
  const act = useStore((state) => state.act);
  const openCapture = useStore((state) => state.openCapture);
  const openRequest = useStore((state) => state.openRequest);
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  const time = formatTime(londonWallTime(entry.at).minutes, clock);
  const Icon = kindIcons[entry.kind];
  return (
    <>
      <span className="feedback-entry-time num">{time}</span>
      <span className="feedback-entry-kind">
        <Icon aria-hidden />
        {feedbackKindLabels[entry.kind]}
      </span>
      <div className="feedback-entry-what">
        <p className="feedback-entry-text selectable">{names.withoutNames(entry.text)}</p>
        <Source entry={entry} showsEmbargo={showsEmbargo} />
        <Weight entry={entry} />
        {entry.action && <Action entry={entry} today={today} />}
      </div>
      <MenuButton
        label={`Actions for the entry of ${time}`}
        icon={Ellipsis}
        iconOnly
        kind="quiet"
        size="small"
        entries={[
          { id: 'edit', label: 'Edit...', icon: Pencil, onPress: onEdit },
          {
            id: 'again',
            label: 'Log more from there...',
            icon: MessageSquarePlus,
            onPress: () =>
              openCapture({
                ...(entry.meetingId ? { meetingId: entry.meetingId } : {}),
                ...(entry.childId ? { childId: entry.childId } : {}),
                ...(entry.criterionId ? { criterionId: entry.criterionId } : {}),
              }),
          },
          {
            id: 'request',
            label: 'Add a request from it...',
            icon: Inbox,
            onPress: () =>
              openRequest({
                title: entry.action.slice(0, 200),
                wording: entry.text,
                askedBy: entry.saidBy,
                meetingId: entry.meetingId,
              }),
          },
          {
            id: 'remove',
            label: 'Remove',
            icon: Trash2,
            tone: 'bad',
            onPress: () => void act('feedback:removeFeedback', { id: entry.id }),
          },
        ]}
      />
    </>
  );
}

function Source({ entry, showsEmbargo }: { readonly entry: FeedbackEntry; readonly showsEmbargo: boolean }) {
  const goTo = useStore((state) => state.goTo);
  const meetings = useStore((state) => state.data.timetable?.meetings);
  const criteria = useStore((state) => state.data.engagement?.criteria);
  const names = useNames();
  const meeting = meetings?.find((one) => one.id === entry.meetingId);
  const criterion = criteria?.find((one) => one.id === entry.criterionId);
  const who = [entry.saidBy || 'Role not given', entry.heardBy && `to ${names.withoutNames(entry.heardBy)}`]
    .filter(Boolean)
    .join(' ');
  return (
    <p className="feedback-entry-source">
      <span>{who}</span>
      {meeting && (
        <LinkButton className="type-small" onClick={() => goTo({ name: 'timetable', meetingId: meeting.id })}>
          {names.withoutNames(meeting.title)}
        </LinkButton>
      )}
      {criterion && (
        <span title={criterion.title}>
          <Chip>{criterion.code || criterion.title}</Chip>
        </span>
      )}
      {entry.childId && <Chip>{names.childLabel(entry.childId)}</Chip>}
      {showsEmbargo && entry.isEmbargoed && <Chip icon={Lock}>Embargoed</Chip>}
    </p>
  );
}

/** How sure it is, what was answered, and what was given to show it. */
function Weight({ entry }: { readonly entry: FeedbackEntry }) {
  const names = useNames();
  const { confidence, reply, evidenceGiven } = entry;
  const words = [
    confidence === 'not-said' ? '' : confidenceLabels[confidence],
    reply && `Answered: ${reply}`,
    evidenceGiven && `Given: ${evidenceGiven}`,
  ].filter(Boolean);
  if (words.length === 0) return null;
  return <p className="feedback-entry-source">{words.map((one) => names.withoutNames(one)).join('. ')}</p>;
}

function Action({ entry, today }: { readonly entry: FeedbackEntry; readonly today: IsoDate }) {
  const act = useStore((state) => state.act);
  const names = useNames();
  const { action, actionOwnerId, actionDueOn, actionDueAt, isActionDone } = entry;
  const clock = useStore((state) => state.settings.clock);
  const isOverdue = hasOpenAction(entry) && actionDueOn !== null && actionDueOn < today;
  const day = actionDueOn && (actionDueOn === today ? 'today' : `by ${formatDayShort(actionDueOn)}`);
  const by = [day, actionDueAt !== null && formatTime(actionDueAt, clock)].filter(Boolean).join(', ');
  return (
    <div className="feedback-entry-action">
      <Checkbox
        label={
          <span className={isActionDone ? 'feedback-entry-done' : undefined}>
            {names.withoutNames(action)}
          </span>
        }
        hint={
          [actionOwnerId && names.shortPersonName(actionOwnerId), by].filter(Boolean).join(', ') || undefined
        }
        isChecked={isActionDone}
        onChange={(isDone) => void act('feedback:editFeedback', { id: entry.id, isActionDone: isDone })}
      />
      {isOverdue && (
        <StatusMark status="bad" size="small">
          Overdue
        </StatusMark>
      )}
    </div>
  );
}
