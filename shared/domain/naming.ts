import { type KnownChild, type LeakHit, leakFinder } from './leak.ts';
import { nameMasker, squashed } from './name-patterns.ts';

/** A document that is for nobody yet, and the tracked children whom it plainly names, at least one. */
export type Naming = { readonly evidenceId: string; readonly childIds: readonly string[] };

/** A surname alone may be a parent's or a practitioner's, and a date of birth anybody's. */
const plainSigns: ReadonlySet<LeakHit['what']> = new Set(['name', 'UPN', 'NHS number']);

/**
 * Makes what says whom a document plainly names: in its title and its file name whoever is called Child B there once
 * names are codes, in its words a whole name, a UPN or an NHS number. `adults` are names known to be somebody else's.
 */
export function namingFinder(children: readonly KnownChild[], adults: readonly string[] = []) {
  const mask = nameMasker(children);
  const find = leakFinder(null, children, adults);
  const idByCode = new Map(children.map(({ code, id }) => [code, id]));
  // A page without any of these can name nobody plainly, and most pages have none.
  const signs = children
    .flatMap(({ surname, upn, nhsNumber }) => [surname, upn, nhsNumber].map(squashed))
    .filter((sign) => sign !== '');
  return {
    inTitle: (title: string): readonly string[] =>
      [...mask(title).matchAll(childCode)].flatMap(([, code = '']) => idByCode.get(code) ?? []),
    inPage: (text: string): readonly string[] => {
      const letters = squashed(text);
      if (!signs.some((sign) => letters.includes(sign))) return [];
      return find([text]).flatMap(({ what, childId }) => (plainSigns.has(what) ? [childId] : []));
    },
  };
}

/** "Child B", however a file's name parts or joins the two. */
const childCode = /(?<![\p{L}\p{N}])(?:[Cc]hild|CHILD)[\s_-]{0,2}([A-Z]{1,2})(?![\p{L}\p{N}])/gu;

/** With whose papers a document could go: with those of the one child it names, unless the user said that it is not. */
export function proposedChild(
  { childIds }: Pick<Naming, 'childIds'>,
  notForChildId: string | null,
): string | null {
  const [only, second] = childIds;
  return only === undefined || second !== undefined || only === notForChildId ? null : only;
}
