import { type MouseEvent, memo } from 'react';
import { Checkbox } from './Checkbox.tsx';
import { classNames } from './class-names.ts';
import type { Column } from './table-rows.ts';

export type TableRowProps<Row> = {
  readonly rowId: string;
  /** Which of the rows it is. */
  readonly at: number;
  /** Its place in a table of which not all is drawn. */
  readonly rowIndex: number | undefined;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly isSelected: boolean;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly ticked?: ReadonlySet<string> | undefined;
  readonly onTick?: ((keys: ReadonlySet<string>) => void) | undefined;
  readonly tickLabel: string;
};

/** One row of a DataTable. The whole row takes a press; the name is the button the keyboard reaches. */
export const TableRow = memo(DrawnRow) as typeof DrawnRow;

function DrawnRow<Row>({
  rowId,
  at,
  rowIndex,
  row,
  columns,
  isSelected,
  onOpen,
  ticked,
  onTick,
  tickLabel,
}: TableRowProps<Row>) {
  function openUnlessOnControl(event: MouseEvent<HTMLTableRowElement>) {
    if (event.target instanceof Element && event.target.closest('button, a, input, select, textarea, label'))
      return;
    if (window.getSelection()?.isCollapsed === false) return;
    onOpen?.(row);
  }

  function tick(isChecked: boolean) {
    const next = new Set(ticked);
    if (isChecked) next.add(rowId);
    else next.delete(rowId);
    onTick?.(next);
  }

  return (
    <tr
      data-row={rowId}
      data-at={at}
      aria-rowindex={rowIndex}
      className={classNames(onOpen && 'table-row-press', isSelected && 'table-row-selected')}
      onClick={onOpen && openUnlessOnControl}
    >
      {onTick && (
        <td className="table-cell table-check">
          <Checkbox label={tickLabel} labelHidden isChecked={ticked?.has(rowId) ?? false} onChange={tick} />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} isSelected={isSelected} onOpen={onOpen} />
      ))}
    </tr>
  );
}

function Cell<Row>({
  column,
  row,
  isSelected,
  onOpen,
}: {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isSelected: boolean;
  readonly onOpen?: (row: Row) => void;
}) {
  const className = classNames(
    'table-cell',
    column.name && 'table-name',
    column.number && 'table-number',
    column.actions && 'table-actions',
  );
  const content = column.cell(row);
  if (!column.name) {
    return (
      <td className={className} data-head={column.headHidden || column.actions ? undefined : column.head}>
        {content}
      </td>
    );
  }
  return (
    <th scope="row" className={className}>
      {onOpen ? (
        <button
          type="button"
          className="table-open ring-none"
          aria-current={isSelected || undefined}
          onClick={() => onOpen(row)}
        >
          {content}
        </button>
      ) : (
        content
      )}
    </th>
  );
}
