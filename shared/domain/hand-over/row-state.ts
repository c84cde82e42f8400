import { compareFields, compareStamps, type FieldStamp, newestOf, ranks, type Stamp } from './stamp.ts';

type Cell = string | number | null;
export type Cells = Readonly<Record<string, Cell>>;

/** What one copy knows of one row: its values, and who wrote each when. A field without a stamp is as it was at the parting. */
export type RowState = {
  readonly table: string;
  readonly id: string;
  /** The values as they are, or as they were when it was removed. */
  readonly row: Cells;
  readonly stamps: Readonly<Record<string, FieldStamp>>;
  /** When it was added or put back; null before the parting. */
  readonly here: Stamp | null;
  readonly gone: Stamp | null;
  /** The row that this one was recognised to be the same as. */
  readonly into: string | null;
  /** As it was when it was added, where that was after the parting. */
  readonly born: Cells | null;
};

export const keyOf = ({ table, id }: { readonly table: string; readonly id: string }): string =>
  `${table}/${id}`;

/** A row that nobody touched since the parting. */
export const untouched = (table: string, id: string, row: Cells): RowState => ({
  ...{ table, id, row },
  ...{ stamps: {}, here: null, gone: null, into: null, born: null },
});

/** Whether the row is there: nothing removed it, or something was written in it after that. */
export function isThere({ into, gone, here, stamps }: RowState): boolean {
  if (into !== null) return false;
  if (gone === null) return true;
  const last = newestOf([...(here ? [here] : []), ...Object.values(stamps)]);
  return last !== null && compareStamps(last, gone) > 0;
}

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || cell === '' || cell === '[]' || cell === '{}';

const fieldColumns = (row: Cells): readonly string[] => Object.keys(row).filter((column) => column !== 'id');

type Change = { readonly before: Cells | null; readonly after: Cells | null; readonly stamp: Stamp };

/** What a copy knows of a row after a change was made in it. */
export function afterChange(
  known: RowState | undefined,
  id: { readonly table: string; readonly id: string },
  { before, after, stamp }: Change,
  fieldOf: (column: string) => string,
): RowState {
  const state = known ?? untouched(id.table, id.id, before ?? {});
  if (after === null) return { ...state, row: { ...state.row, ...before }, gone: stamp, into: null };
  if (before === null && !known) {
    const stamps: Record<string, FieldStamp> = {};
    for (const column of fieldColumns(after)) {
      const rank = isEmpty(after[column]) ? ranks.empty : ranks.given;
      const field = fieldOf(column);
      stamps[field] = { ...stamp, rank: Math.max(rank, stamps[field]?.rank ?? 0) };
    }
    return { ...state, row: after, stamps, here: stamp, born: after };
  }
  const was = before ?? state.row;
  const row: Record<string, Cell> = { ...state.row };
  const stamps: Record<string, FieldStamp> = { ...state.stamps };
  for (const column of fieldColumns(after)) {
    if ((was[column] ?? null) === (after[column] ?? null)) continue;
    row[column] = after[column] ?? null;
    stamps[fieldOf(column)] = { ...stamp, rank: ranks.changed };
  }
  return { ...state, row, stamps, ...(before === null ? { here: stamp, into: null } : {}) };
}

/** What two copies together know of a row: the same whichever is asked first, and however often. */
export function joinStates(a: RowState, b: RowState, fieldOf: (column: string) => string): RowState {
  const fromB = new Set<string>();
  const stamps: Record<string, FieldStamp> = { ...a.stamps };
  for (const [field, stamp] of Object.entries(b.stamps)) {
    const own = stamps[field];
    if (own && compareFields(own, stamp) >= 0) continue;
    stamps[field] = stamp;
    fromB.add(field);
  }
  const row: Record<string, Cell> = { ...b.row, ...a.row };
  for (const column of Object.keys(b.row))
    if (fromB.has(fieldOf(column))) row[column] = b.row[column] ?? null;
  const later = (x: Stamp | null, y: Stamp | null) => newestOf([x, y].filter((one) => one !== null));
  return {
    ...{ table: a.table, id: a.id, row, stamps },
    here: later(a.here, b.here),
    gone: later(a.gone, b.gone),
    into: a.into !== null && b.into !== null ? (a.into < b.into ? a.into : b.into) : (a.into ?? b.into),
    born: a.born ?? b.born,
  };
}

/** Whether two copies know the same of a row, but for values. */
export function isSameKnowledge(a: RowState, b: RowState): boolean {
  const same = (x: Stamp | null, y: Stamp | null) =>
    x === y || (x !== null && y !== null && compareStamps(x, y) === 0);
  const fields = Object.keys(b.stamps);
  return (
    a.into === b.into &&
    same(a.here, b.here) &&
    same(a.gone, b.gone) &&
    fields.length === Object.keys(a.stamps).length &&
    fields.every((field) => {
      const [one, other] = [a.stamps[field], b.stamps[field]];
      return one !== undefined && other !== undefined && compareFields(one, other) === 0;
    })
  );
}
