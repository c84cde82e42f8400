import type { Child, ChildName } from '../../../shared/domain/child.ts';
import type { KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRemoved } from '../../db/removed-rows.ts';
import { listRows } from '../../db/table.ts';
import { checklistItems, childAgencies, childNames, children, people } from '../../db/tables.ts';

/**
 * Every tracked child with all that could give it away, and after them those removed since: papers that name them may have
 * stayed. For checks only, never for the window.
 */
export function listKnownChildren(db: ReadableDb): readonly KnownChild[] {
  const tracked = knownFrom(listRows(db, children, {}, ['code']), listRows(db, childNames));
  const removed = knownFrom(
    listRemoved(db, children.name).map(({ row }) => children.toRow(row)),
    listRemoved(db, childNames.name).map(({ row }) => childNames.toRow(row)),
  );
  // A child who was added anew is the one who was removed.
  const names = new Set(tracked.map(fullName));
  return [...tracked, ...removed.filter((child) => !names.has(fullName(child)))];
}

function knownFrom(rows: readonly Child[], names: readonly ChildName[]): readonly KnownChild[] {
  const nameOf = new Map(names.map((name) => [name.childId as string, name]));
  return rows.map(({ id, code, dateOfBirth, upn, nhsNumber, postcode, address }) => {
    const { forename = '', surname = '', knownAs = '' } = nameOf.get(id) ?? {};
    return { id, code, forename, surname, knownAs, dateOfBirth, upn, nhsNumber, postcode, address };
  });
}

/** Turns every known child's name in a title or file name into "Child C", as everywhere but on the child's own page. */
export function titleMasker(db: ReadableDb): (text: string) => string {
  return nameMasker(listKnownChildren(db));
}

/**
 * People who are known not to be children, so that a surname of theirs need not be a child's. Families are left out: a
 * parent's name in another child's papers does give the child away.
 */
export function listKnownAdults(db: ReadableDb, known: readonly KnownChild[]): readonly string[] {
  const childrensNames = new Set(known.map(fullName));
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

const fullName = ({ forename, surname }: Pick<KnownChild, 'forename' | 'surname'>): string =>
  plain(`${forename} ${surname}`);

const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
