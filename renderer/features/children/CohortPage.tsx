import { Download, ListChecks, UserPlus, UserSquare } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  type Cohort,
  type CohortChild,
  isAlternative,
  mixAdvice,
  phaseOf,
} from '../../../shared/domain/cohort.ts';
import { findRows } from '../../../shared/domain/find-rows.ts';
import { initialsOf } from '../../../shared/domain/people.ts';
import { type IsoDate, today as todayAt } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { CohortView } from '../../../shared/ipc/cohort.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead, PageSplit, ToolBar } from '../../ui/Page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { CohortMix } from './CohortMix.tsx';

type Look = 'children' | 'checks';

/** The whole list that was kept: what to mend in it, and the choice of the tracked children with its mix; then it is shredded. */
export function CohortPage() {
  const act = useStore((state) => state.act);
  const goTo = useStore((state) => state.goTo);
  const showDone = useStore((state) => state.showDone);
  const areCoded = useStore((state) => state.namesAsCodes);
  const tracked = useStore((state) => state.data.children);
  const today = todayAt(useNow());
  const [view, setView] = useState<CohortView | null>(null);
  const [look, setLook] = useState<Look>('children');
  const [words, setWords] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isShredding, setShredding] = useState(false);
  const read = useCallback(async () => setView(await act('cohort:readCohort', {})), [act]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is tracked is part of what is read
  useEffect(() => void read(), [read, tracked]);
  // Neither the mix nor its advice is reckoned anew with each letter that is typed.
  const chosen = useMemo(
    () =>
      [...ticked].flatMap((id) => view?.children.find((child) => child.id === id && !child.isTracked) ?? []),
    [ticked, view],
  );
  const mix = useMemo(
    () =>
      view && (
        <CohortMix all={view.children} chosen={chosen} advice={mixAdvice(chosen, today)} today={today} />
      ),
    [view, chosen, today],
  );
  if (!view) return null;
  const { cohort, children, findings } = view;
  if (!cohort || cohort.shreddedAt !== null) {
    return (
      <EmptyState
        icon={UserSquare}
        title={cohort ? 'The list is shredded' : 'No list is kept'}
        action={<Button onClick={() => goTo({ name: 'children' })}>See all children</Button>}
      >
        {cohort
          ? 'Only the children who are tracked are still here.'
          : 'Import a list from the page of children and keep the whole of it to choose from.'}
      </EmptyState>
    );
  }

  async function track() {
    const done = await act('cohort:trackChildren', { ids: chosen.map((child) => child.id) });
    if (!done) return;
    setTicked(new Set());
    showDone(done.added === 1 ? '1 child is tracked now' : `${done.added} children are tracked now`);
  }

  async function shred(id: Cohort['id']) {
    const done = await act('cohort:shredList', { id });
    setShredding(false);
    if (done) showDone(`Shredded ${done.shredded} rows`);
    await read();
  }

  return (
    <Page>
      <PageHead
        title="Choose from the list"
        fact={
          <>
            <span>{children.length} children</span>
            <span>{children.filter((child) => child.isTracked).length} tracked</span>
            {findings.length > 0 && (
              <StatusMark status="warn">{findings.length} to mend or look at</StatusMark>
            )}
          </>
        }
        actions={
          <>
            <Button kind="quiet" tone="bad" onClick={() => setShredding(true)}>
              Shred the list...
            </Button>
            <Button
              kind="primary"
              icon={UserPlus}
              unavailable={chosen.length === 0 && 'Tick somebody first'}
              hideReason
              onClick={() => void track()}
            >
              {chosen.length === 0 ? 'Track the ticked' : `Track the ${chosen.length} ticked`}
            </Button>
          </>
        }
      />
      <ToolBar label="What to show of the list">
        <Segmented<Look>
          label="Show"
          options={[
            { value: 'children', label: 'Children', count: children.length },
            { value: 'checks', label: 'Checks', count: findings.length },
          ]}
          value={look}
          onChange={setLook}
        />
        {look === 'children' && (
          <SearchBox label="Find in the list, or paste several UPNs" value={words} onChange={setWords} />
        )}
        {look === 'checks' && findings.length > 0 && (
          <Button icon={Download} onClick={() => void act('cohort:saveReport', { id: cohort.id })}>
            Save what to mend...
          </Button>
        )}
      </ToolBar>
      <PageSplit panel={mix}>
        <PageBody>
          {look === 'children' ? (
            <List rows={findRows(children, wordsOf, words)} {...{ ticked, setTicked, areCoded, today }} />
          ) : (
            <Checks findings={findings} />
          )}
        </PageBody>
      </PageSplit>
      <AlertDialog
        isOpen={isShredding}
        title="Shred the list?"
        confirmLabel="Shred the list"
        tone="bad"
        onConfirm={() => void shred(cohort.id)}
        onClose={() => setShredding(false)}
      >
        <p>
          Everybody who is not tracked is destroyed in this file beyond recovery. It cannot be undone. Copies
          and backups made since the list was kept still hold it.
        </p>
      </AlertDialog>
    </Page>
  );
}

