import {
  dropCohort,
  listCohortChildren,
  listCohortFindings,
  putCohortChild,
  putCohortFinding,
  type StoredCohortChild,
  type StoredFinding,
} from '../../db/cohort.ts';
import type { Connection, WritableDb } from '../../db/connection.ts';

type Aside = {
  readonly children: readonly StoredCohortChild[];
  readonly findings: readonly StoredFinding[];
};

/** Only in memory, and only while the file is open: the log never knew them, and a shredded list must not come back. */
const aside = new WeakMap<Connection, Map<string, Aside>>();

/** Takes the children of a list out because the list itself goes, and remembers them in case that is undone. */
export function setListAside(db: Connection, tx: WritableDb, listId: string): void {
  const lists = aside.get(db) ?? new Map<string, Aside>();
  const children = listCohortChildren(tx, listId);
  aside.set(db, lists);
  if (children.length > 0) lists.set(listId, { children, findings: listCohortFindings(tx, listId) });
  dropCohort(tx, listId);
}

export const isListAside = (db: Connection, listId: string): boolean => aside.get(db)?.has(listId) ?? false;

/** Puts the children of a list back that is there again. */
export function putListBack(db: Connection, tx: WritableDb, listId: string): void {
  const list = aside.get(db)?.get(listId);
  if (!list || listCohortChildren(tx, listId).length > 0) return;
  for (const child of list.children) putCohortChild(tx, child);
  for (const finding of list.findings) putCohortFinding(tx, listId, finding);
}
