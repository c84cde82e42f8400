import type Database from 'better-sqlite3';

declare const writable: unique symbol;

/** An open engagement file. */
export type Connection = Database.Database;
/** A connection that services may read through. */
export type ReadableDb = Pick<Connection, 'prepare'>;
/** A connection inside `writeRecorded`, where each change is recorded. Only that function hands one out. */
export type WritableDb = ReadableDb & { readonly [writable]: true };
