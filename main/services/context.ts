import type { IsoInstant } from '../../shared/domain/time.ts';
import type { Connection, WritableDb } from '../db/connection.ts';
import { writeRecorded } from '../db/write.ts';
import { withCodes } from './child-codes.ts';

export type FileFilter = { readonly name: string; readonly extensions: readonly string[] };

/** What lies outside the engagement file: dialogs, the printer of PDFs, and progress shown in the window. */
export type Outside = {
  /** The files the user chose, as paths; empty when they closed the dialog. */
  readonly chooseFiles: (title: string, filters: readonly FileFilter[]) => Promise<readonly string[]>;
  /** The path behind a token that stands for a file dropped on the window; null for a token never given out. */
  readonly droppedPath: (token: string) => string | null;
  /** The folder the user chose, or null. */
  readonly chooseFolder: (title: string) => Promise<string | null>;
  /** Where the user wants to save, or null. */
  readonly chooseSavePath: (
    title: string,
    name: string,
    filters: readonly FileFilter[],
  ) => Promise<string | null>;
  /** Prints a whole HTML document, with no scripts and no outside resources, to a tagged A4 PDF. */
  readonly printPdf: (html: string, options: PrintOptions) => Promise<Uint8Array>;
  /** A Word document laid out as HTML to print, with its paper, headers, footers and pictures; null where that fails. */
  readonly layOutWord: (docx: Uint8Array) => Promise<string | null>;
  /** Shows how far a long job has got; throws `evidence/cancelled` when the user has stopped it. */
  readonly progress: (job: string, done: number, total: number, label: string) => void;
  readonly progressEnd: (job: string) => void;
};

export type PrintOptions = {
  readonly title: string;
  readonly landscape?: boolean;
  readonly pageSize?: 'A4' | 'A3';
  /** Whether the document says itself on what paper each page is. */
  readonly hasOwnPaper?: boolean;
  /** Whether the foot of each page stays free for the running numbers of a pack; the page number is at the head then. */
  readonly isFootFree?: boolean;
  /** Printed at the head and foot of each page, beside the page number. */
  readonly marking: string;
};

/** What every service is handed instead of reaching for it: replaced by plain values in tests. */
export type Context = {
  readonly db: Connection;
  /** The instant it is now. */
  readonly clock: () => IsoInstant;
  readonly newId: () => string;
  /** Who is at the keyboard, as the change log names them. */
  readonly actor: string;
  /** Called with the names of the tables that a write touched. */
  readonly changed: (tables: readonly string[]) => void;
  readonly outside: Outside;
};

/** What writing needs; nothing of it lies outside the file. */
export type Writing = Omit<Context, 'outside'>;

export type About = {
  /** The verb-noun of the action. */
  readonly action: string;
  /** One short sentence for the status line and the history; a tracked child's name in it becomes the code. */
  readonly summary: string;
  /** `record` for what happened outside the file and cannot be undone. */
  readonly kind?: 'do' | 'record';
  /** The newest clock of another copy that this step has seen. */
  readonly seen?: number;
};

/** Runs a service's changes as one undoable step in one transaction. */
export function write<T>(ctx: Writing, about: About, work: (tx: WritableDb) => T): T {
  const set = {
    id: ctx.newId(),
    at: ctx.clock(),
    actor: ctx.actor,
    action: about.action,
    summary: withCodes(ctx.db, about.summary),
    kind: about.kind ?? 'do',
    targetId: null,
    ...(about.seen === undefined ? {} : { seen: about.seen }),
  } as const;
  const { value, tables } = writeRecorded(ctx.db, set, work);
  if (tables.length > 0) ctx.changed(tables);
  return value;
}
