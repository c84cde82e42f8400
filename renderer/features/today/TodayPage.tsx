import { CalendarCheck, Maximize2, Minimize2, Sun } from 'lucide-react';
import { type CSSProperties, useEffect, useState } from 'react';
import { londonWallTime } from '../../../shared/domain/time.ts';
import { formatDayLong, formatTime } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { StillToMark } from './StillToMark.tsx';
import { StrandNow } from './StrandNow.tsx';
import { useBoard } from './useBoard.ts';
import { useFullScreen } from './useFullScreen.ts';

const all = 'all';

/** The board of the day: for each strand what is on, what comes next and whether it is ready, to be read from across the room. */
export function TodayPage() {
  const settings = useStore((state) => state.settings);
  const goTo = useStore((state) => state.goTo);
  const setCurrentMeeting = useStore((state) => state.setCurrentMeeting);
  const moment = londonWallTime(useNow());
  const board = useBoard(moment);
  const names = useNames();
  const full = useFullScreen();
  const [strandId, setStrandId] = useState<string>(all);
  const shown = board.strands.filter(({ strand }) => strandId === all || strand.id === strandId);
  const only = shown.length === 1 ? shown[0] : undefined;
  const onlyNow = only?.now?.id ?? null;
  useEffect(() => {
    setCurrentMeeting(onlyNow);
    return () => setCurrentMeeting(null);
  }, [onlyNow, setCurrentMeeting]);

  return (
    <div className={full.isFull ? 'today today-full' : 'today'}>
      <Page>
        <PageHead
          title={
            <>
              <span className="num today-clock">{formatTime(moment.minutes, settings.clock)}</span>{' '}
              <span className="today-date">{formatDayLong(moment.date)}</span>
            </>
          }
          actions={
            <>
              <Select
                label="Strand"
                labelHidden
                fit
                value={strandId}
                options={[
                  { value: all, label: 'All strands' },
                  ...board.strands.map(({ strand }) => ({
                    value: strand.id as string,
                    label: names.strandName(strand),
                  })),
                ]}
                onChange={setStrandId}
              />
              <Button icon={full.isFull ? Minimize2 : Maximize2} keys="F11" onClick={full.toggle}>
                {full.isFull ? 'Leave full screen' : 'Full screen'}
              </Button>
            </>
          }
          ruled
        />
        <PageBody>
          {board.hasMeetings ? (
            <>
              <div
                className="today-board"
                style={{ '--board-columns': boardColumns(shown.length) } as CSSProperties}
              >
                {shown.map((strand) => (
                  <StrandNow key={strand.strand.id} strand={strand} minutes={moment.minutes} board={board} />
                ))}
              </div>
              <StillToMark meetings={board.unmarked} />
            </>
          ) : (
            <EmptyState
              icon={board.strands.length === 0 ? CalendarCheck : Sun}
              title="No meeting is in the timetable for today"
              action={
                <Button
                  onClick={() =>
                    goTo({ name: 'timetable', ...(board.following ? { meetingId: board.following.id } : {}) })
                  }
                >
                  Open the timetable
                </Button>
              }
            >
              {board.following && (
                <>
                  The next is “{names.withoutNames(board.following.title)}”,{' '}
                  {formatDayLong(board.following.day)}, {formatTime(board.following.start, settings.clock)}.{' '}
                </>
              )}
              On a day with meetings, this board says what each strand is in now, what comes next and whether
              it is ready.
            </EmptyState>
          )}
        </PageBody>
      </Page>
    </div>
  );
}

/** As near to a square as they go, and rows of the same length where they can be: six are three and three. */
function boardColumns(count: number): number {
  const rows = Math.max(1, Math.floor(Math.sqrt(count)));
  return Math.max(1, Math.ceil(count / rows));
}
