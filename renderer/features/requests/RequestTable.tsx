import { OctagonAlert, Paperclip } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { countBy } from '../../../shared/domain/counted.ts';
import { type InformationRequest, isOpenRequest } from '../../../shared/domain/request.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import type { Names } from '../../people/names.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { RowSelect } from '../../ui/RowSelect.tsx';
import type { Column } from '../../ui/table-rows.ts';
import { type GroupBy, groupOf, isDueToday, isOverdueRequest, states } from './request-groups.ts';

/** The requests in groups; a row opens the request, and its state is changed where it stands. */
export function RequestTable({
  requests,
  by,
  today,
  onOpen,
  ticked,
  onTick,
  empty,
}: {
  readonly requests: readonly InformationRequest[];
  readonly by: GroupBy;
  readonly today: IsoDate;
  readonly onOpen: (request: InformationRequest) => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (keys: ReadonlySet<string>) => void;
  readonly empty: ReactNode;
}) {
  const names = useNames();
  const links = useStore((state) => state.data.evidence?.links);
  const files = useMemo(() => countBy(links ?? [], ({ requestId }) => requestId), [links]);
  const counts = useMemo(
    () => countBy(requests, (request) => groupOf(request, by, today).id),
    [requests, by, today],
  );
  const columns = useMemo(() => columnsOf(names, files, today), [names, files, today]);

  return (
    <DataTable
      key={by}
      label="Requests"
      rows={requests}
      rowKey={(request) => request.id}
      groupOf={(request) => {
        const { id, title } = groupOf(request, by, today);
        return { id, title, fact: counts.get(id) };
      }}
      onOpen={onOpen}
      ticked={ticked}
      onTick={onTick}
      tickLabel={(request) => `Tick ${request.reference}`}
      twoLine
      sticky
      empty={empty}
      columns={columns}
    />
  );
}

/** Made once for all rows, so that a row that stays is not drawn again. */
function columnsOf(
  names: Names,
  files: ReadonlyMap<string, number>,
  today: IsoDate,
): readonly Column<InformationRequest>[] {
  return [
    {
      id: 'reference',
      head: 'Ref',
      width: '4rem',
      cell: (request) => <span className="nowrap">{request.reference}</span>,
    },
    {
      id: 'title',
      head: 'Request',
      name: true,
      cell: (request) => (
        <>
          {names.withoutNames(request.title)}
          <span className="table-second">
            {kindOfRequest(request.group, names.withoutNames(request.askedBy))}
          </span>
        </>
      ),
    },
    {
      id: 'owner',
      head: 'Owner',
      width: '11rem',
      cell: (request) => (
        <>
          {request.ownerSector ? (
            SECTOR_LABELS[request.ownerSector]
          ) : (
            <span className="text-3">No sector yet</span>
          )}
          {request.ownerId && <span className="table-second">{names.shortPersonName(request.ownerId)}</span>}
        </>
      ),
    },
    { id: 'due', head: 'Due', width: '8rem', cell: (request) => <Due request={request} today={today} /> },
    {
      id: 'files',
      head: 'Documents',
      number: true,
      width: '5.5rem',
      cell: (request) => <Files count={files.get(request.id) ?? 0} />,
    },
    {
      id: 'state',
      head: 'State',
      width: '9.5rem',
      cell: (request) => <StateSelect request={request} />,
    },
  ];
}

function Due({ request, today }: { readonly request: InformationRequest; readonly today: IsoDate }) {
  const clock = useStore((state) => state.settings.clock);
  const { dueOn, dueAt } = request;
  if (dueOn === null) return <span className="text-3">No date</span>;
  const isOverdue = isOverdueRequest(request, today);
  const isNow = isOverdue || isDueToday(request, today);
  return (
    <>
      <span className={isOverdue ? 'requests-overdue num' : isNow ? 'requests-now num' : 'num'}>
        {isOverdue && <OctagonAlert aria-label="Overdue" />}
        {dueOn === today ? 'Today' : formatDayShort(dueOn)}
      </span>
      {dueAt !== null && isOpenRequest(request) && (
        <span className="table-second num">{formatTime(dueAt, clock)}</span>
      )}
    </>
  );
}

function Files({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="requests-files">
      <Paperclip aria-hidden />
      {count}
    </span>
  );
}

function StateSelect({ request }: { readonly request: InformationRequest }) {
  const act = useStore((state) => state.act);
  return (
    <RowSelect
      label={`State of ${request.reference}`}
      value={request.state}
      options={states}
      onChange={(state) => void act('requests:saveRequest', { ...request, state })}
    />
  );
}

/** "Performance, asked by Lead inspector": where it belongs and whose question it is, as far as known. */
function kindOfRequest(group: string, askedBy: string): string {
  if (!askedBy) return group;
  return group ? `${group}, asked by ${askedBy}` : `Asked by ${askedBy}`;
}
