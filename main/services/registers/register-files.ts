import { stringify } from 'csv-stringify/sync';
import type { Cell } from 'write-excel-file/node';
import { londonWallTime } from '../../../shared/domain/time.ts';
import { formatTime } from '../../../shared/domain/time-words.ts';
import { guarded } from '../document/guard.ts';
import { workbookOf } from '../document/workbook.ts';
import { cellWords, type MadeRegister, type RegisterCell } from './register.ts';

/** A register as comma-separated values in UTF-8, with the mark by which Excel knows that; each row says how it is marked. */
export function registerCsv({ columns, rows, marking, printed }: MadeRegister): Uint8Array {
  const said = [marking, printed].filter(Boolean).join('. ');
  const lines = [
    [...columns.map(({ head }) => head), 'Marking'],
    ...rows.map((row) => [...row.map(plainCell), said]),
  ].map((line) => line.map(guarded));
  return new TextEncoder().encode(stringify(lines, { bom: true, record_delimiter: 'windows' }));
}

/** Dates and times as every program reads them, the year first, in London's time. */
function plainCell(cell: RegisterCell): string {
  if (cell === null || typeof cell !== 'object') return cellWords(cell);
  if ('date' in cell) return cell.date;
  const { date, minutes } = londonWallTime(cell.at);
  return `${date} ${formatTime(minutes, '24')}`;
}

const border = { borderColor: '#9aa4b5', borderStyle: 'thin' as const };
const head = { fontWeight: 'bold' as const, backgroundColor: '#dfe5ef', wrap: true, ...border };

/** A register as a workbook: one sheet to sort and filter, whose first row is its heads, with the marking under the rows. */
export function registerXlsx(register: MadeRegister): Promise<Uint8Array> {
  const { title, columns, rows, notes, from, printed, marking } = register;
  const under = [marking, from, printed, ...notes].filter(Boolean);
  const sheet = {
    sheet: title.slice(0, 31),
    data: [
      columns.map((column): Cell => ({ value: guarded(column.head), ...head })),
      ...rows.map((row) => row.map(cellOf)),
      [],
      ...under.map((value): Cell[] => [{ value: guarded(value), textColor: '#434b59' }]),
    ],
    columns: columns.map(({ width }) => ({ width: Math.max(18, width * 2) })),
    stickyRowsCount: 1,
  };
  return workbookOf([sheet], { title, marking });
}

function cellOf(cell: RegisterCell): Cell {
  const how = { wrap: true, alignVertical: 'top' as const, ...border };
  if (cell === null || cell === '') return { value: '', ...how };
  if (typeof cell === 'number') return { value: cell, ...how };
  if (typeof cell === 'object' && 'date' in cell)
    return { value: new Date(`${cell.date}T00:00:00.000Z`), format: 'dd/mm/yyyy', align: 'left', ...how };
  if (typeof cell === 'object') {
    const { date, minutes } = londonWallTime(cell.at);
    const value = new Date(`${date}T${formatTime(minutes, '24')}:00.000Z`);
    return { value, format: 'dd/mm/yyyy hh:mm', align: 'left', ...how };
  }
  return { value: guarded(cellWords(cell)), ...how };
}