/** Looked through again with each letter that is typed. */
const rowWords = new WeakMap<CohortChild, string>();

function wordsOf(child: CohortChild): string {
  const { uniqueId, upn, forename, surname, need, setting, sendStatus } = child;
  const known =
    rowWords.get(child) ??
    [uniqueId, upn, forename, surname, need, setting, sendStatus].join(' ').toLowerCase();
  rowWords.set(child, known);
  return known;
}

function List({
  rows,
  ticked,
  setTicked,
  areCoded,
  today,
}: {
  readonly rows: readonly CohortChild[];
  readonly ticked: ReadonlySet<string>;
  readonly setTicked: (ticked: ReadonlySet<string>) => void;
  readonly areCoded: boolean;
  readonly today: IsoDate;
}) {
  const nameOf = (child: CohortChild) => {
    const name = `${child.forename} ${child.surname}`.trim();
    if (name === '') return child.uniqueId || child.upn || `Row ${child.rowNumber}`;
    return areCoded ? initialsOf(name) : name;
  };
  const inSight = new Set(rows.map((child) => child.id));
  return (
    <DataTable
      label="Children in the list"
      rows={rows}
      rowKey={(child) => child.id}
      ticked={ticked}
      // Those outside the search stay ticked, and the order of ticking is kept.
      onTick={(keys) =>
        setTicked(new Set([...[...ticked].filter((id) => !inSight.has(id) || keys.has(id)), ...keys]))
      }
      tickLabel={(child) => `Tick ${nameOf(child)}`}
      sticky
      empty={
        <EmptyState inline title="Nobody in the list fits">
          Try fewer letters, or another column’s words.
        </EmptyState>
      }
      columns={[
        {
          id: 'name',
          head: 'Child',
          name: true,
          sortBy: nameOf,
          cell: (child) => (
            <>
              {nameOf(child)}
              {child.isTracked && <StatusMark status="ok"> Tracked</StatusMark>}
            </>
          ),
        },
        {
          id: 'born',
          head: 'Born',
          width: '9rem',
          sortBy: (child) => child.dateOfBirth,
          cell: (child) => (child.dateOfBirth && !areCoded ? formatDate(child.dateOfBirth) : ''),
        },
        {
          id: 'phase',
          head: 'Phase',
          width: '7rem',
          sortBy: (child) => phaseOf(child, today),
          cell: (child) => phaseOf(child, today),
        },
        {
          id: 'status',
          head: 'Status',
          width: '7rem',
          sortBy: (child) => child.sendStatus,
          cell: (child) => child.sendStatus,
        },
        { id: 'need', head: 'Need', sortBy: (child) => child.need, cell: (child) => child.need },
        {
          id: 'setting',
          head: 'Setting',
          sortBy: (child) => child.setting,
          cell: (child) => (
            <>
              {child.setting}
              {isAlternative(child) && <span className="table-second">Alternative provision</span>}
            </>
          ),
        },
      ]}
    />
  );
}

function Checks({ findings }: { readonly findings: CohortView['findings'] }) {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return (
    <>
      {findings.length > 0 && (
        <Banner
          tone="info"
          icon={ListChecks}
          title={`${errors} errors and ${findings.length - errors} to look at`}
        >
          The published checks of the Annex A lists. Mend them in the spreadsheet before it is submitted.
        </Banner>
      )}
      <DataTable
        label="What the checks found"
        rows={findings.map((finding, at) => ({ ...finding, at: String(at) }))}
        rowKey={(finding) => finding.at}
        groupOf={(finding) => ({ id: finding.rule, title: finding.rule })}
        empty={
          <EmptyState inline title="The checks found nothing">
            Only the columns that the list has were checked.
          </EmptyState>
        }
        columns={[
          { id: 'row', head: 'Row', number: true, width: '4rem', cell: (finding) => finding.rowNumber },
          {
            id: 'severity',
            head: 'Kind',
            width: '8rem',
            cell: (finding) => (
              <StatusMark status={finding.severity === 'error' ? 'bad' : 'warn'}>
                {finding.severity === 'error' ? 'Error' : 'Look at it'}
              </StatusMark>
            ),
          },
          { id: 'sentence', head: 'What to mend', name: true, cell: (finding) => finding.sentence },
        ]}
      />
    </>
  );
}
