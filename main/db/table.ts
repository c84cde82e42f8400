import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { ReadableDb } from './connection.ts';
import { statement } from './statement.ts';

type Cell = string | number | null;
export type StoredRow = Readonly<Record<string, Cell>>;

/** A noun's table: how its domain shape and its columns turn into each other. */
export type Table<Row extends { readonly id: string }> = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly toRow: (stored: StoredRow) => Row;
  readonly toStored: (row: Row) => StoredRow;
};

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const quoted = (column: string) => `"${column}"`;

/** Derives a table from its schema: camelCase to snake_case, booleans to 0 and 1, arrays and records to JSON text. */
export function defineTable<Shape extends z.ZodRawShape & { id: z.ZodType<string> }>(
  name: string,
  schema: z.ZodObject<Shape>,
): Table<z.infer<z.ZodObject<Shape>> & { readonly id: string }> {
  type Row = z.infer<z.ZodObject<Shape>> & { readonly id: string };
  const fields = Object.entries(schema.shape).map(([key, type]) => ({
    key,
    column: snake(key),
    isBoolean: type instanceof z.ZodBoolean,
    isJson: type instanceof z.ZodArray || type instanceof z.ZodRecord || type instanceof z.ZodObject,
  }));
  return {
    name,
    columns: fields.map((field) => field.column),
    toRow: (stored) => {
      const row: Record<string, unknown> = {};
      for (const { key, column, isBoolean, isJson } of fields) {
        const cell = stored[column] ?? null;
        row[key] = isBoolean ? cell === 1 : isJson ? JSON.parse(String(cell)) : cell;
      }
      return row as Row;
    },
    toStored: (row) => {
      const stored: Record<string, Cell> = {};
      for (const { key, column, isBoolean, isJson } of fields) {
        const value = (row as Record<string, unknown>)[key];
        stored[column] = isBoolean ? Number(value) : isJson ? JSON.stringify(value) : (value as Cell);
      }
      return stored;
    },
  };
}

/** Every row of the table, in the order given; a list read is one statement whatever its length. */
export function listRows<Row extends { readonly id: string }>(
  db: ReadableDb,
  table: Table<Row>,
  where: Partial<Row> = {},
  order: readonly (keyof Row & string)[] = [],
): readonly Row[] {
  const { condition, values } = conditionOf(where);
  const columns = table.columns.map(quoted).join(', ');
  const by = [...order.map((key) => quoted(snake(key))), 'rowid'].join(', ');
  const sql = `SELECT ${columns} FROM ${table.name}${condition} ORDER BY ${by}`;
  return (statement(db, sql).all(...values) as StoredRow[]).map(table.toRow);
}

/** The row, or null where there is none. */
export function findRow<Row extends { readonly id: string }>(
  db: ReadableDb,
  table: Table<Row>,
  id: string,
): Row | null {
  const stored = readStored(db, table, id);
  return stored ? table.toRow(stored) : null;
}

/** The row; fails with `record/not-found` where there is none. */
export function getRow<Row extends { readonly id: string }>(
  db: ReadableDb,
  table: Table<Row>,
  id: string,
): Row {
  const row = findRow(db, table, id);
  if (!row) throw new AppError('record/not-found');
  return row;
}

/** How many rows match. */
export function countRows<Row extends { readonly id: string }>(
  db: ReadableDb,
  table: Table<Row>,
  where: Partial<Row> = {},
): number {
  const { condition, values } = conditionOf(where);
  return (
    statement(db, `SELECT count(*) AS n FROM ${table.name}${condition}`).get(...values) as { n: number }
  ).n;
}

function conditionOf(where: object): { readonly condition: string; readonly values: readonly unknown[] } {
  const entries = Object.entries(where);
  const terms = entries.map(([key]) => `${quoted(snake(key))} IS ?`);
  return {
    condition: terms.length > 0 ? ` WHERE ${terms.join(' AND ')}` : '',
    values: entries.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value)),
  };
}

export function readStored(
  db: ReadableDb,
  table: { readonly name: string; readonly columns: readonly string[] },
  id: string,
): StoredRow | null {
  const sql = `SELECT ${table.columns.map(quoted).join(', ')} FROM ${table.name} WHERE id = ?`;
  return (statement(db, sql).get(id) as StoredRow | undefined) ?? null;
}
