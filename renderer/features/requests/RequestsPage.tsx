import { BellRing, ClipboardPaste, Inbox, Plus, SearchX, UserRoundPen } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import {
  type InformationRequest,
  isOpenRequest,
  isReminderDue,
  RequestState,
  requestStateLabels,
} from '../../../shared/domain/request.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { type IsoDate, today as todayAt } from '../../../shared/domain/time.ts';
import { RegisterExport } from '../../registers/RegisterExport.tsx';
import { useStore } from '../../state/store.ts';
import { useAsked } from '../../state/useAsked.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead, ToolBar } from '../../ui/Page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { AddManyDialog } from './AddManyDialog.tsx';
import { GivenList } from './GivenList.tsx';
import { ReassignDialog } from './ReassignDialog.tsx';
import { RequestBoard } from './RequestBoard.tsx';
import { RequestDialog } from './RequestDialog.tsx';
import { RequestTable } from './RequestTable.tsx';
import {
  filterRequests,
  type GroupBy,
  isDueToday,
  isOverdueRequest,
  orderRequests,
  type RequestFilter,
} from './request-groups.ts';
import { reminderText } from './request-words.ts';

const startFilter: RequestFilter = { state: 'all', sector: 'all', words: '' };

type Look = 'table' | 'board' | 'given';

/** What the inspectors or peers asked for: overdue and today's first, each with its owner and state, and what they were given. */
export function RequestsPage({ requestId }: { readonly requestId?: string }) {
  const requests = useStore((state) => state.data.requests?.requests);
  const page = useStore((state) => state.page);
  const openRequest = useStore((state) => state.openRequest);
  const today = todayAt(useNow());
  const [filter, setFilter] = useState(startFilter);
  const [by, setBy] = useState<GroupBy>('due');
  const [look, setLook] = useState<Look>('table');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [openId, setOpenId] = useState<string | 'many' | 'reassign' | null>(requestId ?? null);
  useAsked({ 'many-requests': () => setOpenId('many') });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent to the same request again, it opens again
  useEffect(() => {
    if (requestId) setOpenId(requestId);
  }, [page, requestId]);
  // The board is by state, and in each as it is due.
  // The choice is answered before what was chosen is drawn.
  const drawn = useDeferredValue(look);
  const order = drawn === 'board' ? 'due' : by;
  const ordered = useMemo(() => orderRequests(requests ?? [], order, today), [requests, order, today]);
  if (!requests) return null;
  const shown = filterRequests(ordered, filter, today);
  const opened = requests.find((request) => request.id === openId);
  const chosen = requests.filter((request) => ticked.has(request.id));
  const empty =
    requests.length === 0 ? (
      <EmptyState icon={Inbox} title="Nothing has been asked for yet">
        Add each request as it comes, with who asked and when it is wanted.
      </EmptyState>
    ) : (
      <EmptyState
        icon={SearchX}
        title="No request fits"
        action={<Button onClick={() => setFilter(startFilter)}>Show all requests</Button>}
      >
        Other words, another sector or another state may find it.
      </EmptyState>
    );

  return (
    <Page>
      <PageHead
        title="Requests"
        fact={<Facts requests={requests} today={today} />}
        actions={
          <>
            {requests.length > 0 && <RegisterExport kinds={['requests']} />}
            <Button icon={ClipboardPaste} onClick={() => setOpenId('many')}>
              Add many...
            </Button>
            <Button kind="primary" icon={Plus} keys="F9" onClick={() => openRequest({})}>
              Add request...
            </Button>
          </>
        }
      />
      <Filters filter={filter} onFilter={setFilter} by={by} onGroup={setBy} look={look} onLook={setLook} />
      {look === 'table' && chosen.length > 0 && (
        <Chosen chosen={chosen} today={today} onReassign={() => setOpenId('reassign')} />
      )}
      <PageBody>
        {drawn === 'table' && (
          <RequestTable
            requests={shown}
            by={by}
            today={today}
            onOpen={(request) => setOpenId(request.id)}
            ticked={ticked}
            onTick={setTicked}
            empty={empty}
          />
        )}
        {drawn === 'board' && (
          <RequestBoard
            requests={shown}
            today={today}
            onOpen={(request) => setOpenId(request.id)}
            empty={empty}
          />
        )}
        {drawn === 'given' && <GivenList words={filter.words} onOpen={setOpenId} />}
      </PageBody>
      {opened && <RequestDialog key={openId} request={opened} onClose={() => setOpenId(null)} />}
      {openId === 'many' && <AddManyDialog onClose={() => setOpenId(null)} />}
      {openId === 'reassign' && (
        <ReassignDialog
          requests={chosen}
          onClose={() => {
            setOpenId(null);
            setTicked(new Set());
          }}
        />
      )}
    </Page>
  );
}

