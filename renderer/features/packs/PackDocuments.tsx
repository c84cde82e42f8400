import { ArrowDownUp, FileText } from 'lucide-react';
import { useState } from 'react';
import { childrenLabel } from '../../../shared/domain/child-code.ts';
import { counted } from '../../../shared/domain/counted.ts';
import { formatSize } from '../../../shared/domain/file-size.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { PackDocument } from '../../../shared/ipc/packs.ts';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { OrderDialog } from './OrderDialog.tsx';
import { printedWords, renamedInPack } from './pack-words.ts';

/** The documents of the pack in their order, each with its number and its name in the pack; unticked, one is left out. */
export function PackDocuments({
  documents,
  hasPaper,
  leaveOut,
  onLeaveOut,
  onOrder,
}: {
  readonly documents: readonly PackDocument[];
  readonly hasPaper: boolean;
  readonly leaveOut: readonly string[];
  readonly onLeaveOut: (ids: readonly string[]) => void;
  readonly onOrder: (ids: readonly string[]) => void;
}) {
  const [isOrdering, setOrdering] = useState(false);
  const names = useNames();
  const left = new Set(leaveOut);
  const ids = documents.map((document) => document.evidenceId);
  const out = ids.filter((id) => left.has(id)).length;
  return (
    <Section
      title="Documents"
      fact={factOf(documents, out)}
      action={
        documents.length > 1 && (
          <Button size="small" icon={ArrowDownUp} onClick={() => setOrdering(true)}>
            Order...
          </Button>
        )
      }
    >
      <DataTable
        label="Documents of the pack"
        rows={documents}
        rowKey={(document) => document.evidenceId}
        ticked={new Set(ids.filter((id) => !left.has(id)))}
        onTick={(kept) => onLeaveOut(ids.filter((id) => !kept.has(id)))}
        tickLabel={(document) => `Put in ${names.withoutNames(document.title)}`}
        empty={
          <EmptyState icon={FileText} title="No document belongs to it yet" inline>
            {hasPaper
              ? 'The paper goes by itself. Choose its document under Governance, or link documents to the meeting.'
              : 'Attach documents on the child’s page or from the menu of the meeting, or link them under Evidence.'}
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
                  {document.printed && <span className="table-second">{printedWords[document.printed]}</span>}
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
      {isOrdering && (
        <OrderDialog
          documents={documents}
          onSave={(order) => {
            onOrder(order);
            setOrdering(false);
          }}
          onClose={() => setOrdering(false)}
        />
      )}
    </Section>
  );
}

function factOf(documents: readonly PackDocument[], out: number): string {
  const given = documents.filter((document) => document.givenAt !== null).length;
  const words = [out > 0 && `${counted(out, 'document')} left out`, given > 0 && `${given} given before`];
  return words.filter(Boolean).join(', ') || 'all go in';
}

function Checked({
  document: { number, namesOthers, wasRead, givenAt },
}: {
  readonly document: PackDocument;
}) {
  if (givenAt) return <StatusMark status="not-applicable">Given {formatInstantShort(givenAt)}</StatusMark>;
  if (number === null) return <StatusMark status="not-applicable">Left out</StatusMark>;
  return (
    <span className="packs-marks">
      {namesOthers.length > 0 && <StatusMark status="bad">Names {childrenLabel(namesOthers)}</StatusMark>}
      {!wasRead && <StatusMark status="warn">Not fully read</StatusMark>}
      {namesOthers.length === 0 && wasRead && <StatusMark status="ok">Names nobody else</StatusMark>}
    </span>
  );
}
