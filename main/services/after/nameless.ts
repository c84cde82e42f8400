import { type KnownName, knownPeople, namesIn, withoutNames } from '../../../shared/domain/attribution.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { checklistItems, childAgencies, people } from '../../db/tables.ts';
import { codedNames } from '../child-codes.ts';

/** A name with its title, of somebody nobody has told us of. */
const titled =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev)\b\.?(?:\s+\p{Lu}[\p{L}'’-]*\.?){1,3}/gu;
const email = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/gi;
const phone = /(?:\+44|\b0)\d(?:[\s-]?\d){8,10}\b/g;
const codedChild = /\bChild [A-Z]{1,2}\b/g;

/**
 * Prepares to take every name out of many texts: of people by their role, of children and their families altogether, and
 * whatever stands after a title, an address or a telephone number.
 */
export function nameRemover(db: ReadableDb): (text: string) => string {
  const known: readonly KnownName[] = [
    ...childrenOf(db),
    ...knownPeople(listRows(db, people)),
    ...others(db).map((name) => ({ name, replacement: 'a colleague' })),
  ];
  return (text) =>
    withoutNames(text, namesIn(text, known, { isStrict: true }))
      .replaceAll(titled, 'a colleague')
      .replaceAll(email, 'an address')
      .replaceAll(phone, 'a number')
      .replaceAll(codedChild, 'a child');
}

function childrenOf(db: ReadableDb): readonly KnownName[] {
  return codedNames(db).map(({ forename, surname, knownAs }) => ({
    name: `${forename} ${surname}`,
    others: knownAs
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    replacement: 'a child',
  }));
}

/** Practitioners and owners who are known only from a child's file. */
function others(db: ReadableDb): readonly string[] {
  const typed = [
    ...listRows(db, childAgencies).map(({ practitioner }) => practitioner),
    ...listRows(db, checklistItems).map(({ ownerName }) => ownerName),
  ];
  return [...new Set(typed)].filter((name) =>
    /^\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]*)+$/u.test(name.trim()),
  );
}
