import type { Cells, RowState } from './row-state.ts';
import { isThere, joinStates, keyOf } from './row-state.ts';
import { fieldsOf, type Shape, tableRules } from './rules.ts';
import { compareStamps } from './stamp.ts';

/** Which rows two copies have between them; changed as more becomes known. */
export type World = Map<string, RowState>;

/** Finds the row that another was recognised to be the same as. */
export type Aliases = ReadonlyMap<string, string>;

/** Two rows that are the same thing: the older one stays. */
export type SamePair = { readonly stays: RowState; readonly goes: RowState };

const idWord = /[A-Za-z0-9][A-Za-z0-9-]{5,}/g;

/** A row that names, in any of its cells, the rows that stayed in place of those that went. */
export function withAliases(row: Cells, aliases: Aliases): Cells {
  if (aliases.size === 0) return row;
  let changed: Record<string, string | number | null> | null = null;
  for (const [column, cell] of Object.entries(row)) {
    if (typeof cell !== 'string' || column === 'id' || cell.length < 6) continue;
    const named = cell.replaceAll(idWord, (word) => rootOf(word, aliases));
    if (named === cell) continue;
    changed ??= { ...row };
    changed[column] = named;
  }
  return changed ?? row;
}

export function rootOf(id: string, aliases: Aliases): string {
  const next = aliases.get(id);
  return next === undefined || next === id ? id : rootOf(next, aliases);
}

export const aliasesOf = (world: World): Map<string, string> =>
  new Map([...world.values()].flatMap(({ id, into }) => (into === null ? [] : [[id, into] as const])));

/** Gives a row that stays what is known of the one that goes, which from now on only points to it. */
export function foldInto(world: World, { stays, goes }: SamePair): void {
  const rootKey = keyOf(stays);
  const root = world.get(rootKey) ?? stays;
  const { table } = goes;
  const asRoot = {
    ...goes,
    id: root.id,
    row: { ...goes.row, id: root.id },
    here: null,
    gone: null,
    into: null,
  };
  world.set(rootKey, joinStates(root, asRoot, fieldsOf(table)));
  world.set(keyOf(goes), { ...goes, into: root.id });
}

/** What was recognised at an earlier coming together holds for what was written to the row that went since. */
export function foldKnownAliases(world: World): void {
  const aliases = aliasesOf(world);
  for (const state of world.values()) {
    if (state.into === null) continue;
    const stays = world.get(keyOf({ table: state.table, id: rootOf(state.id, aliases) }));
    if (stays && stays.into === null) foldInto(world, { stays, goes: state });
  }
}

type Sides = { readonly mine: ReadonlyMap<string, RowState>; readonly theirs: ReadonlyMap<string, RowState> };

/** Things that each side added by itself, as two do who import the same spreadsheet; the nth goes with the nth. */
export function findSameThings(world: World, { mine, theirs }: Sides): readonly SamePair[] {
  const aliases = aliasesOf(world);
  const parts = partsByOwner(world, aliases);
  const fresh = [...world.values()].filter((state) => state.born !== null && isThere(state));
  return [...byTable(fresh)].flatMap(([table, states]) => {
    const only = (here: Sides['mine'], there: Sides['mine']) =>
      states.filter((state) => here.has(keyOf(state)) && !there.has(keyOf(state))).toSorted(byAge);
    const [ours, others] = [only(mine, theirs), only(theirs, mine)];
    if (ours.length === 0 || others.length === 0) return [];
    return pairsOf(ours, others, keyMakers(table, aliases, parts));
  });
}

type KeyMaker = (state: RowState) => string | null;

function pairsOf(
  ours: readonly RowState[],
  others: readonly RowState[],
  makers: readonly KeyMaker[],
): readonly SamePair[] {
  const paired = new Set<string>();
  return makers.flatMap((keyFor) => {
    const waiting = new Map<string, RowState[]>();
    for (const state of ours) {
      const key = paired.has(state.id) ? null : keyFor(state);
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), state]);
    }
    return others.flatMap((other) => {
      const key = paired.has(other.id) ? null : keyFor(other);
      const own = key === null ? undefined : waiting.get(key)?.shift();
      if (!own) return [];
      paired.add(own.id).add(other.id);
      return [byAge(own, other) <= 0 ? { stays: own, goes: other } : { stays: other, goes: own }];
    });
  });
}

