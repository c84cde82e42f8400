const titles =
  '(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend|revd|fr|sir|dame|lord|lady|cllr|councillor|hon|rt hon)';
const leadingTitles = new RegExp(`^(?:${titles}\\b\\.? +)+(?=\\S)`, 'i');

/** Takes Mr., Dr., Cllr and the like off the front of a name, unless nothing would be left. */
export function withoutTitle(name: string): string {
  return name.trim().replace(leadingTitles, '');
}

/** Turns "Lang, Hallie" into "Hallie Lang"; any other name is left as it is. */
export function inSpokenOrder(name: string): string {
  const match = /^([^,]+?) *, *([^,]+)$/.exec(name.trim());
  if (!match) return name.trim();
  const [, before = '', after = ''] = match;
  const isShort = before.split(/\s+/).length <= 3 && after.split(/\s+/).length <= 3;
  return isShort && !/[\d()]/.test(name) ? `${after} ${before}` : name.trim();
}

/**
 * Gives a name in the form in which two spellings of one person are the same: no titles, case, accents,
 * hyphens, apostrophes or stray spaces, and forename first.
 */
export function comparableName(name: string): string {
  return plainLetters(withoutTitle(inSpokenOrder(name)));
}

/** Gives any text without case, accents, punctuation or stray spaces, for comparing. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Tells a name typed all in capitals, whose true case is not known. */
export function isShouted(name: string): boolean {
  return /\p{Lu}{2}/u.test(name) && !/\p{Ll}/u.test(withoutTitle(name));
}

/** Gives the first letter of each forename, and the surname with both halves of a hyphened one, all comparable. */
export function initialsAndSurname(name: string): { readonly initials: string; readonly surname: string } {
  const words = nameWords(name);
  const forenames = words.slice(0, -1);
  return {
    initials: forenames.map((word) => word.charAt(0)).join(''),
    surname: words.at(-1) ?? '',
  };
}

/** Gives the comparable words of a name, without titles, forename first; a hyphened word stays one. */
export function nameWords(name: string): readonly string[] {
  return withoutTitle(inSpokenOrder(name))
    .split(/[\s.]+/)
    .map((word) => plainLetters(word).replace(/ /g, ''))
    .filter(Boolean);
}
