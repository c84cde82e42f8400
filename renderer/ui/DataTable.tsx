import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { moveBetween } from './move-between.ts';
import { TableBody } from './TableBody.tsx';
import { TableHead } from './TableHead.tsx';
import {
  type Column,
  groupRows,
  partsOf,
  rowCountOf,
  sortRows,
  type TableGroup,
  type TableSort,
} from './table-rows.ts';
import { useFrozenColumns } from './useFrozenColumns.ts';

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
  const table = useRef<HTMLTableElement>(null);
  const isWhole = rows.length <= fewRows;
  const width = columns.length + (onTick ? 1 : 0);
  const frozen = useFrozenColumns(table, { isLong: !isWhole, count: width });
  if (rows.length === 0 && empty) return empty;

  const sorted = sortRows(rows, columns, sort);
  const parts = partsOf(groupRows(sorted, groupOf));

  return (
    <div className={classNames('table-frame', !sticky && 'table-scroll', onOpen && 'table-bleed')}>
      <table
        ref={table}
        className={classNames(
          'table',
          'table-stacks',
          frozen && 'table-frozen',
          twoLine && 'table-two-line',
          sticky && 'table-sticky',
        )}
        aria-rowcount={isWhole ? undefined : rowCountOf(parts)}
        onKeyDown={onOpen && ((event) => moveBetween(event, '.table-open', rows.length))}
      >
        <caption className="visually-hidden">{label}</caption>
        {frozen && (
          <colgroup>
            {frozen.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is told by its place alone
              <col key={at} style={{ width: column }} />
            ))}
          </colgroup>
        )}
        <TableHead
          columns={columns}
          sort={sort}
          onSort={setSort}
          keys={sorted.map(rowKey)}
          ticked={ticked}
          onTick={onTick}
        />
        <TableBody
          key={isWhole ? 'whole' : 'near'}
          {...{ table, parts, rowKey, columns, onOpen, selectedKey, ticked, onTick, tickLabel, isWhole }}
          width={width}
        />
      </table>
    </div>
  );
}

/** Tables up to this long are drawn whole. */
const fewRows = 120;
