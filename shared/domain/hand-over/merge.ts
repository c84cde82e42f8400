import { type Presence, presenceOf, removeNow } from './presence.ts';
import { type Cells, isThere, joinStates, keyOf, type RowState, untouched } from './row-state.ts';
import { fieldsOf, isQuiet, type Shape, tableRules } from './rules.ts';
import {
  aliasesOf,
  byAge,
  findClashing,
  findSameThings,
  findSuperseded,
  foldInto,
  foldKnownAliases,
  type SamePair,
  type World,
  withAliases,
} from './same-things.ts';
import { compareFields, type FieldStamp, hasSeen, type Known, newestOf, ranks, type Stamp } from './stamp.ts';

/** What one copy brings: every row touched since the parting, and how far it has seen what others wrote. */
export type Side = { readonly rows: ReadonlyMap<string, RowState>; readonly known: Known };

export type Choice = 'mine' | 'theirs';

/** Both sides wrote, neither knowing of the other, and did not write the same. */
export type Conflict = {
  readonly key: string;
  readonly table: string;
  readonly id: string;
  /** Null where one side removed what the other changed or still needs. */
  readonly field: string | null;
  readonly mine: ConflictSide;
  readonly theirs: ConflictSide;
  /** What holds unless somebody chooses. */
  readonly usual: Choice;
};
export type ConflictSide = {
  /** The row as this side has it; null where it removed it. */
  readonly row: Cells | null;
  readonly stamp: Stamp | null;
};

export type MergedRow = { readonly state: RowState; readonly shown: Cells | null };

export type Merged = {
  readonly rows: ReadonlyMap<string, MergedRow>;
  readonly conflicts: readonly Conflict[];
  readonly same: readonly SamePair[];
  readonly relabelled: readonly {
    readonly table: string;
    readonly id: string;
    readonly from: string | number;
    readonly to: string | number;
  }[];
};

export type MergeParts = {
  readonly mine: Side;
  readonly theirs: Side;
  readonly shape: Shape;
  readonly choices: ReadonlyMap<string, Choice>;
  /** When and by whom what was chosen is written. */
  readonly now: Stamp;
  /** Labels of rows that nobody touched, by table: those of touched rows are not looked at. */
  readonly labels: (table: string) => ReadonlyMap<string, string | number>;
};

/** Brings two copies together. Without choices it ends the same in whatever order copies are brought together. */
export function mergeSides({ mine, theirs, shape, choices, now, labels }: MergeParts): Merged {
  const world: World = new Map(mine.rows);
  for (const [key, state] of theirs.rows) {
    const own = world.get(key);
    world.set(key, own ? joinStates(own, state, fieldsOf(state.table)) : state);
  }
  foldKnownAliases(world);
  const same = recogniseSame(world, { mine, theirs, shape });
  const conflicts = [
    ...fieldConflicts(world, mine, theirs),
    ...same.flatMap((pair) => foldedConflicts(world, mine, pair)),
  ];
  const removals = removalConflicts(world, mine, theirs, presenceOf(world, shape));
  for (const conflict of conflicts) settleField(world, conflict, choices.get(conflict.key), now);
  for (const conflict of removals) settleRemoval(world, conflict, choices.get(conflict.key), { shape, now });
  const visible = new Set(presenceOf(world, shape).visible);
  for (const key of findSuperseded(world, visible, shape)) visible.delete(key);
  const given = giveLabels(world, visible, labels);
  const aliases = aliasesOf(world);
  const rows = new Map<string, MergedRow>();
  for (const [key, state] of world) {
    const shown = visible.has(key) ? { ...withAliases(state.row, aliases), ...given.get(key)?.cells } : null;
    rows.set(key, { state, shown });
  }
  const relabelled = [...given.values()].map(({ cells: _, ...label }) => label);
  return { rows, conflicts: [...conflicts, ...removals], same, relabelled };
}

function recogniseSame(
  world: World,
  { mine, theirs, shape }: { readonly mine: Side; readonly theirs: Side; readonly shape: Shape },
): readonly SamePair[] {
  const found: SamePair[] = [];
  const take = (pairs: readonly SamePair[]): boolean => {
    for (const pair of pairs) foldInto(world, pair);
    found.push(...pairs);
    return pairs.length > 0;
  };
  for (let isMore = true; isMore; ) {
    isMore = take(findSameThings(world, { mine: mine.rows, theirs: theirs.rows }));
    if (!isMore) isMore = take(findClashing(world, shape));
  }
  return found;
}

type Pair = { readonly own: RowState; readonly other: RowState };

function fieldConflicts(world: World, mine: Side, theirs: Side): readonly Conflict[] {
  const aliases = aliasesOf(world);
  return [...theirs.rows].flatMap(([key, other]) => {
    const own = mine.rows.get(key);
    if (!own || own.into !== null || other.into !== null) return [];
    return Object.entries(other.stamps).flatMap(([field, stamp]) => {
      const ownStamp = own.stamps[field];
      if (!ownStamp || isQuiet(other.table, field) || compareFields(ownStamp, stamp) === 0) return [];
      if (hasSeen(mine.known, stamp) || hasSeen(theirs.known, ownStamp)) return [];
      const pair = {
        own: { ...own, row: withAliases(own.row, aliases) },
        other: { ...other, row: withAliases(other.row, aliases) },
      };
      return isSameValue(pair, field) ? [] : [fieldConflict(pair, field, key)];
    });
  });
}

