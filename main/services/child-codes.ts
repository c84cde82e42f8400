import { knownChildren, namesIn, withoutNames } from '../../shared/domain/attribution.ts';
import { childLabel, nextChildCode } from '../../shared/domain/child-code.ts';
import type { ReadableDb } from '../db/connection.ts';
import { listRows } from '../db/table.ts';
import { childNames, children, packExports, versionMeetings } from '../db/tables.ts';

/** Every tracked child's names beside its code; for what must not let a name out. */
export function codedNames(db: ReadableDb): Parameters<typeof knownChildren>[0] {
  const names = new Map(listRows(db, childNames).map((name) => [name.childId, name]));
  return listRows(db, children).flatMap(({ id, code }) => {
    const name = names.get(id);
    return name ? [{ ...name, code }] : [];
  });
}

/** Prepares to replace each tracked child's name by the code in many texts; any capitalised likeness counts. */
export function coder(db: ReadableDb): (text: string) => string {
  const known = knownChildren(codedNames(db));
  return (text) => withoutNames(text, namesIn(text, known, { isStrict: true }));
}

/** One text with each tracked child's name replaced by the code. */
export function withCodes(db: ReadableDb, text: string): string {
  return coder(db)(text);
}

/**
 * The next free code; one that went out in a pack or a version of the
 * timetable, for a child since removed, is not used again.
 */
export function freeCode(db: ReadableDb): string {
  const given = listRows(db, packExports, { childId: null }).map(({ subject }) => subject);
  const published = listRows(db, versionMeetings).map(({ childCode }) => childCode);
  const taken = new Set([...listRows(db, children).map(({ code }) => code), ...published]);
  let code = nextChildCode(taken);
  while (given.includes(childLabel({ code }))) code = nextChildCode(taken.add(code));
  return code;
}
