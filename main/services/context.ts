import type { IsoInstant } from '../../shared/domain/time.ts';
import type { Connection, WritableDb } from '../db/open.ts';
import { writeRecorded } from '../db/write.ts';

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
};

export type About = {
  /** The verb-noun of the action. */
  readonly action: string;
  /** One short sentence for the status line and the history; codes, never a child's name. */
  readonly summary: string;
  /** `record` for what happened outside the file and cannot be undone. */
  readonly kind?: 'do' | 'record';
};

/** Runs a service's changes as one undoable step in one transaction. */
export function write<T>(ctx: Context, about: About, work: (tx: WritableDb) => T): T {
  const set = {
    id: ctx.newId(),
    at: ctx.clock(),
    actor: ctx.actor,
    action: about.action,
    summary: about.summary,
    kind: about.kind ?? 'do',
    targetId: null,
  } as const;
  const { value, tables } = writeRecorded(ctx.db, set, work);
  if (tables.length > 0) ctx.changed(tables);
  return value;
}
