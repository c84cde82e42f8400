import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import type { DatedDeadline, EngagementView } from '../../../shared/ipc/engagement.ts';
import { DayField } from '../../people/DayField.tsx';
import { DeadlineDialog } from '../../people/DeadlineDialog.tsx';
import { HowCounted } from '../../people/HowCounted.tsx';
import { Source } from '../../people/Source.tsx';
import { rowWith } from '../../state/row-with.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** Deadlines and follow-ups with their working, and the events some of them wait for. */
export function DeadlineList({
  view,
  openId,
}: {
  readonly view: EngagementView;
  /** The one that is open to begin with. */
  readonly openId?: string | undefined;
}) {
  const act = useStore((state) => state.act);
  const [editing, setEditing] = useState<DatedDeadline | 'new' | null>(rowWith(view.deadlines, openId));
  return (
    <>
      <Section
        title="Deadlines and follow-ups"
        action={
          <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
            Add deadline...
          </Button>
        }
      >
        <DataTable
          label="Deadlines and follow-ups"
          rows={view.deadlines}
          rowKey={(deadline) => deadline.id}
          onOpen={setEditing}
          columns={[
            { id: 'title', head: 'What', name: true, cell: (deadline) => deadline.title },
            {
              id: 'date',
              head: 'When',
              sortBy: (deadline) => deadline.falls,
              cell: (deadline) =>
                deadline.falls ? (
                  <span className="num nowrap">{formatDayShort(deadline.falls)}</span>
                ) : (
                  <span className="text-3">Not known yet</span>
                ),
            },
            {
              id: 'working',
              head: 'How it was counted',
              cell: (date) => <HowCounted working={date.working} reason={date.reason} />,
            },
            {
              id: 'state',
              head: 'State',
              cell: (deadline) =>
                deadline.isDone ? (
                  <StatusMark status="ok">Done</StatusMark>
                ) : (
                  <StatusMark status="none">To do</StatusMark>
                ),
            },
            { id: 'source', head: 'Source', cell: (deadline) => <Source {...deadline} /> },
          ]}
        />
      </Section>
      {view.events.length > 0 && (
        <Section title="What dates wait for" fact="give the date once it has happened">
          <div className="form-grid">
            {view.events.map((event) => (
              <DayField
                key={event.id}
                label={event.title.charAt(0).toUpperCase() + event.title.slice(1)}
                optional
                value={event.date}
                onChange={(date) => void act('engagement:recordEvent', { id: event.id, date })}
              />
            ))}
          </div>
        </Section>
      )}
      {editing && (
        <DeadlineDialog
          deadline={editing === 'new' ? null : editing}
          view={view}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
