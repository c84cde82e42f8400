import type { GridReading } from '../../../shared/domain/import/grid.ts';
import type { Header } from '../../../shared/domain/import/heading.ts';
import type { ColumnMapping } from '../../../shared/domain/import/mapping.ts';
import type { Sheet, Table } from '../../../shared/domain/import/table.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ImportTarget } from '../../../shared/ipc/imports.ts';
import type { Connection } from '../../db/connection.ts';
import type { SaidNames } from './meeting-names.ts';

/** What was not understood of a piece of pasted text; `isNobody` when no person was found in it. */
export type Remark = { readonly text: string; readonly isNobody: boolean; readonly isSure: boolean };

/** A file or a pasted text that was read and waits to be confirmed. Nothing of it is written before. */
export type KeptImport = {
  readonly token: string;
  readonly target: ImportTarget;
  readonly fileName: string;
  readonly isPasted: boolean;
  readonly table: Table;
  readonly sheet: Sheet;
  readonly header: Header;
  readonly columns: ColumnMapping;
  readonly wasRemembered: boolean;
  /** By row number, for pasted text only. */
  readonly remarks: ReadonlyMap<number, Remark>;
  /** A hand-made grid, read whole, and what its words mean; left out for a list. */
  readonly grid?: KeptGrid;
};

/** A grid's meetings are numbered from 1, in its order, and those numbers stand for rows. */
export type KeptGrid = { readonly reading: GridReading; readonly said: SaidNames };

const most = 4;

/**
 * Kept beside the open engagement and only as long as it: a list of children must not outlast the lock. When the
 * connection is let go of, so is all that was read.
 */
const keptBy = new WeakMap<Connection, Map<string, KeptImport>>();

/** Keeps an import under its token, in place of the oldest where there are too many. */
export function keepImport(db: Connection, kept: KeptImport): KeptImport {
  const all = keptBy.get(db) ?? new Map<string, KeptImport>();
  keptBy.set(db, all);
  all.delete(kept.token);
  all.set(kept.token, kept);
  for (const token of [...all.keys()].slice(0, -most)) all.delete(token);
  return kept;
}

/** The import of this token; fails with `record/not-found` once it was confirmed or has made room for others. */
export function keptImport(db: Connection, token: string): KeptImport {
  const kept = keptBy.get(db)?.get(token);
  if (!kept) throw new AppError('record/not-found', 'Choose the spreadsheet again.');
  return kept;
}

/** Lets go of an import. */
export function letGoOf(db: Connection, token: string): void {
  keptBy.get(db)?.delete(token);
}
