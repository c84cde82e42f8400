import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ClosureDay } from '../../../shared/domain/engagement.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

const kinds: readonly { readonly value: ClosureDay['kind']; readonly label: string }[] = [
  { value: 'closure', label: 'The council is closed' },
  { value: 'term-start', label: 'First day of a school term' },
  { value: 'term-end', label: 'Last day of a school term' },
];

/** Days the council does not work, beside England's bank holidays, and the ends of school terms. */
export function ClosureDays({ view }: { readonly view: EngagementView }) {
  const act = useStore((state) => state.act);
  const [date, setDate] = useState<IsoDate | null>(null);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<ClosureDay['kind']>('closure');
  const [problem, setProblem] = useState<string | null>(null);

  async function add() {
    if (!date) return setProblem('Enter the date.');
    setProblem(null);
    const label = title.trim() || (kinds.find((one) => one.value === kind)?.label ?? '');
    await act('engagement:addClosureDay', { date, title: label, kind });
    setDate(null);
    setTitle('');
  }

  return (
    <Section title="Closures and terms" fact="England’s bank holidays are counted already">
      <form
        className="engagement-add-day"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <DayField label="Date" value={date} onChange={setDate} error={problem} />
        <Select label="What it is" value={kind} options={kinds} onChange={setKind} />
        <TextField label="Called" optional value={title} onChange={setTitle} />
        <Button type="submit">Add the day</Button>
      </form>
      <DataTable
        label="Closures and terms"
        rows={view.closureDays}
        rowKey={(day) => day.id}
        empty={
          <EmptyState title="No days added" inline>
            Add the council’s closure days and the ends of terms, so that working days are counted right.
          </EmptyState>
        }
        columns={[
          { id: 'date', head: 'Date', name: true, cell: (day) => formatDayLong(day.date) },
          {
            id: 'kind',
            head: 'What it is',
            cell: (day) => kinds.find((one) => one.value === day.kind)?.label,
          },
          { id: 'title', head: 'Called', cell: (day) => day.title },
          {
            id: 'actions',
            head: 'Remove',
            headHidden: true,
            actions: true,
            cell: (day) => (
              <IconButton
                icon={Trash2}
                size="small"
                label={`Remove ${day.title}`}
                onClick={() => void act('engagement:removeClosureDay', { id: day.id })}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
