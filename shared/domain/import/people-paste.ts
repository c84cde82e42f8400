import type { Sector } from '../sector.ts';
import { guessSector } from './guess-sector.ts';
import { inSpokenOrder } from './names.ts';
import { splitDetail, splitPerson } from './person-text.ts';

/** Somebody read out of pasted text. Every word of `source` is in one of the fields or in `remainder`. */
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
  for (const piece of pieces(text)) {
    const person = readPiece(piece.text);
    if (person) people.push({ ...person, source: piece.text, at: piece.at });
    else unread.push(piece);
  }
  return { people, unread };
}

type Piece = { readonly text: string; readonly at: number };

/** Cuts at line breaks and at semicolons, not inside brackets, then at commas that part one person from the next. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  const add = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    if (raw.trim()) found.push({ text: raw.trim(), at: start });
  };
  let from = 0;
  for (const cut of cuts(text)) {
    add(from, cut);
    from = cut + 1;
  }
  add(from, text.length);
  return found.flatMap(partedByComma);
}

function cuts(text: string): readonly number[] {
  const at: number[] = [];
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '\n' || letter === '\r') depth = 0;
    if (letter === '(') depth += 1;
    if (letter === ')') depth = Math.max(0, depth - 1);
    if (letter === '\n' || letter === '\r' || (letter === ';' && depth === 0)) at.push(index);
  }
  return at;
}

/** "Hallie Lang <h@x>, Robin Leffler <r@x>" and "Hallie Lang, Robin Leffler, Forest Sauer" are several people. */
function partedByComma(piece: Piece): readonly Piece[] {
  const commas = commasOutsideBrackets(piece.text);
  const ends = [...commas, piece.text.length];
  const parts = ends.map((end, index) => piece.text.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
  const isAddressList = parts.length > 1 && parts.every((part) => /@/.test(part));
  if (!isAddressList && !isNameList(parts)) return [piece];
  let from = 0;
  return parts.flatMap((part) => {
    const at = piece.at + from + (part.length - part.trimStart().length);
    from += part.length + 1;
    return part.trim() ? [{ text: part.trim(), at }] : [];
  });
}

function commasOutsideBrackets(text: string): readonly number[] {
  const at: number[] = [];
  let depth = 0;
  for (const [index, letter] of [...text].map((each, position) => [position, each] as const)) {
    if (letter === '(' || letter === '<' || letter === '"') depth += letter === '"' && depth > 0 ? -1 : 1;
    if (letter === ')' || letter === '>') depth = Math.max(0, depth - 1);
    if (letter === ',' && depth === 0) at.push(index);
  }
  return at;
}

function isNameList(parts: readonly string[]): boolean {
  return parts.length > 1 && parts.every((part) => isFullName(part.trim()));
}

function isFullName(text: string): boolean {
  const { name, detail, confidence } = splitPerson(text);
  return detail === '' && name.includes(' ') && confidence >= 0.9;
}

function readPiece(text: string): Omit<PastedPerson, 'source' | 'at'> | null {
  const person = splitPerson(text);
  if (!person.name) return null;
  const { role, organisation, rest } = splitDetail(person.detail);
  return {
    name: inSpokenOrder(person.name),
    role,
    organisation,
    sector: guessSector({ organisation, role }),
    email: person.email,
    phone: person.phone,
    confidence: rest || person.remainder ? Math.min(person.confidence, 0.7) : person.confidence,
    remainder: [person.remainder, rest].filter(Boolean).join(' '),
  };
}
