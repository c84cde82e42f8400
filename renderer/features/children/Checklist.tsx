import { BellRing, Ellipsis, OctagonAlert, Paperclip, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayMonth } from '../../../shared/domain/time-words.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Meter } from '../../ui/Progress.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { AskDialog } from './AskDialog.tsx';
import { ChecklistItemDialog } from './ChecklistItemDialog.tsx';
import { dayWords, isOpenItem, isOverdueItem, itemLook, receiptWords } from './child-words.ts';
import { NotApplicableDialog } from './NotApplicableDialog.tsx';
import { useChecklistActions } from './useChecklistActions.ts';
import { useChildWords } from './useChildWords.ts';
import type { DropPlace } from './useDroppedFiles.ts';

type Filter = 'all' | 'open';
type Asking = { readonly what: 'edit' | 'not-applicable'; readonly item: ChecklistItem | null };

/** The documents the inspectors will expect for this child: who owes each, since when, by when, and what has come. */
export function Checklist({
  view,
  today,
  droppingOn,
}: {
  readonly view: ChildPageView;
  readonly today: IsoDate;
  readonly droppingOn: DropPlace;
}) {
  const childId = view.child.id;
  const all = useStore((state) => state.data.children?.checklistItems);
  const [filter, setFilter] = useState<Filter>('all');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isChasing, setChasing] = useState(false);
  const words = useChildWords(view);
  const actionsFor = useChecklistActions((what, item) => setAsking({ what, item }));
  const items = (all ?? []).filter((item) => item.childId === childId);
  const open = items.filter(isOpenItem);
  const ready = readyByGroup(items);
  const groupOf = ({ group }: ChecklistItem) => ({
    id: group,
    title: group || 'Other',
    fact: ready.get(group),
  });

  return (
    <section aria-labelledby="checklist-title" data-checklist>
      <div className="checklist-head">
        <h2 id="checklist-title" className="type-head">
          Documents
        </h2>
        <Summary items={items} today={today} />
        <span className="checklist-tools">
          <Segmented<Filter>
            label="Which documents to show"
            options={[
              { value: 'all', label: 'All', count: items.length },
              { value: 'open', label: 'Not ready', count: open.length },
            ]}
            value={filter}
            onChange={setFilter}
          />
          {open.length > 0 && (
            <Button icon={BellRing} onClick={() => setChasing(true)}>
              Ask for missing...
            </Button>
          )}
          <Button icon={Plus} onClick={() => setAsking({ what: 'edit', item: null })}>
            Add
          </Button>
        </span>
        {droppingOn !== null && (
          <p className="checklist-drop-note" role="status">
            {droppingOn === 'child'
              ? 'Drop to attach to the child, or move over a line to attach it there'
              : `Drop to attach to “${words.text(items.find((item) => item.id === droppingOn)?.title ?? '')}”`}
          </p>
        )}
      </div>
      <DataTable
        label="Documents for this child"
        rows={filter === 'all' ? items : open}
        rowKey={(item) => item.id}
        groupOf={groupOf}
        selectedKey={droppingOn}
        empty={
          <EmptyState inline title={filter === 'open' ? 'Everything is ready' : 'No documents are listed'}>
            {filter === 'open'
              ? 'Each document that applies to this child has been received.'
              : 'Add the documents that the inspectors will expect for this child.'}
          </EmptyState>
        }
        columns={[
          {
            id: 'state',
            head: 'State',
            width: '7.75rem',
            cell: (item) => {
              const look = itemLook(item, today);
              return <StatusMark status={look.status}>{look.words}</StatusMark>;
            },
          },
          {
            id: 'title',
            head: 'Document',
            name: true,
            cell: (item) => (
              <>
                {words.text(item.title)}
                {item.reason && <span className="checklist-reason">{words.free(item.reason)}</span>}
                {item.state === 'received' && (
                  <span className="checklist-reason">{receiptWords(item, words.person)}</span>
                )}
                <Attached item={item} text={words.text} />
              </>
            ),
          },
          { id: 'owner', head: 'Owner', width: '10.5rem', cell: (item) => <Owner item={item} /> },
          {
            id: 'asked',
            head: 'Asked',
            width: '4.25rem',
            cell: (item) => <Asked item={item} />,
          },
          { id: 'due', head: 'Due', width: '5rem', cell: (item) => <Due item={item} today={today} /> },
          {
            id: 'actions',
            head: 'Actions',
            headHidden: true,
            actions: true,
            cell: (item) => (
              <MenuButton
                label={`Actions for ${words.text(item.title)}`}
                icon={Ellipsis}
                iconOnly
                kind="quiet"
                size="small"
                groups={actionsFor(item)}
              />
            ),
          },
        ]}
      />
      {isChasing && <AskDialog childId={childId} today={today} onClose={() => setChasing(false)} />}
      {asking?.what === 'edit' && (
        <ChecklistItemDialog
          childId={childId}
          item={asking.item}
          groups={[...new Set(items.map((item) => item.group))]}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'not-applicable' && asking.item && (
        <NotApplicableDialog item={asking.item} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}

/** "2 of 5" for each group: how many of what applies have been received. */
function readyByGroup(items: readonly ChecklistItem[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(items, (item) => item.group);
  return new Map(
    [...groups].map(([group, own]) => {
      const needed = own.filter(({ state }) => state !== 'not-applicable');
      const received = needed.filter(({ state }) => state === 'received').length;
      return [group, `${received} of ${needed.length}`];
    }),
  );
}

function Summary({ items, today }: { readonly items: readonly ChecklistItem[]; readonly today: IsoDate }) {
  const needed = items.filter((item) => item.state !== 'not-applicable').length;
  const received = items.filter((item) => item.state === 'received').length;
  const overdue = items.filter((item) => isOverdueItem(item, today)).length;
  return (
    <span className="checklist-summary">
      <span className="text-2 num nowrap">
        {received} of {needed} ready
      </span>
      <span className="checklist-meter">
        <Meter label="Documents ready" value={received} total={needed} hideText />
      </span>
      {overdue > 0 && <StatusMark status="bad">{overdue} overdue</StatusMark>}
    </span>
  );
}

function Owner({ item }: { readonly item: ChecklistItem }) {
  const names = useNames();
  const who = item.ownerId ? names.shortPersonName(item.ownerId) : names.withoutNames(item.ownerName);
  return [item.ownerSector ? SECTOR_LABELS[item.ownerSector] : '', who].filter(Boolean).join(', ');
}

function Asked({ item }: { readonly item: ChecklistItem }) {
  const act = useStore((state) => state.act);
  if (item.askedOn !== null) return <span className="num nowrap">{formatDayMonth(item.askedOn)}</span>;
  if (item.state !== 'missing') return null;
  return (
    <LinkButton
      aria-label={`Ask for ${item.title}, as of today`}
      onClick={() => void act('children:saveChecklistItem', { ...item, state: 'asked' })}
    >
      Ask
    </LinkButton>
  );
}

function Due({ item, today }: { readonly item: ChecklistItem; readonly today: IsoDate }) {
  if (item.dueOn === null || item.state === 'not-applicable') return null;
  if (!isOverdueItem(item, today)) return <span className="num nowrap">{dayWords(item.dueOn, today)}</span>;
  return (
    <span className="checklist-overdue num nowrap">
      <OctagonAlert aria-label="Overdue" />
      {formatDayMonth(item.dueOn)}
    </span>
  );
}

function Attached({
  item,
  text,
}: {
  readonly item: ChecklistItem;
  readonly text: (words: string) => string;
}) {
  const evidence = useStore((state) => state.data.evidence);
  const goTo = useStore((state) => state.goTo);
  const ids = new Set(
    evidence?.links.filter((link) => link.checklistItemId === item.id).map((link) => link.evidenceId),
  );
  const documents = (evidence?.items ?? []).filter((one) => ids.has(one.id));
  if (documents.length === 0) return null;
  return (
    <span className="checklist-documents">
      {documents.map((one) => (
        <LinkButton
          key={one.id}
          icon={Paperclip}
          className="checklist-document"
          onClick={() => goTo({ name: 'evidence', evidenceId: one.id })}
        >
          <span>{text(one.title)}</span>
        </LinkButton>
      ))}
    </span>
  );
}
