import { isShouted, withoutTitle } from './names.ts';
import { kindOfDetail, soundsLikeOrganisation, soundsLikeRole } from './words.ts';

/** One piece of text taken apart; `name` is empty when it does not seem to be about a person. */
export type PersonText = {
  readonly name: string;
  /** What stands beside the name, its parts joined by commas. */
  readonly detail: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly remainder: string;
  readonly confidence: number;
};

/** Takes one person's line apart into a name, the details beside it, an e-mail address and a phone number. */
export function splitPerson(text: string): PersonText {
  const unmarked = text.replace(/^(?:[-*•·‣▪◦–—]+|\d{1,2}[.)])\s+/, '');
  const addressed = takeEmail(unmarked);
  const { phone, rest } = takePhone(addressed.rest);
  const { label, rest: unlabelled } = takeLabel(rest);
  if (notPeople.test(label)) return { ...nobody, remainder: text };
  const parts = partsOf(unlabelled);
  const named = nameAndDetail(parts) ?? nameFromAddress(addressed.email, parts);
  if (!named) return { ...nobody, remainder: text };
  const strayLabel = listLabels.test(label) ? '' : label;
  const remainder = [strayLabel, ...addressed.others, named.remainder].filter(Boolean).join(' ');
  return {
    ...named,
    email: addressed.email,
    phone,
    remainder,
    confidence: confidenceIn(named, addressed.email),
  };
}

/** Parts the details beside a name into a post and a body; what fits neither is the rest. */
export function splitDetail(detail: string): {
  readonly role: string | null;
  readonly organisation: string | null;
  readonly rest: string;
} {
  let role: string | null = null;
  let organisation: string | null = null;
  const rest: string[] = [];
  for (const part of detail.split(/[,;] ?| at (?=\p{Lu})/u).filter(Boolean)) {
    if (pronouns.test(part)) {
      rest.push(part);
      continue;
    }
    const kind = kindOfDetail(part);
    if (kind === 'organisation' && organisation === null) organisation = part;
    else if (role === null && kind !== 'organisation') role = part;
    else if (role !== null && organisation === null && (kind === 'role' || /^\p{Ll}/u.test(part)))
      role = `${role}, ${part}`;
    else if (kind === null && organisation === null) organisation = part;
    else rest.push(part);
  }
  return { role, organisation, rest: rest.join(', ') };
}

/** Tells a text that is a forename and a surname and nothing else, save a note in brackets. */
export function isFullName(text: string): boolean {
  return nameScore(text.replace(/\s*\([^()]*\)$/, '').trim()) === 1;
}

type Named = Pick<PersonText, 'name' | 'detail' | 'remainder'> & { readonly confidence: number };

const nobody: PersonText = { name: '', detail: '', email: null, phone: null, remainder: '', confidence: 0 };
const address = /[<[(]?\s*(?:mailto:)?([^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+\.\p{L}{2,})\s*[>\])]?/iu;
const pronouns = /^(?:she|he|they)\/\w+(?:\/\w+)?$/i;
const listLabels = /^(?:to|cc|bcc|from|attendees|participants|present|invited|people)$/i;
const notPeople = /^(?:subject|sent|date|when|where|location|time|re|fw|fwd|importance|attachments?)$/i;
const smallWords =
  /^(?:hi|hello|dear|thanks?|thank|regards|kind|best|many|good|morning|afternoon|all|yes|no|agenda|attendees|apologies|present|minutes|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|please|the|a|an|and|or|for|we|i|you|is|are|was|will|can|note|tbc|n\/a|room|meeting|week|day)$/i;
const particles = /^(?:de|da|del|della|di|dos|du|van|von|der|den|ter|la|le|bin|bint|ibn|al|el|ul|ap|st\.?)$/i;

function takeEmail(text: string): {
  readonly email: string | null;
  readonly others: readonly string[];
  readonly rest: string;
} {
  const found: string[] = [];
  let rest = text;
  for (let match = address.exec(rest); match; match = address.exec(rest)) {
    found.push(match[1] ?? '');
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
  }
  const [email = null, ...others] = found;
  return { email, others, rest: rest.replace(/\b(?:e-?mail|mail)\s*:(?=\s*(?:$|[,;)]))/i, ' ') };
}

