import { type RefObject, useMemo } from 'react';
import { type Piece, piecesOf, type Range } from './near-range.ts';
import { TableRow, type TableRowProps } from './TableRow.tsx';
import type { TableGroup, TablePart } from './table-rows.ts';
import { useNear } from './useNear.ts';

type TableBodyProps<Row> = Pick<TableRowProps<Row>, 'columns' | 'onOpen' | 'ticked' | 'onTick'> & {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly parts: readonly TablePart<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey: string | null | undefined;
  readonly tickLabel: ((row: Row) => string) | undefined;
  /** Drawn whole, however long it is. */
  readonly isWhole: boolean;
  /** How many columns the table has, with that of the boxes. */
  readonly width: number;
};

/** The rows of a DataTable: of a long one those near what is seen, with their places kept free elsewhere. */
export function TableBody<Row>({
  table,
  parts,
  rowKey,
  selectedKey,
  tickLabel,
  isWhole,
  width,
  ...row
}: TableBodyProps<Row>) {
  const keys = useMemo(() => parts.flatMap(({ rows }) => rows.map(rowKey)), [parts, rowKey]);
  const { runs, freeFor } = useNear(table, { keys, usual: usualRow, first: firstRows, isWhole });
  const free = (piece: Range, key: string) => (
    <tr key={key} aria-hidden data-gap>
      <td colSpan={width} style={{ height: freeFor(piece) }} />
    </tr>
  );
  const drawn = ({ from, to }: Range, part: TablePart<Row>) =>
    part.rows.slice(from - part.from, to - part.from).map((one, nth) => {
      const at = from + nth;
      const key = keys[at] ?? '';
      return (
        <TableRow
          key={key}
          {...row}
          rowId={key}
          at={at}
          rowIndex={isWhole ? undefined : part.before + 1 + at - part.from}
          row={one}
          isSelected={key === selectedKey}
          tickLabel={tickLabel?.(one) ?? 'Tick this row'}
        />
      );
    });

  return blocksOf(parts, runs).map(({ part, pieces }) => (
    <tbody
      key={part ? `part ${part.group?.id ?? ''}` : `free ${pieces[0]?.from}`}
      aria-hidden={!part || undefined}
    >
      {pieces.flatMap((piece, nth) => {
        if (!piece.isDrawn || !part) return free(piece, `free ${nth}`);
        const rows = drawn(piece, part);
        if (!part.group || piece.from !== part.from) return rows;
        return [
          <Head
            key="head"
            group={part.group}
            at={part.from}
            width={width}
            rowIndex={isWhole ? undefined : part.before}
          />,
          ...rows,
        ];
      })}
    </tbody>
  ));
}

/** One block of rows: a group of which something is drawn, or what is left free for any number of others. */
type Block<Row> = { readonly part: TablePart<Row> | null; readonly pieces: readonly Piece[] };

function blocksOf<Row>(parts: readonly TablePart<Row>[], runs: readonly Range[]): readonly Block<Row>[] {
  const blocks: Block<Row>[] = [];
  for (const part of parts) {
    const pieces = piecesOf(part, runs);
    const before = blocks.at(-1);
    if (pieces.some(({ isDrawn }) => isDrawn)) blocks.push({ part, pieces });
    else if (before && !before.part) blocks.splice(-1, 1, freeTo(before, part.to));
    else blocks.push({ part: null, pieces });
  }
  return blocks;
}

const freeTo = <Row,>({ part, pieces }: Block<Row>, to: number): Block<Row> => ({
  part,
  pieces: pieces.map((piece) => ({ ...piece, to })),
});

function Head({
  group,
  at,
  width,
  rowIndex,
}: {
  readonly group: TableGroup;
  readonly at: number;
  readonly width: number;
  readonly rowIndex: number | undefined;
}) {
  return (
    <tr data-at={at} data-head aria-rowindex={rowIndex}>
      <th scope="rowgroup" colSpan={width} className="table-group">
        {group.title}
        {group.fact !== undefined && <span className="table-group-fact">{group.fact}</span>}
      </th>
    </tr>
  );
}

/** What is drawn of a long table before it is known what is seen of it. */
const firstRows = 8;
const usualRow = 40;
