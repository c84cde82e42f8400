import { Inbox, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import {
  type InformationRequest,
  isOpenRequest,
  RequestState,
  requestStateLabels,
} from '../../../shared/domain/request.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { type IsoDate, today as todayAt } from '../../../shared/domain/time.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead, ToolBar } from '../../ui/Page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
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

const startFilter: RequestFilter = { state: 'all', sector: 'all', words: '' };

/** What the inspectors or peers asked for: overdue and today's first, each with its owner and state. */
export function RequestsPage({ requestId }: { readonly requestId?: string }) {
  const requests = useStore((state) => state.data.requests?.requests);
  const today = todayAt(useNow());
  const [filter, setFilter] = useState(startFilter);
  const [by, setBy] = useState<GroupBy>('due');
  const [openId, setOpenId] = useState<string | 'new' | null>(requestId ?? null);
  if (!requests) return null;
  const shown = orderRequests(filterRequests(requests, filter), by, today);
  const opened = requests.find((request) => request.id === openId);

  return (
    <Page>
      <PageHead
        title="Requests"
        fact={<Facts requests={requests} today={today} />}
        actions={
          <Button kind="primary" icon={Plus} onClick={() => setOpenId('new')}>
            Add request...
          </Button>
        }
      />
      <Filters filter={filter} onFilter={setFilter} by={by} onGroup={setBy} />
      <PageBody>
        <RequestTable
          requests={shown}
          by={by}
          today={today}
          onOpen={(request) => setOpenId(request.id)}
          empty={
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
            )
          }
        />
      </PageBody>
      {(openId === 'new' || opened) && (
        <RequestDialog key={openId} request={opened ?? null} onClose={() => setOpenId(null)} />
      )}
    </Page>
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
  return (
    <>
      <span>
        {open} open, {requests.length - open} answered
      </span>
      {dueToday > 0 && <span>{dueToday} due today</span>}
      {overdue > 0 && <StatusMark status="bad">{overdue} overdue</StatusMark>}
    </>
  );
}

function Filters({
  filter,
  onFilter,
  by,
  onGroup,
}: {
  readonly filter: RequestFilter;
  readonly onFilter: (filter: RequestFilter) => void;
  readonly by: GroupBy;
  readonly onGroup: (by: GroupBy) => void;
}) {
  return (
    <ToolBar label="Which requests to show">
      <SearchBox
        label="Find a request"
        className="requests-search"
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <Select<RequestFilter['state']>
        label="State"
        labelHidden
        fit
        value={filter.state}
        options={[
          { value: 'all', label: 'Any state' },
          { value: 'open', label: 'Open' },
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
    </ToolBar>
  );
}
