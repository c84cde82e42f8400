import { knownChildren, namesIn, withoutNames } from '../../shared/domain/attribution.ts';
import { childLabel, nextChildCode } from '../../shared/domain/child-code.ts';
import type { ReadableDb } from '../db/connection.ts';
import { listRemoved } from '../db/removed-rows.ts';
import { listRows } from '../db/table.ts';
import { children, packExports, versionMeetings } from '../db/tables.ts';
import { listKnownChildren } from './evidence/known-children.ts';

/** Every known child's names beside its code; for what must not let a name out. */
export const codedNames = (db: ReadableDb): Parameters<typeof knownChildren>[0] =>
  listKnownChildren(db).filter(({ forename, surname }) => forename !== '' || surname !== '');

/** Prepares to replace each known child's name by the code in many texts; any capitalised likeness counts. */
export function coder(db: ReadableDb): (text: string) => string {
  const known = knownChildren(codedNames(db));
  return (text) => withoutNames(text, namesIn(text, known, { isStrict: true }));
}

/** One text with each known child's name replaced by the code. */
export function withCodes(db: ReadableDb, text: string): string {
  return coder(db)(text);
}

/**
 * The next free code. That of a child removed since is not used again: its papers are still called by it, and so may a
 * pack or a version of the timetable be that went out.
 */
export function freeCode(db: ReadableDb): string {
  const given = listRows(db, packExports, { childId: null }).map(({ subject }) => subject);
  const published = listRows(db, versionMeetings).map(({ childCode }) => childCode);
  const removed = listRemoved(db, children.name).map(({ row }) => children.toRow(row).code);
  const tracked = listRows(db, children).map(({ code }) => code);
  const taken = new Set([...tracked, ...removed, ...published]);
  let code = nextChildCode(taken);
  while (given.includes(childLabel({ code }))) code = nextChildCode(taken.add(code));
  return code;
}
