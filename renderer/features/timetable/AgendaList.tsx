import { CalendarDays, Ellipsis, Pin } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { meetingKindLabels, type ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import { formatDayLong, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { MeetingAttendance } from '../../people/CardAttendance.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LetterTiles } from '../../ui/LetterTiles.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Column } from '../../ui/table-rows.ts';
import type { CardFacts } from './card-facts.ts';
import { kindLook } from './kind-look.ts';
import { meetingMenu } from './meeting-menu.ts';
import type { Timetable } from './timetable-model.ts';
import { countClashes, countWarnings, sentenceCase, shortRules, strandsOf } from './timetable-words.ts';
import type { MeetingActions } from './useMeetingActions.ts';
import type { Screen } from './useScreen.ts';

/** The same timetable as a table: by day and time, for a screen reader, a narrow window, or whoever prefers it. */
export const AgendaList = memo(function AgendaList({
  id,
  labelledBy,
  timetable,
  screen,
  actions,
}: {
  readonly id: string;
  readonly labelledBy: string;
  readonly timetable: Timetable;
  readonly screen: Screen;
  readonly actions: MeetingActions;
}) {
  const { isNarrow } = screen;
  // On a narrow window the list stands in for the day; chosen as a view, it has every day of the week.
  const days = new Set(isNarrow ? [screen.day] : screen.week);
  const rows = timetable.scheduled
    .filter((meeting) => days.has(meeting.day) && screen.isShown(meeting))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start));
  const box = useRef<HTMLDivElement>(null);
  const first = rows.find((meeting) => meeting.day === screen.day)?.id;
  // Choosing a day leads to its part of the list.
  useEffect(() => {
    const row = !isNarrow && first && box.current?.querySelector(`[data-row="${CSS.escape(first)}"]`);
    if (row) row.closest('tbody')?.scrollIntoView({ block: 'start' });
  }, [first, isNarrow]);

  return (
    <div ref={box} id={id} role="tabpanel" aria-labelledby={labelledBy} className="page-body timetable-list">
      <DataTable
        label="Meetings by day and time"
        columns={columnsFor(timetable, screen.facts, actions)}
        rows={rows}
        rowKey={(meeting) => meeting.id}
        groupOf={(meeting) => ({
          id: meeting.day,
          title: formatDayLong(meeting.day),
          fact: rows.filter((other) => other.day === meeting.day).length,
        })}
        onOpen={({ id }) => (isNarrow ? actions.openEditor(id) : actions.select(id))}
        selectedKey={screen.selectedId}
        ticked={screen.picked}
        onTick={(keys) => actions.pickAll([...keys])}
        tickLabel={(meeting) => `Select ${screen.facts.get(meeting.id)?.title ?? ''}`}
        twoLine
        sticky
        empty={
          screen.counts.hidden > 0 ? (
            <EmptyState icon={CalendarDays} title="Nothing matches the filters">
              Take a filter away to see the {screen.counts.hidden} meetings that are hidden.
            </EmptyState>
          ) : (
            <EmptyState icon={CalendarDays} title="Nothing is scheduled here yet">
              Add a meeting, or schedule one from the unscheduled tray.
            </EmptyState>
          )
        }
      />
    </div>
  );
});

function columnsFor(
  timetable: Timetable,
  facts: ReadonlyMap<string, CardFacts>,
  actions: MeetingActions,
): readonly Column<ScheduledMeeting>[] {
  return [
    {
      id: 'time',
      head: 'Time',
      width: '9rem',
      cell: ({ start, minutes }) => (
        <span className="num nowrap">{formatTimeRange(start, start + minutes, timetable.clock)}</span>
      ),
      sortBy: ({ day, start }) => `${day} ${String(start).padStart(4, '0')}`,
    },
    {
      id: 'title',
      head: 'Meeting',
      name: true,
      width: '38%',
      cell: (meeting) => (
        <span className={classNames('timetable-list-title', kindLook(meeting.kind))}>
          {facts.get(meeting.id)?.title}
          <span className="visually-hidden">. {meetingKindLabels[meeting.kind]}</span>
          <span className="table-second">{facts.get(meeting.id)?.people}</span>
        </span>
      ),
      sortBy: (meeting) => facts.get(meeting.id)?.title,
    },
    {
      id: 'strand',
      head: 'Strand',
      cell: (meeting) => sentenceCase(strandsOf(timetable, meeting)),
      sortBy: (meeting) => strandsOf(timetable, meeting),
    },
    {
      id: 'place',
      head: 'Place',
      cell: (meeting) => facts.get(meeting.id)?.place,
      sortBy: (meeting) => facts.get(meeting.id)?.place,
    },
    {
      id: 'state',
      head: 'State',
      width: '9rem',
      cell: (meeting) => (
        <>
          <MeetingAttendance meeting={meeting} />
          {stateOf(facts.get(meeting.id))}
        </>
      ),
    },
    {
      id: 'actions',
      head: 'Actions',
      headHidden: true,
      actions: true,
      cell: (meeting) => (
        <MenuButton
          kind="quiet"
          size="small"
          iconOnly
          icon={Ellipsis}
          label={`Actions for ${facts.get(meeting.id)?.title ?? ''}`}
          groups={meetingMenu(meeting, actions)}
        />
      ),
    },
  ];
}

/** What a row says beside its facts; nothing at all when it is in order, so that no empty line is drawn. */
function stateOf(facts: CardFacts | undefined) {
  if (!facts) return null;
  const { clashes, warnings, isAcknowledged, tiles, meeting } = facts;
  const isQuiet = clashes.length + warnings.length === 0 && !isAcknowledged && !tiles && !meeting.isPinned;
  if (isQuiet) return null;
  return (
    <span className="timetable-list-state">
      {clashes.length > 0 && (
        <StatusMark status="bad" size="small">
          {clashes.length === 1 && clashes[0] ? shortRules[clashes[0].rule] : countClashes(clashes.length)}
        </StatusMark>
      )}
      {warnings.length > 0 && (
        <StatusMark status="warn" size="small">
          {warnings.length === 1 && warnings[0]
            ? shortRules[warnings[0].rule]
            : countWarnings(warnings.length)}
        </StatusMark>
      )}
      {isAcknowledged && (
        <StatusMark status="acknowledged" size="small">
          Acknowledged
        </StatusMark>
      )}
      {meeting.isPinned && (
        <span className="timetable-card-flag">
          <Pin aria-hidden />
          Pinned
        </span>
      )}
      {tiles && <LetterTiles {...tiles} />}
    </span>
  );
}
