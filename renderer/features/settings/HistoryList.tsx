import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';

/** What was done in this engagement, newest first, and by whom. */
export function HistoryList() {
  const recent = useStore((state) => state.data.history?.recent) ?? [];
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  return (
    <Section title="History" fact="the newest 200 steps; the file keeps all of them" ruled>
      <DataTable
        label="History"
        rows={recent}
        rowKey={(set) => set.id}
        columns={[
          {
            id: 'at',
            head: 'When',
            cell: (set) => <span className="num nowrap">{formatInstantShort(set.at, clock)}</span>,
          },
          { id: 'summary', head: 'What', name: true, cell: (set) => names.withoutNames(set.summary) },
          { id: 'actor', head: 'Who', cell: (set) => set.actor },
        ]}
      />
    </Section>
  );
}
