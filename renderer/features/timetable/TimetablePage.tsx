import { CalendarDays } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Shift } from '../../../shared/domain/bulk-moves.ts';
import { useStore } from '../../state/store.ts';
import { useAsked } from '../../state/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead, PageSplit } from '../../ui/Page.tsx';
import { AgendaList } from './AgendaList.tsx';
import { dayTabId } from './DayTabs.tsx';
import { DragChip } from './DragChip.tsx';
import { FilterBar } from './FilterBar.tsx';
import { GridView } from './GridView.tsx';
import { PickedBar } from './PickedBar.tsx';
import { TimetableDialogs } from './TimetableDialogs.tsx';
import { TimetableHead } from './TimetableHead.tsx';
import { TimetablePanel } from './TimetablePanel.tsx';
import type { Timetable } from './timetable-model.ts';
import { useCardFocus } from './useCardFocus.ts';
import { type TimetableDialog, useMeetingActions } from './useMeetingActions.ts';
import { useMeetingDrag } from './useMeetingDrag.ts';
import { useMove } from './useMove.ts';
import { useMoveKeys } from './useMoveKeys.ts';
import { useScreen } from './useScreen.ts';
import { useTimetable } from './useTimetable.ts';

const panelId = 'timetable-panel';

/** The timetable: days, strands and meetings, with what is wrong and what is still to be placed beside it. */
export function TimetablePage({ meetingId }: { readonly meetingId?: string }) {
  const timetable = useTimetable();
  if (!timetable) return null;
  return <LoadedPage timetable={timetable} meetingId={meetingId} />;
}

function LoadedPage({
  timetable,
  meetingId,
}: {
  readonly timetable: Timetable;
  readonly meetingId?: string;
}) {
  const showTimetable = useStore((state) => state.showTimetable);
  const screen = useScreen(timetable);
  const [dialog, openDialog] = useState<TimetableDialog | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const chip = useRef<HTMLDivElement>(null);
  const focusCard = useCardFocus(root, timetable, screen);

  const showDay = useMemo(() => (day: string) => showTimetable({ day }), [showTimetable]);
  const { columns, grouping, hours, now } = screen;
  const openShift = useCallback(
    (ids: readonly string[], by: Shift) => openDialog({ kind: 'shift', ids, by }),
    [],
  );
  const control = useMove({
    ...{ timetable, columns, grouping, hours, now, showDay, openShift, focusCard },
  });
  const moving = control.actions;
  const pickUp = useMemo(
    () => (id: string, columnId?: string | null) => {
      openDialog(null);
      moving.lift(id, columnId ?? null, 'held');
    },
    [moving],
  );
  const latest = useRef(timetable);
  latest.current = timetable;
  const actions = useMeetingActions(latest, openDialog, screen.view === 'list' ? null : pickUp, focusCard);
  const { grab, wasDrag } = useMeetingDrag({
    scroller,
    canvas,
    chip,
    hours,
    columns: columns.length,
    moving,
  });
  useMoveKeys(control, dialog !== null);

  useAsked({
    meeting: () => {
      const start = useStore.getState().meetingStart;
      if (start?.day) showTimetable({ day: start.day });
      actions.openNew(start ?? { day: screen.day });
    },
    'several-meetings': actions.openAddSeveral,
    block: actions.openBlock,
    'place-all': actions.openPlaceAll,
    'running-late': () => {
      const { day = null, start: from = null, strandIds } = useStore.getState().meetingStart ?? {};
      if (day) showTimetable({ day });
      actions.openLate({ strandId: strandIds?.[0] ?? null, day, from });
    },
    'export-timetable': actions.openExport,
  });

  // Once for each meeting that was asked for, not again when the view changes.
  const shownId = useRef<string | null>(null);
  useEffect(() => {
    if (!meetingId || shownId.current === meetingId) return;
    shownId.current = meetingId;
    actions.show(meetingId);
  }, [meetingId, actions]);

  const isHeld = control.held !== null;
  const { day, view } = screen;
  const showTabDay = useCallback(
    (chosen: string) => {
      if (isHeld) moving.toDay(chosen);
      else if (chosen !== day || view !== 'day') showTimetable({ day: chosen });
    },
    [isHeld, moving, day, view, showTimetable],
  );
  const placeAnyway = useCallback(() => openDialog({ kind: 'place-anyway' }), []);

  if (timetable.days.length === 0) return <NoDays />;

  return (
    <div ref={root} className="timetable">
      <Page>
        <TimetableHead
          timetable={timetable}
          screen={screen}
          panelId={panelId}
          alternatives={control.alternatives}
          onDay={showTabDay}
          actions={actions}
        />
        <FilterBar timetable={timetable} screen={screen} />
        <PickedBar picked={screen.picked} actions={actions} />
        <PageSplit
          panel={
            <TimetablePanel
              timetable={timetable}
              screen={screen}
              control={control}
              actions={actions}
              grab={grab}
              wasDrag={wasDrag}
              onPlaceAnyway={placeAnyway}
            />
          }
        >
          {screen.view === 'list' ? (
            <AgendaList
              id={panelId}
              labelledBy={dayTabId(screen.day)}
              timetable={timetable}
              screen={screen}
              actions={actions}
            />
          ) : (
            <GridView
              id={panelId}
              labelledBy={dayTabId(screen.day)}
              timetable={timetable}
              screen={screen}
              control={control}
              scroller={scroller}
              canvas={canvas}
              actions={actions}
              grab={grab}
              wasDrag={wasDrag}
            />
          )}
        </PageSplit>
      </Page>
      <DragChip ref={chip} timetable={timetable} hand={control.hand} />
      {dialog && (
        <TimetableDialogs
          timetable={timetable}
          day={screen.day}
          now={now}
          dialog={dialog}
          control={control}
          onClose={() => openDialog(null)}
        />
      )}
    </div>
  );
}

/** Without a date there are no days to plan on. */
function NoDays() {
  const goTo = useStore((state) => state.goTo);
  return (
    <Page>
      <PageHead ruled title="Timetable" />
      <PageBody>
        <EmptyState
          icon={CalendarDays}
          title="There are no days yet"
          action={<Button onClick={() => goTo({ name: 'engagement' })}>Go to dates</Button>}
        >
          The days of the timetable follow from the date of the engagement. Give that date first.
        </EmptyState>
      </PageBody>
    </Page>
  );
}
