import { Ellipsis, GripVertical, ListPlus } from 'lucide-react';
import { memo, type PointerEvent } from 'react';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Grip } from './follow-pointer.ts';
import { kindLook } from './kind-look.ts';
import { meetingMenu } from './meeting-menu.ts';
import { type Timetable, titleOf } from './timetable-model.ts';
import { cardLabel, sentenceCase, shortDuration, strandsOf } from './timetable-words.ts';
import type { MeetingActions } from './useMeetingActions.ts';

/** Meetings that have no day or time yet: dragged into the grid, scheduled by dialog or by keys, and dropped back. */
export const Tray = memo(function Tray({
  timetable,
  selectedId,
  picked,
  awayId,
  isTarget,
  actions,
  grab,
  wasDrag,
}: {
  readonly timetable: Timetable;
  readonly selectedId: string | null;
  readonly picked: ReadonlySet<string>;
  readonly awayId: string | null;
  /** A meeting from the grid is held over the tray. */
  readonly isTarget: boolean;
  readonly actions: MeetingActions;
  readonly grab: (event: PointerEvent<HTMLElement>, grip: Grip) => void;
  readonly wasDrag: () => boolean;
}) {
  const { unscheduled } = timetable;
  return (
    <div data-tray className={classNames('timetable-tray', isTarget && 'timetable-tray-target')}>
      <Section
        ruled
        title="Unscheduled"
        fact={unscheduled.length > 0 ? unscheduled.length : undefined}
        action={
          <span className="row">
            <IconButton
              size="small"
              icon={ListPlus}
              label="Add several meetings..."
              onClick={actions.openAddSeveral}
            />
            {unscheduled.length > 0 && (
              <Button size="small" onClick={actions.openPlaceAll}>
                Place all...
              </Button>
            )}
          </span>
        }
      >
        {unscheduled.length === 0 ? (
          <p className="text-2">
            {timetable.meetings.length === 0
              ? 'Meetings without a day and a time wait here.'
              : 'Every meeting has a day and a time.'}
          </p>
        ) : (
          <ul className="timetable-tray-list">
            {unscheduled.map((meeting) => (
              <TrayItem
                key={meeting.id}
                timetable={timetable}
                meeting={meeting}
                isSelected={meeting.id === selectedId || picked.has(meeting.id)}
                isAway={meeting.id === awayId}
                actions={actions}
                grab={grab}
                wasDrag={wasDrag}
              />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
});

function TrayItem({
  timetable,
  meeting,
  isSelected,
  isAway,
  actions,
  grab,
  wasDrag,
}: {
  readonly timetable: Timetable;
  readonly meeting: MeetingWithPeople;
  readonly isSelected: boolean;
  readonly isAway: boolean;
  readonly actions: MeetingActions;
  readonly grab: (event: PointerEvent<HTMLElement>, grip: Grip) => void;
  readonly wasDrag: () => boolean;
}) {
  const title = titleOf(meeting, timetable.names);
  const consent =
    meeting.childId !== null &&
    timetable.children.some((child) => child.id === meeting.childId && !child.readiness.mayProceed);
  const who = strandsOf(timetable, meeting);
  return (
    <li
      className={classNames(
        'timetable-tray-item',
        kindLook(meeting.kind),
        isSelected && 'timetable-tray-selected',
        isAway && 'timetable-tray-away',
      )}
      onPointerDown={(event) => {
        if ((event.target as HTMLElement).closest('.timetable-tray-menu')) return;
        grab(event, {
          meetingId: meeting.id,
          heldId: null,
          start: null,
          minutes: meeting.minutes,
          kind: 'move',
        });
      }}
    >
      <GripVertical aria-hidden className="timetable-tray-grip" />
      <button
        type="button"
        className="timetable-tray-open"
        data-meeting={meeting.id}
        aria-label={cardLabel(timetable, meeting)}
        aria-pressed={isSelected}
        onClick={() => !wasDrag() && actions.select(meeting.id)}
        onDoubleClick={() => actions.openEditor(meeting.id)}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          actions.pickUp?.(meeting.id);
        }}
      >
        <span className="timetable-tray-title">{title}</span>
        <span className="timetable-tray-fact">
          {consent && <span className="text-warn">Waits for consent, </span>}
          {!consent && who && `${sentenceCase(who)}, `}
          <span className="num nowrap">{shortDuration(meeting.minutes)}</span>
          {meeting.day !== null && <span className="nowrap">, on {formatDayShort(meeting.day)}</span>}
        </span>
      </button>
      <MenuButton
        className="timetable-tray-menu"
        kind="quiet"
        size="small"
        iconOnly
        icon={Ellipsis}
        label={`Actions for ${title}`}
        groups={meetingMenu(meeting, actions)}
      />
    </li>
  );
}
