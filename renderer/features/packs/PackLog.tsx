import { counted } from '../../../shared/domain/counted.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

/** Every pack that was made, with the hash by which what was given can be proved. */
export function PackLog() {
  const exports = useStore((state) => state.data.packs?.exports) ?? [];
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  return (
    <Section title="Packs made" fact={exports.length === 0 ? undefined : String(exports.length)} ruled>
      <DataTable
        label="Packs made"
        rows={exports}
        rowKey={(pack) => pack.id}
        twoLine
        empty={
          <EmptyState title="No pack has been made" inline>
            Each pack is logged here with what was in it, for whom, and the hash that proves it.
          </EmptyState>
        }
        columns={[
          {
            id: 'at',
            head: 'When',
            width: '9rem',
            cell: (pack) => <span className="num nowrap">{formatInstantShort(pack.at, clock)}</span>,
          },
          {
            id: 'subject',
            head: 'About',
            name: true,
            cell: (pack) => (
              <>
                {names.withoutNames(pack.subject)}
                {pack.reason && <span className="table-second">{names.withoutNames(pack.reason)}</span>}
              </>
            ),
          },
          {
            id: 'recipient',
            head: 'For whom',
            cell: (pack) => names.withoutNames(pack.recipient) || <span className="text-3">Not said</span>,
          },
          {
            id: 'documents',
            head: 'Contents',
            cell: (pack) => <span className="nowrap">{counted(pack.documents, 'document')}</span>,
          },
          {
            id: 'hash',
            head: 'Hash',
            cell: (pack) => <code className="packs-hash">{pack.manifestSha256.slice(0, 12)}</code>,
          },
        ]}
      />
    </Section>
  );
}
