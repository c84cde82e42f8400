import { type CohortChild, isAlternative, phaseOf } from '../../../shared/domain/cohort.ts';
import { findRows } from '../../../shared/domain/find-rows.ts';
import { initialsOf } from '../../../shared/domain/people.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Column } from '../../ui/table-rows.ts';

/** The children of the list in whose row the words stand, to be ticked. */
export function CohortList({
  all,
  words,
  ticked,
  setTicked,
  ...shown
}: Shown & {
  readonly all: readonly CohortChild[];
  readonly words: string;
  readonly ticked: ReadonlySet<string>;
  readonly setTicked: (ticked: ReadonlySet<string>) => void;
}) {
  const rows = findRows(all, wordsOf, words);
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
      tickLabel={(child) => `Tick ${nameOf(child, shown)}`}
      sticky
      empty={
        <EmptyState inline title="Nobody in the list fits">
          Try fewer letters, or another column’s words.
        </EmptyState>
      }
      columns={columnsOf(shown)}
    />
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

type Shown = { readonly areCoded: boolean; readonly today: IsoDate };

function nameOf({ forename, surname, uniqueId, upn, rowNumber }: CohortChild, { areCoded }: Shown): string {
  const name = `${forename} ${surname}`.trim();
  if (name === '') return uniqueId || upn || `Row ${rowNumber}`;
  return areCoded ? initialsOf(name) : name;
}

const columnsOf = (shown: Shown): readonly Column<CohortChild>[] => [
  {
    id: 'name',
    head: 'Child',
    name: true,
    sortBy: (child) => nameOf(child, shown),
    cell: (child) => (
      <>
        {nameOf(child, shown)}
        {child.isTracked && <StatusMark status="ok"> Tracked</StatusMark>}
      </>
    ),
  },
  {
    id: 'born',
    head: 'Born',
    width: '9rem',
    sortBy: (child) => child.dateOfBirth,
    cell: (child) => (child.dateOfBirth && !shown.areCoded ? formatDate(child.dateOfBirth) : ''),
  },
  {
    id: 'phase',
    head: 'Phase',
    width: '7rem',
    sortBy: (child) => phaseOf(child, shown.today),
    cell: (child) => phaseOf(child, shown.today),
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
];
