import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { ReadableDb } from './connection.ts';

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
  const keys = Object.keys(where);
  const conditions = keys.map((key) => `${quoted(snake(key))} IS ?`).join(' AND ');
  const sql = [
    `SELECT ${table.columns.map(quoted).join(', ')} FROM ${table.name}`,
    conditions && `WHERE ${conditions}`,
    `ORDER BY ${[...order.map((key) => quoted(snake(key))), 'rowid'].join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ');
  const values = Object.values(where).map((value) => (typeof value === 'boolean' ? Number(value) : value));
  return (db.prepare(sql).all(...values) as StoredRow[]).map(table.toRow);
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
  const keys = Object.keys(where);
  const conditions = keys.map((key) => `${quoted(snake(key))} IS ?`).join(' AND ');
  const sql = `SELECT count(*) AS n FROM ${table.name}${conditions ? ` WHERE ${conditions}` : ''}`;
  return (db.prepare(sql).get(...Object.values(where)) as { n: number }).n;
}

export function readStored(
  db: ReadableDb,
  table: { readonly name: string; readonly columns: readonly string[] },
  id: string,
): StoredRow | null {
  const sql = `SELECT ${table.columns.map(quoted).join(', ')} FROM ${table.name} WHERE id = ?`;
  return (db.prepare(sql).get(id) as StoredRow | undefined) ?? null;
}
