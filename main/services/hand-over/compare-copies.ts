import type { Choice, Merged } from '../../../shared/domain/hand-over/merge.ts';
import { mergeSides } from '../../../shared/domain/hand-over/merge.ts';
import {
  type Cells,
  isSameKnowledge,
  type RowState,
  untouched,
} from '../../../shared/domain/hand-over/row-state.ts';
import { tableRules } from '../../../shared/domain/hand-over/rules.ts';
import { hasSeen, type Stamp } from '../../../shared/domain/hand-over/stamp.ts';
import { AppError } from '../../../shared/errors.ts';
import { writeBrought } from '../../db/brought.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { isContentWhole } from '../../db/evidence-intake.ts';
import {
  findParting,
  isUnsigned,
  listStepsSince,
  readColumn,
  readKnown,
  readShape,
  readTouched,
  type Step,
} from '../../db/parting.ts';
import { listRows, readStored, type StoredRow } from '../../db/table.ts';
import { children, engagements, recordedTables, versionMeetings } from '../../db/tables.ts';
import type { BroughtRow } from '../../db/write.ts';

/** What was done in another copy, or known to it, and is not known here; the oldest first. Fails as comparing does. */
export function listNewSteps(ours: ReadableDb, theirs: ReadableDb): readonly Step[] {
  const known = readKnown(ours);
  return listStepsSince(theirs, partingOf(ours, theirs)).filter((step) => !hasSeen(known, step));
}

/** One row that would be written, with what it was. */
export type RowChange = BroughtRow & { readonly before: StoredRow | null };

export type Comparison = {
  readonly merged: Merged;
  readonly changes: readonly RowChange[];
  readonly steps: readonly Step[];
};

/**
 * What bringing another copy back into this one would come to. Fails with `hand-over/other-engagement` where the two have
 * nothing in common, and `hand-over/unsigned` where they parted under a version of the app that kept no account of it.
 */
export function compareCopies(
  ours: ReadableDb,
  theirs: ReadableDb,
  choices: ReadonlyMap<string, Choice>,
  now: Stamp,
): Comparison {
  const since = partingOf(ours, theirs);
  const other = readTouched(theirs, since);
  const own = new Map(readTouched(ours, since));
  for (const [key, { table, id }] of other) {
    const row = own.has(key) ? null : stored(ours, table, id);
    if (row) own.set(key, untouched(table, id, row));
  }
  const merged = mergeSides({
    mine: { rows: own, known: readKnown(ours) },
    theirs: { rows: other, known: readKnown(theirs) },
    shape: readShape(ours),
    ...{ choices, now },
    labels: (table) => labelsOf(table, ours, theirs),
  });
  return { merged, steps: listNewSteps(ours, theirs), changes: changesIn(ours, merged, own) };
}

/** The hashes of documents that would come and whose bytes are not here. */
export function missingDocuments(ours: ReadableDb, { changes }: Comparison): readonly string[] {
  const wanted = new Map(
    changes.flatMap(({ row }) =>
      typeof row?.sha256 === 'string' && typeof row.size === 'number'
        ? [[row.sha256, row.size] as const]
        : [],
    ),
  );
  return [...wanted]
    .filter(([sha256, size]) => !isContentWhole(ours, sha256, size))
    .map(([sha256]) => sha256);
}

function partingOf(ours: ReadableDb, theirs: ReadableDb): number {
  const [own, other] = [ours, theirs].map((db) => listRows(db, engagements)[0]?.id);
  const since = findParting(ours, theirs);
  if (own !== other || since === 0) throw new AppError('hand-over/other-engagement');
  if (isUnsigned(ours, since) && isUnsigned(theirs, since)) throw new AppError('hand-over/unsigned');
  return since;
}

const stored = (db: ReadableDb, name: string, id: string): StoredRow | null => {
  const table = recordedTables.get(name);
  return table ? readStored(db, table, id) : null;
};

/** The labels that are taken; codes of children that went out and belong to nobody any more count too. */
function labelsOf(table: string, ours: ReadableDb, theirs: ReadableDb): ReadonlyMap<string, string | number> {
  const column = tableRules[table]?.label?.column;
  if (column === undefined || !recordedTables.get(table)?.columns.includes(column)) return new Map();
  const labels = new Map(readColumn(ours, table, column));
  if (table !== children.name) return labels;
  const held = new Set([ours, theirs].flatMap((db) => listRows(db, children).map(({ code }) => code)));
  for (const { childCode } of [ours, theirs].flatMap((db) => listRows(db, versionMeetings)))
    if (childCode !== '' && !held.has(childCode)) labels.set(`published ${childCode}`, childCode);
  return labels;
}

/** What differs from what is here: in a row itself, or in who is known to have written it. In an order each step of which is allowed. */
function changesIn(
  ours: ReadableDb,
  { rows, conflicts }: Merged,
  own: ReadonlyMap<string, RowState>,
): readonly RowChange[] {
  const overtaken = new Map<string, Cells[]>();
  for (const { table, id, mine, theirs, usual } of conflicts) {
    const lost = (usual === 'mine' ? theirs : mine).row;
    if (lost) overtaken.set(`${table}/${id}`, [...(overtaken.get(`${table}/${id}`) ?? []), lost]);
  }
  const changes = [...rows].flatMap(([key, { state, shown }]) => {
    const table = recordedTables.get(state.table);
    if (!table) return [];
    const before = readStored(ours, table, state.id);
    const row =
      shown && Object.fromEntries(table.columns.map((column) => [column, shown[column] ?? null] as const));
    const known = own.get(key);
    const isKnown = known !== undefined && isSameKnowledge(known, state);
    if (isKnown && JSON.stringify(before) === JSON.stringify(row)) return [];
    const brought = writeBrought(state, row, overtaken.get(key) ?? []);
    return [{ table, id: state.id, before, row, brought }];
  });
  const turn = ({ before, row }: RowChange) => (row === null ? 0 : before ? 1 : 2);
  return changes.toSorted((a, b) => turn(a) - turn(b));
}
