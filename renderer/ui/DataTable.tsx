import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { classNames } from './class-names.ts';
import { moveBetween } from './move-between.ts';
import { NearRows } from './NearRows.tsx';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import {
  type Column,
  groupRows,
  rowCountOf,
  sortRows,
  stretchesOfTable,
  type TableGroup,
  type TableSort,
} from './table-rows.ts';

export type DataTableProps<Row> = {
  /** The accessible name of the table. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly groupOf?: (row: Row) => TableGroup;
  readonly defaultSort?: TableSort;
  /** Press, Enter or a double click on a row; the name column becomes the button. */
  readonly onOpen?: (row: Row) => void;
  readonly selectedKey?: string | null;
  /** Keys of ticked rows; with onTick each row gets a box and the head gets one for all. */
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (keys: ReadonlySet<string>) => void;
  /** What a row is called in its tick box: "Tick CAMHS summary". */
  readonly tickLabel?: (row: Row) => string;
  /** Rows of 40 px with a second line (`table-second`). */
  readonly twoLine?: boolean;
  /** Heads stay in sight while the page scrolls. */
  readonly sticky?: boolean;
  /** Shown instead of the table when there are no rows. */
  readonly empty?: ReactNode;
};

/**
 * A plain table: no box, no stripes, sortable heads, group rows, rows that open by mouse or keyboard. A long one is drawn
 * only where it is seen.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  // What is typed above a long table is answered before the table is drawn again.
  const deferred = useDeferredValue(props);
  const shown = Math.max(props.rows.length, deferred.rows.length) > fewRows ? deferred : props;
  return useMemo(() => <Table {...shown} />, [shown]);
}

function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
  groupOf,
  defaultSort,
  onOpen,
  selectedKey,
  ticked,
  onTick,
  tickLabel,
  twoLine = false,
  sticky = false,
  empty,
}: DataTableProps<Row>) {
  const [sort, setSort] = useState<TableSort | null>(defaultSort ?? null);
  if (rows.length === 0 && empty) return empty;

  const sorted = sortRows(rows, columns, sort);
  const isLong = sorted.length > fewRows;
  const stretches = stretchesOfTable(groupRows(sorted, groupOf), isLong ? stretchLength : fewRows);
  const width = columns.length + (onTick ? 1 : 0);

  return (
    <div className={classNames('table-frame', !sticky && 'table-scroll', onOpen && 'table-bleed')}>
      <table
        className={classNames('table', 'table-stacks', twoLine && 'table-two-line', sticky && 'table-sticky')}
        aria-rowcount={isLong ? rowCountOf(stretches) : undefined}
        onKeyDown={onOpen && moveBetweenRows}
      >
        <caption className="visually-hidden">{label}</caption>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={setSort}
          keys={sorted.map(rowKey)}
          ticked={ticked}
          onTick={onTick}
        />
        {stretches.map(({ key, head, rows: own, before }) => (
          <NearRows
            key={key}
            height={own.length * usualRow}
            width={width}
            isFirst={before < firstRows}
            isAlways={!isLong}
          >
            {() => (
              <>
                {head && (
                  <tr aria-rowindex={isLong ? before + 1 : undefined}>
                    <th scope="rowgroup" colSpan={width} className="table-group">
                      {head.title}
                      {head.fact !== undefined && <span className="table-group-fact">{head.fact}</span>}
                    </th>
                  </tr>
                )}
                {own.map((row, at) => (
                  <TableRow
                    key={rowKey(row)}
                    rowId={rowKey(row)}
                    rowIndex={isLong ? before + (head ? 2 : 1) + at : undefined}
                    row={row}
                    columns={columns}
                    isSelected={rowKey(row) === selectedKey}
                    onOpen={onOpen}
                    ticked={ticked}
                    onTick={onTick}
                    tickLabel={tickLabel?.(row) ?? 'Tick this row'}
                  />
                ))}
              </>
            )}
          </NearRows>
        ))}
      </table>
    </div>
  );
}

/** Tables up to this long are drawn whole. */
const fewRows = 120;
/** So few rows at a time that no frame is late for them. */
const stretchLength = 5;
/** What the tallest window shows of a table at once. */
const firstRows = 20;
const usualRow = 40;

const moveBetweenRows = (event: KeyboardEvent<HTMLTableElement>): void =>
  moveBetween(event, [...event.currentTarget.tBodies], '.table-open');
