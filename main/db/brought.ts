import type { Cells, RowState } from '../../shared/domain/hand-over/row-state.ts';
import type { FieldStamp, Stamp } from '../../shared/domain/hand-over/stamp.ts';

/** How an entry of the log says what is known of a row that came from another copy. Fields of one writing stand together. */
type Brought = {
  readonly fields: readonly (readonly [
    clock: number,
    writer: string,
    rank: number,
    fields: readonly string[],
  ])[];
  readonly here: Stamp | null;
  readonly gone: Stamp | null;
  readonly into: string | null;
  /** What was said and does not show: all of a row that was removed, a label that was taken. */
  readonly hidden: Cells;
  /** Null where it is as the row shows. */
  readonly born: Cells | 'as shown' | null;
  /** What the other side said and was not taken, so that it can be found here. */
  readonly overtaken?: readonly Cells[];
};

export function writeBrought(state: RowState, shown: Cells | null, overtaken: readonly Cells[]): string {
  const groups = new Map<string, [number, string, number, string[]]>();
  for (const [field, { clock, writer, rank }] of Object.entries(state.stamps)) {
    const key = `${clock} ${writer} ${rank}`;
    const group = groups.get(key);
    if (group) group[3].push(field);
    else groups.set(key, [clock, writer, rank, [field]]);
  }
  const hidden = Object.entries(state.row).filter(([column, cell]) => shown?.[column] !== cell);
  const brought: Brought = {
    fields: [...groups.values()],
    ...{ here: state.here, gone: state.gone, into: state.into },
    hidden: Object.fromEntries(hidden),
    born: state.born !== null && shown !== null && isSameRow(state.born, shown) ? 'as shown' : state.born,
    ...(overtaken.length > 0 ? { overtaken } : {}),
  };
  return JSON.stringify(brought);
}

export function readBrought(
  { table, id }: { readonly table: string; readonly id: string },
  text: string,
  shown: Cells | null,
): RowState {
  const { fields, hidden, born, here, gone, into } = JSON.parse(text) as Brought;
  const stamps: Record<string, FieldStamp> = {};
  for (const [clock, writer, rank, names] of fields)
    for (const field of names) stamps[field] = { clock, writer, rank };
  return {
    ...{ table, id, row: { ...shown, ...hidden }, stamps, here, gone, into },
    born: born === 'as shown' ? shown : born,
  };
}

const isSameRow = (a: Cells, b: Cells): boolean =>
  Object.keys(b).length === Object.keys(a).length &&
  Object.entries(b).every(([column, cell]) => a[column] === cell);
