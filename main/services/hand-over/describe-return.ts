import { countBy, counted } from '../../../shared/domain/counted.ts';
import type { Conflict, ConflictSide } from '../../../shared/domain/hand-over/merge.ts';
import { fieldsOf, tableRules } from '../../../shared/domain/hand-over/rules.ts';
import { areaOf, columnName, countedNouns, relabelSentence } from '../../../shared/domain/hand-over/words.ts';
import type { AreaCounts, ConflictView, ConflictWords, ReturnView } from '../../../shared/ipc/hand-over.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { findStep, readShape } from '../../db/parting.ts';
import { coder } from '../child-codes.ts';
import { namesOf } from './bring-back.ts';
import type { Comparison, RowChange } from './compare-copies.ts';
import { cellWords, maskedName, thingWords } from './row-words.ts';

const mostSteps = 300;

export type Described = {
  readonly ours: ReadableDb;
  readonly theirs: ReadableDb;
  readonly fileName: string;
  readonly comparison: Comparison;
  readonly documents: number;
};

/** Says in words what bringing a copy back would come to. Children are called by their codes throughout. */
export function describeReturn({ ours, theirs, fileName, comparison, documents }: Described): ReturnView {
  const [own, other] = [coder(ours), coder(theirs)];
  const coded = (text: string) => other(own(text));
  const { merged, steps, changes } = comparison;
  return {
    ...{ fileName: coded(fileName), who: namesOf(steps), count: steps.length, documents },
    steps: steps
      .slice(-mostSteps)
      .toReversed()
      .map(({ at, actor, summary }) => ({ at, who: actor, summary: coded(summary) })),
    areas: areasOf(changes),
    conflicts: merged.conflicts.map((conflict) => conflictView(conflict, { ours, theirs, coded })),
    notes: [
      ...sameNotes(comparison),
      ...merged.relabelled
        .filter(({ table, id, to }) => isNewLabel(changes, { table, id, to }))
        .map(({ table, from, to }) => relabelSentence(table, from, to)),
    ],
  };
}

function isNewLabel(
  changes: readonly RowChange[],
  { table, id, to }: { readonly table: string; readonly id: string; readonly to: string | number },
): boolean {
  const column = tableRules[table]?.label?.column ?? '';
  return changes.some(
    (change) => change.table.name === table && change.id === id && change.before?.[column] !== to,
  );
}

function sameNotes({ merged }: Comparison): readonly string[] {
  const counts = countBy(merged.same, ({ goes }) => goes.table);
  const things = Object.entries(countedNouns).flatMap(([table, [one, many]]) => {
    const count = counts.get(table);
    return count ? [counted(count, one, many)] : [];
  });
  return things.length === 0
    ? []
    : [`Added on both sides and recognised as the same: ${things.join(', ')}. Nothing is doubled.`];
}

/** Counts things, not rows: who comes to a meeting is a part of the meeting. */
function areasOf(changes: readonly RowChange[]): readonly AreaCounts[] {
  const kinds = new Map<string, 'added' | 'changed' | 'removed'>();
  for (const { table, id, before, row } of changes) {
    if (areaOf(table.name) === 'Hand-over' || JSON.stringify(before) === JSON.stringify(row)) continue;
    const { partOf } = tableRules[table.name] ?? {};
    const owner = partOf ? (row ?? before)?.[partOf.by] : null;
    if (partOf && typeof owner === 'string') {
      const key = `${partOf.table}/${owner}`;
      if (!kinds.has(key)) kinds.set(key, 'changed');
    } else {
      kinds.set(`${table.name}/${id}`, before === null ? 'added' : row === null ? 'removed' : 'changed');
    }
  }
  const counts = new Map<string, AreaCounts>();
  for (const [key, kind] of kinds) {
    const area = areaOf(key.slice(0, key.indexOf('/')));
    const own = counts.get(area) ?? { area, added: 0, changed: 0, removed: 0 };
    counts.set(area, { ...own, [kind]: own[kind] + 1 });
  }
  return [...counts.values()];
}

type Words = {
  readonly ours: ReadableDb;
  readonly theirs: ReadableDb;
  readonly coded: (text: string) => string;
};

function conflictView(conflict: Conflict, words: Words): ConflictView {
  const { key, usual, table, field, mine, theirs } = conflict;
  const row = mine.row ?? theirs.row ?? {};
  const columns =
    field === null
      ? []
      : Object.keys(row).filter((column) => column !== 'id' && fieldsOf(table)(column) === field);
  const say = (side: ConflictSide) =>
    sideWords(side, { ...words, table, columns, isRemoval: field === null });
  return {
    ...{ key, usual, area: areaOf(table) },
    thing: words.coded(thingWords(words, table, row)),
    field: field === null ? null : columns.map(columnName).join(', '),
    mine: say(mine),
    theirs: say(theirs),
  };
}

function sideWords(
  { row, stamp }: ConflictSide,
  {
    table,
    columns,
    isRemoval,
    ...words
  }: Words & { readonly table: string; readonly columns: readonly string[]; readonly isRemoval: boolean },
): ConflictWords {
  const step = stamp && (findStep(words.ours, stamp) ?? findStep(words.theirs, stamp));
  const by = { who: step?.actor ?? '', at: step?.at ?? null };
  if (row === null) return { says: 'Removed', ...by };
  if (isRemoval) return { says: stamp === null ? 'Still used' : 'Changed and kept', ...by };
  const references = readShape(words.ours).references(table);
  const said = columns.map((column) =>
    table === 'child_names'
      ? maskedName(String(row[column] ?? ''))
      : words.coded(cellWords(words, { column, cell: row[column] ?? null, references })),
  );
  return { says: said.join(', '), ...by };
}
