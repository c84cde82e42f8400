import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from './Checkbox.tsx';
import { classNames } from './class-names.ts';
import type { Column, TableSort } from './table-rows.ts';

type TableHeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
  readonly keys: readonly string[];
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (keys: ReadonlySet<string>) => void;
};

/** The head row of a DataTable: sort buttons and, where rows can be ticked, one box for all. */
export function TableHead<Row>({ columns, sort, onSort, keys, ticked, onTick }: TableHeadProps<Row>) {
  const count = keys.filter((key) => ticked?.has(key)).length;
  return (
    <thead>
      <tr>
        {onTick && (
          <th scope="col" className="table-head table-check">
            <Checkbox
              label="Tick all rows"
              labelHidden
              isChecked={count > 0 && count === keys.length}
              isMixed={count > 0 && count < keys.length}
              onChange={(isChecked) => onTick(new Set(isChecked ? keys : []))}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sort: TableSort | null;
  readonly onSort: (sort: TableSort) => void;
}) {
  const isSorted = sort?.column === column.id;
  const isDescending = isSorted && sort.descending;
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={classNames(
        'table-head',
        column.number && 'table-number',
        column.actions && 'table-actions',
        isSorted && 'table-sorted',
      )}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      {column.sortBy ? (
        <button
          type="button"
          className="table-sort"
          onClick={() => onSort({ column: column.id, descending: isSorted && !isDescending })}
        >
          {column.head}
          <Arrow className={isSorted ? undefined : 'table-sort-idle'} aria-hidden />
        </button>
      ) : (
        <span className={column.headHidden ? 'visually-hidden' : undefined}>{column.head}</span>
      )}
    </th>
  );
}
