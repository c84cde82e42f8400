import { Plus } from 'lucide-react';
import { type CSSProperties, useState } from 'react';
import {
  type Board,
  type BoardInMap,
  boardDates,
  escalationMap,
} from '../../../shared/domain/governance/board.ts';
import { rhythmLabels } from '../../../shared/domain/governance/rhythm.ts';
import { planKindLabels } from '../../../shared/domain/plan.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { WorkCalendar } from '../../../shared/domain/working-days.ts';
import type { GovernanceView } from '../../../shared/ipc/governance.ts';
import { useNames } from '../../people/useNames.ts';
import { rowWith } from '../../state/row-with.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { BoardDialog } from './BoardDialog.tsx';
import { useSeats } from './useSeats.ts';

/** The boards, each under the one it answers to, so that the way an issue goes up can be read from the bottom. */
export function BoardTable({
  view,
  today,
  calendar,
  openId,
}: {
  readonly view: GovernanceView;
  readonly today: IsoDate;
  readonly calendar: WorkCalendar;
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const names = useNames();
  const seats = useSeats(view);
  const [editing, setEditing] = useState<Board | 'new' | null>(rowWith(view.boards, openId));
  const parent = ({ answersToId }: Board) => view.boards.find(({ id }) => id === answersToId)?.name ?? '';
  return (
    <Section
      title="Boards and groups"
      fact="each under the one it answers to"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add board...
        </Button>
      }
    >
      <DataTable<BoardInMap>
        label="Boards"
        rows={escalationMap(view.boards)}
        rowKey={({ board }) => board.id}
        onOpen={({ board }) => setEditing(board)}
        twoLine
        empty={
          <EmptyState title="No board yet" inline>
            Add the board that watches this work, then the one it answers to, up to the health and wellbeing
            board: who chairs it, what it is for, when it meets.
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            head: 'Board',
            name: true,
            cell: ({ board, depth }) => (
              <span className="board-name" style={{ '--depth': depth } as CSSProperties}>
                {names.withoutNames(board.name)}
                <span className="table-second">{names.withoutNames(board.remit)}</span>
              </span>
            ),
          },
          {
            id: 'answers',
            head: 'Answers to',
            width: '12rem',
            cell: ({ board }) =>
              names.withoutNames(parent(board)) || <span className="text-3">Nobody above it</span>,
          },
          {
            id: 'chair',
            head: 'Chair',
            cell: ({ board }) => (
              <>
                {seats.chairsOf(board.id) || <span className="text-3">Nobody yet</span>}
                <span className="table-second">{seats.countOf(board.id)}</span>
              </>
            ),
          },
          {
            id: 'meets',
            head: 'Next meeting',
            width: '15rem',
            cell: ({ board }) => {
              const [next] = boardDates(board, { from: today, calendar, count: 1 });
              return (
                <>
                  <span className="nowrap">{next ? formatDayLong(next.date) : 'No day known'}</span>
                  <span className="table-second">{rhythmLabels[board.rhythm]}</span>
                </>
              );
            },
          },
          {
            id: 'watches',
            head: 'Watches',
            width: '9rem',
            cell: ({ board }) => (board.watches === 'none' ? '' : planKindLabels[board.watches]),
          },
        ]}
      />
      {editing && (
        <BoardDialog
          board={editing === 'new' ? null : editing}
          view={view}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
