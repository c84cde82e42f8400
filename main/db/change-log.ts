import { createHash } from 'node:crypto';
import type { ChangeSet } from '../../shared/domain/change.ts';
import { nextClock, type Stamp } from '../../shared/domain/hand-over/stamp.ts';
import type { ReadableDb, WritableDb } from './connection.ts';
import { statement } from './statement.ts';
import type { StoredRow } from './table.ts';

export type ChangeSetInput = Omit<ChangeSet, 'seq'> & {
  /** The newest clock of another copy that the step has seen. */
  readonly seen?: number;
};

export type Change = {
  readonly setId: string;
  readonly table: string;
  readonly rowId: string;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
  /** Who wrote its fields when, as JSON, where they came from another copy. */
  readonly brought?: string | null;
};

type ChangeRow = {
  readonly seq: number;
  readonly set_id: string;
  readonly table_name: string;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly brought: string | null;
  readonly previous_hash: string;
  readonly hash: string;
};

type SetStamp = Pick<ChangeSet, 'id' | 'at' | 'actor' | 'action'> & Stamp;

const firstHash = '0'.repeat(64);

const writers = new WeakMap<ReadableDb, string>();

/** Who writes through this connection, as other copies will know it: one opening of this copy, by its first step. */
function writerOf(db: ReadableDb, step: string): string {
  const own = writers.get(db) ?? step;
  writers.set(db, own);
  return own;
}

/** Begins a step, and says when by the clock of this copy. */
export function appendChangeSet(tx: WritableDb, { seen = 0, ...set }: ChangeSetInput): Stamp {
  const writer = writerOf(tx, set.id);
  const clock = nextClock(Date.parse(set.at), Math.max(seen, newestClock(tx)));
  statement(
    tx,
    `INSERT INTO change_sets (id, at, actor, action, summary, kind, target_id, writer, clock)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(set.id, set.at, set.actor, set.action, set.summary, set.kind, set.targetId, writer, clock);
  return { writer, clock };
}

/** The clock of the newest step. */
export function newestClock(db: ReadableDb): number {
  const last = statement(db, 'SELECT clock FROM change_sets ORDER BY seq DESC LIMIT 1').get() as
    | { clock: number }
    | undefined;
  return last?.clock ?? 0;
}

/** The hash of the newest entry, which stands for the whole log. */
export function headOfLog(db: ReadableDb): string {
  const last = statement(db, 'SELECT hash FROM change_log ORDER BY seq DESC LIMIT 1').get() as
    | { hash: string }
    | undefined;
  return last?.hash ?? firstHash;
}

/** Adds one change; its hash covers the one before, so that a row taken out or altered later shows. */
export function appendChange(tx: WritableDb, set: SetStamp, change: Omit<Change, 'setId'>): void {
  const previous = headOfLog(tx);
  const before = change.before && JSON.stringify(change.before);
  const after = change.after && JSON.stringify(change.after);
  const brought = change.brought ?? null;
  statement(
    tx,
    `INSERT INTO change_log (set_id, table_name, row_id, before, after, brought, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    set.id,
    change.table,
    change.rowId,
    before,
    after,
    brought,
    previous,
    hashOf(previous, set, [change.table, change.rowId, before, after, brought]),
  );
}

function hashOf(previous: string, set: SetStamp, parts: readonly (string | null)[]): string {
  const stamp = [set.id, set.at, set.actor, set.action];
  // Entries from before there were writers keep the hash they had.
  const said = set.writer === '' ? parts.slice(0, 4) : [...parts, set.writer, set.clock];
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([...stamp, ...said]))
    .digest('hex');
}

/** The newest sets, newest first. */
export function listChangeSets(db: ReadableDb, limit: number): readonly ChangeSet[] {
  return db
    .prepare(
      `SELECT seq, id, at, actor, action, summary, kind, target_id AS targetId
       FROM change_sets ORDER BY seq DESC LIMIT ?`,
    )
    .all(limit) as ChangeSet[];
}

/** Every change of one set, in the order made. */
export function listChanges(db: ReadableDb, setId: string): readonly Change[] {
  const rows = db.prepare('SELECT * FROM change_log WHERE set_id = ? ORDER BY seq').all(setId) as ChangeRow[];
  return rows.map((row) => ({
    setId: row.set_id,
    table: row.table_name,
    rowId: row.row_id,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
  }));
}

export type ChainReport = { readonly rows: number; readonly brokenAt: number | null; readonly head: string };

/** Walks the whole log and says where the chain of hashes first breaks, if it does. */
export function checkChain(db: ReadableDb): ChainReport {
  let previous = firstHash;
  let rows = 0;
  const sql = `SELECT change_log.*, at, actor, action, writer, clock FROM change_log
    LEFT JOIN change_sets ON change_sets.id = set_id ORDER BY change_log.seq`;
  for (const row of db.prepare(sql).iterate() as Iterable<ChangeRow & SetStamp>) {
    const expected = hashOf(previous, { ...row, id: row.set_id }, [
      ...[row.table_name, row.row_id, row.before, row.after, row.brought],
    ]);
    if (row.previous_hash !== previous || row.hash !== expected)
      return { rows, brokenAt: row.seq, head: previous };
    previous = row.hash;
    rows += 1;
  }
  return { rows, brokenAt: null, head: previous };
}

/** The sets that touched any of these rows, newest first. */
export function listSetsOfRows(
  db: ReadableDb,
  rows: readonly { readonly table: string; readonly rowId: string }[],
): readonly ChangeSet[] {
  const find = db.prepare(
    `SELECT DISTINCT change_sets.seq, change_sets.id, at, actor, action, summary, kind, target_id AS targetId
     FROM change_log JOIN change_sets ON change_sets.id = set_id WHERE table_name = ? AND row_id = ?`,
  );
  const sets = rows.flatMap(({ table, rowId }) => find.all(table, rowId) as ChangeSet[]);
  return [...new Map(sets.map((set) => [set.id, set])).values()].toSorted((a, b) => b.seq - a.seq);
}
