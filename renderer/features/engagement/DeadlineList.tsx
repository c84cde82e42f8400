import { useState } from 'react';
import { formatDayLong, formatDayShort, parseDate } from '../../../shared/domain/time.ts';
import type { DatedDeadline, EngagementView } from '../../../shared/ipc/engagement.ts';
import { useStore } from '../../state/store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Source } from './Source.tsx';

/** Deadlines and follow-ups with their working, and the events some of them wait for. */
export function DeadlineList({ view }: { readonly view: EngagementView }) {
  const act = useStore((state) => state.act);
  const [editing, setEditing] = useState<DatedDeadline | null>(null);
  return (
    <>
      <Section title="Deadlines and follow-ups">
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
            { id: 'working', head: 'How it was counted', cell: (deadline) => deadline.working },
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
              <DateField
                key={event.id}
                label={event.title.charAt(0).toUpperCase() + event.title.slice(1)}
                optional
                value={event.date}
                onChange={(date) => void act('engagement:recordEvent', { id: event.id, date })}
                parse={parseDate}
                format={formatDayLong}
              />
            ))}
          </div>
        </Section>
      )}
      {editing && <DeadlineDialog deadline={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function DeadlineDialog({
  deadline,
  onClose,
}: {
  readonly deadline: DatedDeadline;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const [draft, setDraft] = useState(deadline);

  async function save() {
    const { id, title, date, isDone } = draft;
    await act('engagement:editDeadline', { id, title, date, isDone });
    onClose();
  }

  return (
    <FormDialog title={deadline.title} fact={deadline.working} onSave={() => void save()} onClose={onClose}>
      <TextField label="What" value={draft.title} onChange={(title) => setDraft({ ...draft, title })} />
      <DateField
        label="Date, set by hand"
        hint="Left empty, it is counted."
        optional
        value={draft.date}
        onChange={(date) => setDraft({ ...draft, date })}
        parse={parseDate}
        format={formatDayLong}
      />
      <Checkbox label="Done" isChecked={draft.isDone} onChange={(isDone) => setDraft({ ...draft, isDone })} />
    </FormDialog>
  );
}