/** What can be done with several requests at once. */
function Chosen({
  chosen,
  today,
  onReassign,
}: {
  readonly chosen: readonly InformationRequest[];
  readonly today: IsoDate;
  readonly onReassign: () => void;
}) {
  const act = useStore((state) => state.act);
  const settings = useStore((state) => state.settings);
  const showDone = useStore((state) => state.showDone);
  const open = chosen.filter(isOpenRequest);

  async function remind() {
    const isCopied = copyText(reminderText(open, today, settings.clock));
    await act('requests:remindOwners', { ids: open.map((request) => request.id) });
    if (isCopied) showDone('Copied a reminder, and noted that the owners were reminded');
  }

  return (
    <ToolBar label="With the ticked requests" sunken>
      <span className="text-2">{chosen.length} ticked</span>
      <Button size="small" icon={UserRoundPen} onClick={onReassign}>
        Reassign...
      </Button>
      <Button
        size="small"
        icon={BellRing}
        unavailable={open.length === 0 && 'None of them is open'}
        onClick={() => void remind()}
      >
        Copy a reminder
      </Button>
    </ToolBar>
  );
}

function Facts({
  requests,
  today,
}: {
  readonly requests: readonly InformationRequest[];
  readonly today: IsoDate;
}) {
  const open = requests.filter(isOpenRequest).length;
  const dueToday = requests.filter((request) => isDueToday(request, today)).length;
  const overdue = requests.filter((request) => isOverdueRequest(request, today)).length;
  const remind = requests.filter((request) => isReminderDue(request, today)).length;
  return (
    <>
      <span>
        {open} open, {requests.length - open} answered
      </span>
      {dueToday > 0 && <span>{dueToday} due today</span>}
      {remind > 0 && <span>{remind} to remind</span>}
      {overdue > 0 && <StatusMark status="bad">{overdue} overdue</StatusMark>}
    </>
  );
}

function Filters({
  filter,
  onFilter,
  by,
  onGroup,
  look,
  onLook,
}: {
  readonly filter: RequestFilter;
  readonly onFilter: (filter: RequestFilter) => void;
  readonly by: GroupBy;
  readonly onGroup: (by: GroupBy) => void;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}) {
  return (
    <ToolBar label="Which requests to show">
      <Segmented<Look>
        label="Show as"
        options={[
          { value: 'table', label: 'Table' },
          { value: 'board', label: 'Board' },
          { value: 'given', label: 'Given' },
        ]}
        value={look}
        onChange={onLook}
      />
      <SearchBox
        label={look === 'given' ? 'Find what was given' : 'Find a request'}
        className="requests-search"
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      {look !== 'given' && (
        <>
          <Select<RequestFilter['state']>
            label="State"
            labelHidden
            fit
            value={filter.state}
            options={[
              { value: 'all', label: 'Any state' },
              { value: 'open', label: 'Open' },
              { value: 'remind', label: 'To remind' },
              ...RequestState.options.map((state) => ({ value: state, label: requestStateLabels[state] })),
            ]}
            onChange={(state) => onFilter({ ...filter, state })}
          />
          <Select<RequestFilter['sector']>
            label="Owner's sector"
            labelHidden
            fit
            value={filter.sector}
            options={[
              { value: 'all', label: 'Any sector' },
              ...SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] })),
              { value: 'none', label: 'No sector yet' },
            ]}
            onChange={(sector) => onFilter({ ...filter, sector })}
          />
        </>
      )}
      {look === 'table' && (
        <span className="push row">
          <span className="text-2 requests-by">Group by</span>
          <Segmented<GroupBy>
            label="Group by"
            options={[
              { value: 'due', label: 'Due' },
              { value: 'sector', label: 'Sector' },
              { value: 'state', label: 'State' },
            ]}
            value={by}
            onChange={onGroup}
          />
        </span>
      )}
    </ToolBar>
  );
}
