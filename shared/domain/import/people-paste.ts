import type { Sector } from '../sector.ts';
import { guessSector } from './guess-sector.ts';
import { isFullName, splitDetail, splitPerson } from './person-text.ts';

/**
 * Somebody read out of pasted text. Every word of `source` is in one of the fields or in `remainder`, but for list
 * numbers, "at" before an organisation, "and" between names, and labels that a field stands for, such as "Tel:" or "To:".
 */
export type PastedPerson = {
  readonly name: string;
  readonly role: string | null;
  readonly organisation: string | null;
  /** Always a guess. */
  readonly sector: Sector | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** From 0 to 1; below a half the person is not ticked from the start. */
  readonly confidence: number;
  /** What was not understood, as it stood. */
  readonly remainder: string;
  /** The piece of the text that this person came from. */
  readonly source: string;
  /** Where the piece begins in the text, counted from 0. */
  readonly at: number;
};

/** Pasted text as people, and the pieces in which nobody was found. */
export type PastedPeople = {
  readonly people: readonly PastedPerson[];
  readonly unread: readonly { readonly text: string; readonly at: number }[];
};

/**
 * Reads people out of a piece of an e-mail: "Hallie Lang, Head of SEND; Robin Leffler (DCO, ICB)", names with
 * roles after a comma, a dash or a tab or in brackets, "Lang, Hallie <hallie.lang@council.example>", parted by
 * semicolons or line breaks. No text is lost: each piece is a person, with what was not understood beside it, or unread.
 */
export function readPastedPeople(text: string): PastedPeople {
  const people: PastedPerson[] = [];
  const unread: { text: string; at: number }[] = [];
  for (const { text: source, at, isLoose } of pieces(text)) {
    const person = readPiece(source);
    if (!person) unread.push({ text: source, at });
    else people.push({ ...person, confidence: Math.min(person.confidence, isLoose ? 0.7 : 1), source, at });
  }
  return { people, unread };
}

/** A piece of the text; `isLoose` when it was cut from a row of bare names, which may as well be a name and a place. */
type Piece = { readonly text: string; readonly at: number; readonly isLoose?: boolean };

/** Cuts at line breaks and semicolons, then at commas that part one person from the next. */
function pieces(text: string): readonly Piece[] {
  return cutAt({ text, at: 0 }, '[;\\n\\r]').flatMap(partedByComma);
}

/**
 * "Hallie Lang <h@x>, Robin Leffler <r@x>" and "Hallie Lang (DCO), Robin Leffler (DMO)" are several people, and so,
 * less surely, are "Hallie Lang, Robin Leffler and Forest Sauer".
 */
function partedByComma(piece: Piece): readonly Piece[] {
  const parts = cutAt(piece, ',(?: and )?| and | & ');
  if (parts.length < 2) return [piece];
  if (parts.every(({ text }) => text.includes('@'))) return parts;
  if (!parts.every(({ text }) => isFullName(text))) return [piece];
  const bracketed = parts.filter(({ text }) => text.endsWith(')')).length;
  if (bracketed === parts.length) return parts;
  return bracketed === 0 ? parts.map((part) => ({ ...part, isLoose: true })) : [piece];
}

/** Cuts at a mark, but not within closed brackets or quotation marks. */
function cutAt({ text, at }: Piece, mark: string): readonly Piece[] {
  const closed = String.raw`\([^()\n\r]*\)|"[^"\n\r]*"|<[^<>\n\r]*>`;
  const found: Piece[] = [];
  let from = 0;
  const add = (to: number): void => {
    const raw = text.slice(from, to);
    if (raw.trim()) found.push({ text: raw.trim(), at: at + from + raw.length - raw.trimStart().length });
  };
  for (const match of text.matchAll(new RegExp(`${closed}|(${mark})`, 'g'))) {
    if (match[1] === undefined) continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(text.length);
  return found;
}

function readPiece(text: string): Omit<PastedPerson, 'source' | 'at'> | null {
  const person = splitPerson(text);
  if (!person.name) return null;
  const { role, organisation, rest } = splitDetail(person.detail);
  return {
    name: person.name,
    role,
    organisation,
    sector: guessSector({ organisation, role }),
    email: person.email,
    phone: person.phone,
    confidence: rest || person.remainder ? Math.min(person.confidence, 0.7) : person.confidence,
    remainder: [person.remainder, rest].filter(Boolean).join(' '),
  };
}