function takePhone(text: string): { readonly phone: string | null; readonly rest: string } {
  const pattern =
    /(?:\b(?:tel|telephone|phone|mob|mobile|t|m)\b\.?:?\s*)?(\+?\(?\d[\d ()-]{8,}\d)(?!\p{L})/iu;
  const match = pattern.exec(text);
  const digits = match?.[1]?.replace(/\D/g, '').length ?? 0;
  if (!match || digits < 10 || digits > 14) return { phone: null, rest: text };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { phone: match[1]?.trim() ?? null, rest };
}

/** "To: Hallie Lang": the word before the colon, unless it is the role in "DCO: Robin Leffler". */
function takeLabel(text: string): { readonly label: string; readonly rest: string } {
  const match = /^\s*([\p{L} ]{2,20}):(?=\s|$)/u.exec(text);
  const label = match?.[1]?.trim() ?? '';
  if (!match || soundsLikeRole(label) || soundsLikeOrganisation(label) || nameScore(label) === 1)
    return { label: '', rest: text };
  return { label, rest: text.slice(match[0].length) };
}

function partsOf(text: string): readonly string[] {
  const parts = text
    .split(/[,()[\]\t|"<>:]|\s[-–—/]+\s|\s[-–—]+(?=$)|^[-–—]+\s/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const [surname = '', forename = '', ...rest] = parts;
  return isSurnameFirst(text, surname, forename) ? [`${forename} ${surname}`, ...rest] : parts;
}

/** "Lang, Hallie" and "VAN BERG, Hallie", but not "Hallie Lang, Oakfield" or "Hallie, Governor". */
function isSurnameFirst(text: string, surname: string, forename: string): boolean {
  const hasComma = new RegExp(`^["\\s]*${surname.replace(/[^\p{L} ]/gu, '.')}\\s*,`, 'u').test(text);
  const isOneName = surname.split(' ').filter((word) => !particles.test(word)).length === 1;
  return (
    hasComma &&
    nameScore(surname) > 0 &&
    nameScore(forename) > 0 &&
    withoutTitle(forename).split(' ').length <= 2 &&
    (isOneName || isShouted(surname)) &&
    !(isOneName && !surname.includes(' ') && nameScore(forename) === 1 && isShouted(forename))
  );
}

function nameAndDetail(parts: readonly string[]): Named | null {
  const [first = '', second = '', ...others] = parts;
  if (nameScore(first) === 0.5 && parts.length === 1)
    return { name: first, detail: '', remainder: '', confidence: 0.3 };
  if (nameScore(first) > 0)
    return { name: first, detail: parts.slice(1).join(', '), remainder: '', confidence: nameScore(first) };
  const run = splitRun(first);
  if (run)
    return {
      name: run.name,
      detail: [run.detail, second, ...others].filter(Boolean).join(', '),
      remainder: '',
      confidence: 0.6,
    };
  if (kindOfDetail(first) !== null && nameScore(second) === 1)
    return { name: second, detail: [first, ...others].join(', '), remainder: '', confidence: 0.8 };
  const isLowerName = /^\p{Ll}[\p{L}'’-]+ \p{Ll}[\p{L}'’-]+$/u.test(first) && kindOfDetail(first) === null;
  if (isLowerName && kindOfDetail(second) !== null && !first.split(' ').some((word) => smallWords.test(word)))
    return { name: first, detail: [second, ...others].join(', '), remainder: '', confidence: 0.5 };
  return null;
}

/** "Hallie Lang Head of SEND": the role begins at the first word that cannot be part of a name. */
function splitRun(text: string): { readonly name: string; readonly detail: string } | null {
  const words = text.split(' ');
  for (const length of [2, 3, 4]) {
    const name = words.slice(0, length).join(' ');
    const detail = words.slice(length).join(' ');
    if (!detail || nameScore(name) < 1) continue;
    const next = words[length] ?? '';
    const isBoundary = isJobWord(next) || /^(?:SEND?|EHCP?|LA)$/.test(next);
    if (isBoundary && kindOfDetail(detail) !== null) return { name, detail };
  }
  return null;
}

function nameFromAddress(email: string | null, parts: readonly string[]): Named | null {
  if (email === null) return null;
  const words = (email.split('@')[0] ?? '').split(/[._]/).filter((word) => /^\p{L}{2,}/u.test(word));
  if (words.length < 2 || words.some((word) => soundsLikeRole(word) || soundsLikeOrganisation(word)))
    return null;
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return { name, detail: '', remainder: parts.join(', '), confidence: 0.5 };
}

/** 1 for a forename and a surname, a half for one word that may be a name, 0 for anything else. */
function nameScore(text: string): number {
  const words = withoutTitle(text).split(' ').filter(Boolean);
  const isName = words.every((word) => particles.test(word) || /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word));
  if (words.length === 0 || words.length > 5 || !isName || words.some((word) => smallWords.test(word)))
    return 0;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isJobSurname = words.length === 2 && jobSurnames.test(last) && !isShouted(first) && !isJobWord(first);
  if (isJobWord(words.join(' ')) && !isJobSurname) return 0;
  return words.length === 1 ? 0.5 : 1;
}

/** Surnames that are posts or bodies too. */
const jobSurnames = /^(?:Head|Nurse|Clerk|Church|Parent|Carer|Salt|Chair|Group)$/;

function isJobWord(text: string): boolean {
  return soundsLikeRole(text) || soundsLikeOrganisation(text);
}

function confidenceIn(named: Named, email: string | null): number {
  if (named.confidence < 1) return email ? Math.min(0.8, named.confidence + 0.2) : named.confidence;
  const isDetailClear =
    named.detail === '' || named.detail.split(', ').some((part) => kindOfDetail(part) !== null);
  return isDetailClear || email ? 0.95 : 0.75;
}
