import { isThere, keyOf, type RowState } from './row-state.ts';
import { fieldsOf, type Shape } from './rules.ts';
import { type Aliases, aliasesOf, rootOf, type World } from './same-things.ts';
import { compareStamps, ranks, type Stamp } from './stamp.ts';

export type Presence = {
  readonly visible: ReadonlySet<string>;
  /** What was removed and is kept all the same, since the named row needs it. */
  readonly needed: ReadonlyMap<string, string>;
};

/**
 * Which rows are there. What was removed together with a row comes back with it, and nothing goes that something still
 * refers to.
 */
export function presenceOf(world: World, shape: Shape): Presence {
  const aliases = aliasesOf(world);
  const visible = new Set<string>();
  const needed = new Map<string, string>();
  const hidden: RowState[] = [];
  for (const [key, state] of world) {
    if (isThere(state)) visible.add(key);
    else if (state.into === null) hidden.push(state);
  }
  const parents = (state: RowState) => parentsOf(state, shape, aliases);
  const waiting = [...visible];
  const show = (key: string): void => {
    visible.add(key);
    waiting.push(key);
  };
  for (let isMore = true; isMore; ) {
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      const state = world.get(key);
      for (const { parent } of state ? parents(state) : []) {
        const other = world.get(parent);
        if (!other || other.into !== null || visible.has(parent)) continue;
        needed.set(parent, key);
        show(parent);
      }
    }
    for (const state of hidden) {
      const key = keyOf(state);
      if (!visible.has(key) && wentWithOneThatIsThere(state)) show(key);
    }
    isMore = waiting.length > 0;
  }
  return { visible, needed };

  function wentWithOneThatIsThere(state: RowState): boolean {
    return parents(state).some(({ parent }) => {
      const gone = world.get(parent)?.gone;
      return visible.has(parent) && gone && state.gone && compareStamps(gone, state.gone) === 0;
    });
  }
}

type Parent = { readonly column: string; readonly parent: string; readonly isRequired: boolean };

function parentsOf(state: RowState, shape: Shape, aliases: Aliases): readonly Parent[] {
  return shape.references(state.table).flatMap(({ column, table, isRequired }) => {
    const id = state.row[column];
    if (typeof id !== 'string') return [];
    return [{ column, isRequired, parent: keyOf({ table, id: rootOf(id, aliases) }) }];
  });
}

/** Removes a row now, and with it what cannot be without it; what can only loses the reference. */
export function removeNow(world: World, key: string, shape: Shape, now: Stamp): void {
  const state = world.get(key);
  if (!state) return;
  world.set(key, { ...state, gone: now });
  const aliases = aliasesOf(world);
  for (const [other, dependent] of world) {
    if (other === key || !isThere(dependent)) continue;
    for (const { column, isRequired, parent } of parentsOf(dependent, shape, aliases)) {
      if (parent !== key) continue;
      if (isRequired) removeNow(world, other, shape, now);
      else
        world.set(other, {
          ...dependent,
          row: { ...dependent.row, [column]: null },
          stamps: {
            ...dependent.stamps,
            [fieldsOf(dependent.table)(column)]: { ...now, rank: ranks.changed },
          },
        });
    }
  }
}