type Parts = (part: { readonly table: string; readonly by: string }, id: string) => readonly Cells[];

function keyMakers(table: string, aliases: Aliases, parts: Parts): readonly KeyMaker[] {
  const { sameBy, quiet, label } = tableRules[table] ?? {};
  if (quiet === '*') return [];
  if (!sameBy)
    return [
      ({ born }) => {
        const { id: _, [label?.column ?? '']: __, ...rest } = withAliases(born ?? {}, aliases);
        return JSON.stringify(rest);
      },
    ];
  return sameBy.map((list) => ({ id, born }) => {
    const row = withAliases(born ?? {}, aliases);
    const values = list.map(({ column, as = (text) => text, of, mayBeEmpty = false }) => {
      const cells = of ? parts(of, id).map((part) => part[column]) : [row[column]];
      const said = cells.map((cell) => as(cell == null ? '' : String(cell))).toSorted();
      return said.join('|') === '' && !mayBeEmpty ? null : said;
    });
    return values.includes(null) ? null : JSON.stringify(values);
  });
}

function partsByOwner(world: World, aliases: Aliases): Parts {
  const wanted = new Map(
    Object.values(tableRules).flatMap(({ sameBy = [] }) =>
      sameBy.flat().flatMap(({ of }) => (of ? [[of.table, of.by] as const] : [])),
    ),
  );
  const found = new Map<string, Cells[]>();
  for (const { table, born } of world.values()) {
    const by = wanted.get(table);
    if (by === undefined || born === null) continue;
    const owner = `${table}/${born[by]}`;
    found.set(owner, [...(found.get(owner) ?? []), withAliases(born, aliases)]);
  }
  return ({ table }, id) => found.get(`${table}/${id}`) ?? [];
}

/** Rows of which the file allows only one, as one answer of one person about one meeting. */
export function findClashing(world: World, shape: Shape): readonly SamePair[] {
  return clashesAmong([...world.values()].filter(isThere).toSorted(byAge), aliasesOf(world), shape);
}

/** What came back with something else and finds its place taken meanwhile; it stays away. */
export function findSuperseded(world: World, visible: ReadonlySet<string>, shape: Shape): readonly string[] {
  const states = [...world.values()].filter((state) => visible.has(keyOf(state))).toSorted(byAge);
  const inOrder = [...states.filter(isThere), ...states.filter((state) => !isThere(state))];
  return clashesAmong(inOrder, aliasesOf(world), shape).map(({ goes }) => keyOf(goes));
}

/** The first of those that clash stays. */
function clashesAmong(states: readonly RowState[], aliases: Aliases, shape: Shape): readonly SamePair[] {
  return [...byTable(states)].flatMap(([table, own]) => {
    const label = tableRules[table]?.label?.column;
    const sets = shape.unique(table).filter((columns) => !(columns.length === 1 && columns[0] === label));
    const gone = new Set<string>();
    return sets.flatMap((columns) => {
      const first = new Map<string, RowState>();
      return own.flatMap((state) => {
        if (gone.has(state.id)) return [];
        const row = withAliases(state.row, aliases);
        const values = columns.map((column) => row[column] ?? null);
        if (values.includes(null)) return [];
        const key = JSON.stringify(values);
        const stays = first.get(key);
        if (!stays) {
          first.set(key, state);
          return [];
        }
        gone.add(state.id);
        return [{ stays, goes: state }];
      });
    });
  });
}

function byTable(states: readonly RowState[]): ReadonlyMap<string, readonly RowState[]> {
  const grouped = new Map<string, RowState[]>();
  for (const state of states) {
    const own = grouped.get(state.table);
    if (own) own.push(state);
    else grouped.set(state.table, [state]);
  }
  return grouped;
}

/** The older comes first, and what was there before the parting before all. */
export function byAge(a: RowState, b: RowState): number {
  if (a.here === null || b.here === null) {
    if (a.here !== b.here) return a.here === null ? -1 : 1;
  } else {
    const order = compareStamps(a.here, b.here);
    if (order !== 0) return order;
  }
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
