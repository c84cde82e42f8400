import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { classNames } from './class-names.ts';
import { NearRows } from './NearRows.tsx';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { type Column, groupRows, sortRows, type TableGroup, type TableSort } from './table-rows.ts';

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
export function DataTable<Row>({
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
  const groups = groupRows(sorted, groupOf);
  const width = columns.length + (onTick ? 1 : 0);

  return (
    <div className={classNames('table-frame', !sticky && 'table-scroll', onOpen && 'table-bleed')}>
      <table
        className={classNames('table', 'table-stacks', twoLine && 'table-two-line', sticky && 'table-sticky')}
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
        {groups.map(([group, members], place) =>
          blocksOf(members).map(({ from, block }) => (
            <NearRows
              key={`${group?.id ?? ''} ${from}`}
              count={block.length}
              width={width}
              isFirst={place === 0 && from === 0}
              isAlways={sorted.length <= fewRows}
            >
              {() => (
                <>
                  {group && from === 0 && (
                    <tr>
                      <th scope="rowgroup" colSpan={width} className="table-group">
                        {group.title}
                        {group.fact !== undefined && <span className="table-group-fact">{group.fact}</span>}
                      </th>
                    </tr>
                  )}
                  {block.map((row) => (
                    <TableRow
                      key={rowKey(row)}
                      rowId={rowKey(row)}
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
          )),
        )}
      </table>
    </div>
  );
}

/** Tables up to this long are drawn whole. */
const fewRows = 120;
const blockLength = 40;

type Block<Row> = { readonly from: number; readonly block: readonly Row[] };

function blocksOf<Row>(rows: readonly Row[]): readonly Block<Row>[] {
  return Array.from({ length: Math.ceil(rows.length / blockLength) }, (_, at) => {
    const from = at * blockLength;
    return { from, block: rows.slice(from, from + blockLength) };
  });
}

/** Up, Down, Home and End move between the rows' own buttons. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !target.classList.contains('table-open')) return;
  const openers = [...event.currentTarget.querySelectorAll<HTMLElement>('.table-open')];
  const from = openers.indexOf(target);
  const to = { ArrowUp: from - 1, ArrowDown: from + 1, Home: 0, End: openers.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  openers[Math.max(0, Math.min(openers.length - 1, to))]?.focus();
}
