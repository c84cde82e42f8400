import type { KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { childNames, children } from '../../db/tables.ts';

/** Every tracked child with all that could give it away; for checks only, never for the window. */
export function listKnownChildren(db: ReadableDb): readonly KnownChild[] {
  const names = new Map(listRows(db, childNames).map((name) => [name.childId as string, name]));
  return listRows(db, children, {}, ['code']).map(
    ({ id, code, dateOfBirth, upn, nhsNumber, postcode, address }) => {
      const { forename = '', surname = '', knownAs = '' } = names.get(id) ?? {};
      return { id, code, forename, surname, knownAs, dateOfBirth, upn, nhsNumber, postcode, address };
    },
  );
}

/** Turns every tracked child's name in a title or file name into "Child C", as everywhere but on the child's own page. */
export function titleMasker(db: ReadableDb): (text: string) => string {
  return nameMasker(listKnownChildren(db));
}
