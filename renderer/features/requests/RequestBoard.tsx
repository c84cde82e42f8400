import { OctagonAlert, Paperclip } from 'lucide-react';
import { type DragEvent, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { countBy } from '../../../shared/domain/counted.ts';
import { type InformationRequest, RequestState, requestStateLabels } from '../../../shared/domain/request.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { classNames } from '../../ui/class-names.ts';
import { NearList } from '../../ui/NearList.tsx';
import { RowSelect } from '../../ui/RowSelect.tsx';
import { isDueToday, isOverdueRequest, states } from './request-groups.ts';

const carried = 'application/x-lano-request';
const usualHeight = 112;
/** Of each of six columns. */
const firstCards = 3;

/** The requests by state, in each as they come; a card is dragged to another state or sent there by its list. */
export function RequestBoard(props: BoardProps) {
  // What is typed above it is answered before it is drawn again.
  const deferred = useDeferredValue(props);
  return useMemo(() => <Board {...deferred} />, [deferred]);
}

type BoardProps = Opening & {
  readonly requests: readonly InformationRequest[];
  readonly empty: ReactNode;
};

function Board({ requests, today, onOpen, empty }: BoardProps) {
  const act = useStore((state) => state.act);
  const answers = useStore((state) => state.data.requests?.answers);
  const given = useMemo(() => countBy(answers ?? [], ({ requestId }) => requestId), [answers]);
  const [over, setOver] = useState<RequestState | null>(null);
  if (requests.length === 0) return empty;

  function drop(event: DragEvent, state: RequestState) {
    event.preventDefault();
    setOver(null);
    const request = requests.find((one) => one.id === event.dataTransfer.getData(carried));
    if (request && request.state !== state) void act('requests:saveRequest', { ...request, state });
  }

  return (
    <div className="requests-board">
      {RequestState.options.map((state) => {
        const own = requests.filter((request) => request.state === state);
        return (
          <section
            key={state}
            aria-label={requestStateLabels[state]}
            className={classNames('requests-column', over === state && 'requests-column-over')}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(carried)) return;
              event.preventDefault();
              setOver(state);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => drop(event, state)}
          >
            <h2 className="type-head requests-column-head">
              {requestStateLabels[state]} <span className="num text-3">{own.length}</span>
            </h2>
            <Cards requests={own} given={given} today={today} onOpen={onOpen} />
          </section>
        );
      })}
    </div>
  );
}

type Opening = { readonly today: IsoDate; readonly onOpen: (request: InformationRequest) => void };

function Cards({
  requests,
  given,
  ...opening
}: Opening & {
  readonly requests: readonly InformationRequest[];
  /** How many answers each was given, by its id. */
  readonly given: ReadonlyMap<string, number>;
}) {
  return (
    <NearList
      className="requests-cards"
      items={requests}
      itemKey={({ id }) => id}
      usual={usualHeight}
      first={firstCards}
    >
      {(request) => <Card request={request} given={given.get(request.id) ?? 0} {...opening} />}
    </NearList>
  );
}

function Card({
  request,
  given,
  today,
  onOpen,
}: Opening & { readonly request: InformationRequest; readonly given: number }) {
  const act = useStore((state) => state.act);
  const names = useNames();
  const isOverdue = isOverdueRequest(request, today);
  const owner = request.ownerId
    ? names.shortPersonName(request.ownerId)
    : request.ownerSector
      ? SECTOR_LABELS[request.ownerSector]
      : 'No owner yet';
  return (
    <article
      className={classNames('requests-card', isOverdue && 'requests-card-overdue')}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(carried, request.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <button type="button" className="requests-card-open" onClick={() => onOpen(request)}>
        <span className="type-small text-3 num">{request.reference}</span>
        <span className="type-name">{names.withoutNames(request.title)}</span>
      </button>
      <span className="requests-card-facts type-small">
        <Due request={request} today={today} />
        <span className="text-2">{owner}</span>
        {given > 0 && (
          <span className="requests-files">
            <Paperclip aria-hidden />
            {given} given
          </span>
        )}
      </span>
      <RowSelect
        label={`State of ${request.reference}`}
        value={request.state}
        options={states}
        onChange={(state) => void act('requests:saveRequest', { ...request, state })}
      />
    </article>
  );
}

function Due({ request, today }: { readonly request: InformationRequest; readonly today: IsoDate }) {
  const clock = useStore((state) => state.settings.clock);
  const { dueOn, dueAt } = request;
  if (dueOn === null) return <span className="text-3">No date</span>;
  const isOverdue = isOverdueRequest(request, today);
  const isNow = isOverdue || isDueToday(request, today);
  return (
    <span className={classNames('num', isOverdue ? 'requests-overdue' : isNow && 'requests-now')}>
      {isOverdue && <OctagonAlert aria-label="Overdue" />}
      {dueOn === today ? 'Today' : formatDayShort(dueOn)}
      {dueAt !== null && isNow && `, ${formatTime(dueAt, clock)}`}
    </span>
  );
}
