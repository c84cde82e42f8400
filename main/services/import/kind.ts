import type { Candidate, Identity, MergedImport } from '../../../shared/domain/import/duplicates.ts';
import type { GridReading } from '../../../shared/domain/import/grid.ts';
import type { ColumnMapping } from '../../../shared/domain/import/mapping.ts';
import type { ReadRow, ReadRows } from '../../../shared/domain/import/rows.ts';
import type { Target } from '../../../shared/domain/import/target.ts';
import type { TakenDays } from '../../../shared/ipc/imports.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import type { Context } from '../context.ts';
import type { SaidNames } from './meeting-names.ts';

/** A record of the engagement as a row would give it, and what it is called. */
export type KnownRecord<Values> = Candidate<Values> & { readonly label: string };

/** How rows of one target become records. */
export type ImportKind<Draft, Values extends object> = {
  readonly target: Target<Draft, Values>;
  readonly identity: Identity<Values>;
  readonly noun: { readonly one: string; readonly many: string };
  /** Nothing is chosen until the user chooses it, and nothing in the history may name the file. */
  readonly isAboutChildren: boolean;
  /** The rows of a hand-made grid, for the kind that can stand in one. */
  readonly readGrid?: (reading: GridReading) => ReadRows<Values>;
  /** What the engagement holds already, for finding duplicates. */
  readonly known: (db: ReadableDb, rows: readonly Values[]) => readonly KnownRecord<Values>[];
  /** The values as the user reads them, by field; blank ones left out. */
  readonly show: (values: Values) => Readonly<Record<string, string>>;
  /** What a row is called beside another; empty where that would name a child. */
  readonly label: (values: Values) => string;
  /** Why a row that could be read can still not be imported; null when it can. */
  readonly refuse: (values: Values) => string | null;
  /** What will be guessed or added for each row, in sentences. */
  readonly observe: (
    db: ReadableDb,
    columns: ColumnMapping,
    said?: SaidNames,
  ) => (row: ReadRow<Values>) => readonly string[];
  /** What is in the way of the rows and may make room for them; null where nothing is. */
  readonly taken?: (db: ReadableDb, rows: readonly Values[]) => TakenDays | null;
  /** Writes the rows inside the one step of an import, and says in sentences what else came of it. */
  readonly put: (
    ctx: Context,
    tx: WritableDb,
    merged: MergedImport<Values>,
    how?: PutHow,
  ) => readonly string[];
};

/** What the user said of an import as a whole. */
export type PutHow = {
  readonly said?: SaidNames | undefined;
  /** What is in the way makes room, but for the records of these ids; left out, nothing does. */
  readonly clearsAllBut?: ReadonlySet<string> | undefined;
};

/** The entries that say something, as text. */
export function filled(
  entries: Readonly<Record<string, string | number | null | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([field, value]) =>
      value === null || value === undefined || value === '' ? [] : [[field, String(value)]],
    ),
  );
}

/** "1 organisation was added.", "3 organisations were added.", or nothing for none. */
export function countSentence(
  count: number,
  noun: { readonly one: string; readonly many: string },
  rest: string,
): readonly string[] {
  if (count === 0) return [];
  return [`${count} ${count === 1 ? `${noun.one} was` : `${noun.many} were`} ${rest}.`];
}
