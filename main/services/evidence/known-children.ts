import type { KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { checklistItems, childAgencies, childNames, children, people } from '../../db/tables.ts';

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

/**
 * People who are known not to be children, so that a surname of theirs need not be a child's. Families are left out: a
 * parent's name in another child's papers does give the child away.
 */
export function listKnownAdults(db: ReadableDb, known: readonly KnownChild[]): readonly string[] {
  const childrensNames = new Set(known.map((child) => plain(`${child.forename} ${child.surname}`)));
  const names = [
    ...listRows(db, people)
      .filter((person) => person.sector !== 'family')
      .map((person) => person.name),
    ...listRows(db, childAgencies)
      .filter((agency) => agency.sector !== 'family')
      .map((agency) => agency.practitioner),
    ...listRows(db, checklistItems)
      .filter((item) => item.ownerSector !== 'family')
      .map((item) => item.ownerName),
  ];
  return [...new Set(names)].filter((name) => name.trim() !== '' && !childrensNames.has(plain(name)));
}

const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
