import { FileText } from 'lucide-react';
import { childrenLabel } from '../../../shared/domain/child-code.ts';
import { formatSize } from '../../../shared/domain/file-size.ts';
import type { PackDocument } from '../../../shared/ipc/packs.ts';
import { useNames } from '../../people/useNames.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { counted, renamedInPack } from './pack-words.ts';

/** The documents of the pack in their order, each with its number and its name in the pack; unticked, one is left out. */
export function PackDocuments({
  documents,
  leaveOut,
  onLeaveOut,
}: {
  readonly documents: readonly PackDocument[];
  readonly leaveOut: readonly string[];
  readonly onLeaveOut: (ids: readonly string[]) => void;
}) {
  const names = useNames();
  const left = new Set(leaveOut);
  const ids = documents.map((document) => document.evidenceId);
  const out = ids.filter((id) => left.has(id)).length;
  return (
    <Section title="Documents" fact={out === 0 ? 'all go in' : `${counted(out, 'document')} left out`}>
      <DataTable
        label="Documents of the pack"
        rows={documents}
        rowKey={(document) => document.evidenceId}
        ticked={new Set(ids.filter((id) => !left.has(id)))}
        onTick={(kept) => onLeaveOut(ids.filter((id) => !kept.has(id)))}
        tickLabel={(document) => `Put in ${names.withoutNames(document.title)}`}
        empty={
          <EmptyState icon={FileText} title="No document belongs to it yet" inline>
            Attach documents on the child’s page, or link them to the line of enquiry under Evidence.
          </EmptyState>
        }
        columns={[
          {
            id: 'number',
            head: 'No.',
            width: '3.5rem',
            cell: ({ number }) => (
              <span className="num">{number === null ? '' : String(number).padStart(3, '0')}</span>
            ),
          },
          {
            id: 'title',
            head: 'Document',
            name: true,
            cell: (document) => {
              const renamed = renamedInPack(document);
              return (
                <>
                  {names.withoutNames(document.title)}
                  {renamed && <span className="table-second">In the pack: {renamed}</span>}
                </>
              );
            },
          },
          { id: 'check', head: 'Check', cell: (document) => <Checked document={document} /> },
          {
            id: 'size',
            head: 'Size',
            number: true,
            width: '5rem',
            cell: ({ bytes }) => <span className="nowrap">{formatSize(bytes)}</span>,
          },
        ]}
      />
    </Section>
  );
}

function Checked({ document: { number, namesOthers, wasRead } }: { readonly document: PackDocument }) {
  if (number === null) return <StatusMark status="not-applicable">Left out</StatusMark>;
  return (
    <span className="packs-marks">
      {namesOthers.length > 0 && <StatusMark status="bad">Names {childrenLabel(namesOthers)}</StatusMark>}
      {!wasRead && <StatusMark status="warn">Not fully read</StatusMark>}
      {namesOthers.length === 0 && wasRead && <StatusMark status="ok">Names nobody else</StatusMark>}
    </span>
  );
}