/** Two rows recognised as one thing may say different things of it. */
function foldedConflicts(world: World, mine: Side, { stays, goes }: SamePair): readonly Conflict[] {
  const aliases = aliasesOf(world);
  const named = (state: RowState) => ({ ...state, row: withAliases(state.row, aliases) });
  const isOwn = mine.rows.has(keyOf(stays));
  const pair = isOwn ? { own: named(stays), other: named(goes) } : { own: named(goes), other: named(stays) };
  return Object.entries(pair.other.stamps).flatMap(([field, stamp]) => {
    const own = pair.own.stamps[field];
    const isAsked = own && own.rank === stamp.rank && own.rank !== ranks.empty;
    if (!isAsked || isQuiet(stays.table, field) || field === tableRules[stays.table]?.label?.column)
      return [];
    return isSameValue(pair, field) ? [] : [fieldConflict(pair, field, keyOf(stays))];
  });
}

const columnsOf = (state: RowState, field: string): readonly string[] =>
  Object.keys(state.row).filter((column) => column !== 'id' && fieldsOf(state.table)(column) === field);

const isSameValue = ({ own, other }: Pair, field: string): boolean =>
  columnsOf(other, field).every((column) => (own.row[column] ?? null) === (other.row[column] ?? null));

function fieldConflict({ own, other }: Pair, field: string, rowKey: string): Conflict {
  const [ownStamp, stamp] = [own.stamps[field], other.stamps[field]] as [FieldStamp, FieldStamp];
  return {
    ...{ key: `${rowKey}#${field}`, table: own.table, id: rowKey.slice(own.table.length + 1), field },
    mine: { row: own.row, stamp: ownStamp },
    theirs: { row: other.row, stamp },
    usual: compareFields(ownStamp, stamp) >= 0 ? 'mine' : 'theirs',
  };
}

function removalConflicts(
  world: World,
  mine: Side,
  theirs: Side,
  { visible, needed }: Presence,
): readonly Conflict[] {
  return [...world].flatMap(([key, state]) => {
    if (state.into !== null) return [];
    const asItWas = needed.has(key) ? untouched(state.table, state.id, state.row) : undefined;
    const [own, other] = [mine.rows.get(key) ?? asItWas, theirs.rows.get(key) ?? asItWas];
    if (!own || !other) return [];
    const [isOwn, isOther] = [isThere(own), isThere(other)];
    if (isOwn === isOther) return [];
    const [remover, editor] = isOwn ? [other, own] : [own, other];
    const [removerKnown, editorKnown] = isOwn ? [theirs.known, mine.known] : [mine.known, theirs.known];
    const edits = [...(editor.here ? [editor.here] : []), ...Object.values(editor.stamps)];
    const edit = newestOf(edits.filter((stamp) => !hasSeen(removerKnown, stamp)));
    const isUnseen = remover.gone !== null && !hasSeen(editorKnown, remover.gone);
    if (!isUnseen || (edit === null && !needed.has(key))) return [];
    const kept = { row: editor.row, stamp: edit };
    const removed = { row: null, stamp: remover.gone };
    const [keeper, taker] = isOwn ? (['mine', 'theirs'] as const) : (['theirs', 'mine'] as const);
    return [
      {
        ...{ key: `${key}#`, table: state.table, id: state.id, field: null },
        mine: isOwn ? kept : removed,
        theirs: isOwn ? removed : kept,
        usual: visible.has(key) ? keeper : taker,
      },
    ];
  });
}

function settleField(world: World, conflict: Conflict, choice: Choice | undefined, now: Stamp): void {
  const { table, id, field, usual } = conflict;
  if (choice === undefined || choice === usual || field === null) return;
  const key = keyOf({ table, id });
  const state = world.get(key);
  const chosen = conflict[choice].row;
  if (!state || !chosen) return;
  const columns = columnsOf(state, field).map((column) => [column, chosen[column] ?? null] as const);
  world.set(key, {
    ...state,
    row: { ...state.row, ...Object.fromEntries(columns) },
    stamps: { ...state.stamps, [field]: { ...now, rank: ranks.changed } },
  });
}

function settleRemoval(
  world: World,
  conflict: Conflict,
  choice: Choice | undefined,
  { shape, now }: { readonly shape: Shape; readonly now: Stamp },
): void {
  if (choice === undefined || choice === conflict.usual) return;
  const key = keyOf(conflict);
  const state = world.get(key);
  if (!state) return;
  if (conflict[choice].row !== null) world.set(key, { ...state, here: now });
  else removeNow(world, key, shape, now);
}

type Given = {
  readonly table: string;
  readonly id: string;
  readonly from: string | number;
  readonly to: string | number;
  readonly cells: Cells;
};

/** Two things that were given the same label apart: the older keeps it, the younger gets the next that is free. */
function giveLabels(
  world: World,
  visible: ReadonlySet<string>,
  labels: MergeParts['labels'],
): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const [table, { label }] of Object.entries(tableRules)) {
    if (!label) continue;
    const states = [...world.values()].filter((state) => state.table === table);
    if (states.length === 0) continue;
    const touched = new Set(states.map(({ id }) => id));
    const taken = new Set([...labels(table)].filter(([id]) => !touched.has(id)).map(([, own]) => own));
    const late: RowState[] = [];
    for (const state of states.filter((one) => visible.has(keyOf(one))).toSorted(byAge)) {
      const own = state.row[label.column];
      if (own === null || own === undefined || own === '') continue;
      if (taken.has(own)) late.push(state);
      else taken.add(own);
    }
    for (const state of late) {
      const from = state.row[label.column] ?? '';
      const to = label.next([...taken], from);
      taken.add(to);
      given.set(keyOf(state), { table, id: state.id, from, to, cells: { [label.column]: to } });
    }
  }
  return given;
}
