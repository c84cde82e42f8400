import { plainReference } from '../plan.ts';
import { comparableName, isShouted, plainLetters } from './names.ts';
import type { ActionRow } from './target-actions.ts';
import type { ChildRow } from './target-children.ts';
import type { MeetingRow } from './target-meetings.ts';
import type { PersonRow } from './target-people.ts';
import type { PlaceRow } from './target-places.ts';

/** A row of the import, or a record that is already kept. */
export type RecordRef =
  | { readonly from: 'import'; readonly rowNumber: number }
  | { readonly from: 'existing'; readonly id: string };

export type Candidate<Values> = { readonly ref: RecordRef; readonly values: Values };

/** Two records that may be one. Nothing is merged until the user confirms it. */
export type DuplicateProposal<Values> = {
  /** Names the pair, for saying which proposals are confirmed. */
  readonly key: string;
  /** The one that stays: an existing record, or the earlier row. */
  readonly a: Candidate<Values>;
  readonly b: Candidate<Values>;
  readonly reason: string;
  /** "possible" when something else about the two disagrees; such a pair is not ticked from the start. */
  readonly certainty: 'likely' | 'possible';
  readonly merged: Values;
  /** Where the two say different things and only one can stay. */
  readonly conflicts: readonly { readonly field: string; readonly kept: string; readonly dropped: string }[];
};

/** What makes two records of a kind the same: texts that only one record should have, each with its reason. */
export type Identity<Values> = {
  readonly keysOf: (values: Values) => readonly { readonly key: string; readonly reason: string }[];
  /** Fields that speak against it when both are filled and differ. */
  readonly telling: readonly (keyof Values & string)[];
  /** Fields of which both texts are kept. */
  readonly joined: readonly (keyof Values & string)[];
};

/** The same person: the same name whatever its case, spaces or titles, or the same e-mail address. */
export const personIdentity: Identity<PersonRow> = {
  keysOf: ({ name, email }) => [
    ...keyed('name', comparableName(name), 'The name is the same.'),
    ...keyed('email', email?.toLowerCase() ?? '', 'The e-mail address is the same.'),
  ],
  telling: ['name', 'email', 'organisation'],
  joined: ['notes', 'availability'],
};

/** The same place: the same room at the same site. */
export const placeIdentity: Identity<PlaceRow> = {
  keysOf: ({ name, site }) =>
    keyed(
      'place',
      `${plainLetters(name)}|${plainLetters(site ?? '')}`,
      'The room and the site are the same.',
    ),
  telling: ['capacity'],
  joined: [],
};

/** The same meeting: the same title on the same day at the same time. */
export const meetingIdentity: Identity<MeetingRow> = {
  keysOf: ({ title, day, start }) =>
    day === null || start === null
      ? []
      : keyed('meeting', `${plainLetters(title)}|${day}|${start}`, 'The title, day and start are the same.'),
  telling: ['minutes', 'place'],
  joined: ['notes'],
};

/** The same action: the same reference, however it is typed. */
export const actionIdentity: Identity<ActionRow> = {
  keysOf: ({ reference }) =>
    keyed('reference', plainReference(reference ?? ''), 'The reference is the same.'),
  telling: [],
  joined: ['report'],
};

/** The same child: the same UPN or NHS number, or the same name and date of birth. */
export const childIdentity: Identity<ChildRow> = {
  keysOf: ({ upn, nhsNumber, surname, forename, dateOfBirth }) => [
    ...keyed('upn', upn ?? '', 'The UPN is the same.'),
    ...keyed('nhs', nhsNumber ?? '', 'The NHS number is the same.'),
    ...(surname && forename && dateOfBirth
      ? keyed(
          'born',
          `${comparableName(`${forename} ${surname}`)}|${dateOfBirth}`,
          'The name and date of birth are the same.',
        )
      : []),
  ],
  telling: ['upn', 'nhsNumber', 'surname', 'forename', 'dateOfBirth'],
  joined: [],
};

/**
 * Proposes pairs that may be one record: within the import, and between it and what is kept already. Each later
 * record is paired with the first one it resembles; two kept records are never paired.
 */
export function findDuplicates<Values extends object>(
  imported: readonly Candidate<Values>[],
  existing: readonly Candidate<Values>[],
  identity: Identity<Values>,
): readonly DuplicateProposal<Values>[] {
  const firstWith = new Map<string, Candidate<Values>>();
  for (const candidate of existing)
    for (const { key } of identity.keysOf(candidate.values))
      if (!firstWith.has(key)) firstWith.set(key, candidate);
  const proposals: DuplicateProposal<Values>[] = [];
  for (const b of imported) {
    const reasons = new Map<Candidate<Values>, string[]>();
    for (const { key, reason } of identity.keysOf(b.values)) {
      const a = firstWith.get(key);
      if (a) reasons.set(a, [...(reasons.get(a) ?? []), reason]);
      else firstWith.set(key, b);
    }
    for (const [a, why] of reasons) if (a !== b) proposals.push(proposal({ a, b, why }, identity));
  }
  return proposals;
}

/** What is left to write once the user has said which proposals are right. */
export type MergedImport<Values> = {
  readonly toAdd: readonly { readonly rowNumbers: readonly number[]; readonly values: Values }[];
  readonly toChange: readonly {
    readonly id: string;
    readonly rowNumbers: readonly number[];
    readonly values: Values;
  }[];
};

/**
 * Merges the confirmed pairs and leaves every other row as a record of its own. Where two say different things the
 * record that is kept already wins, then the earlier row; a row that fits two kept records joins the first.
 */
export function mergeConfirmed<Values extends object>(
  imported: readonly Candidate<Values>[],
  proposals: readonly DuplicateProposal<Values>[],
  { confirmed, identity }: { readonly confirmed: ReadonlySet<string>; readonly identity: Identity<Values> },
): MergedImport<Values> {
  const accepted = proposals.filter(({ key }) => confirmed.has(key));
  const groups = grouped([...accepted.map(({ a }) => a), ...imported], accepted).map((members) => {
    const inOrder = members.toSorted((a, b) => rowOf(a.ref) - rowOf(b.ref));
    const { ref, values } = inOrder.reduce((sum, { values: more }) => ({
      ref: sum.ref,
      values: merge(sum.values, more, identity).merged,
    }));
    const rowNumbers = inOrder.flatMap((member) =>
      member.ref.from === 'import' ? [member.ref.rowNumber] : [],
    );
    return { ref, rowNumbers, values };
  });
  return {
    toAdd: groups
      .flatMap(({ ref, values, rowNumbers }) => (ref.from === 'import' ? [{ rowNumbers, values }] : []))
      .toSorted((a, b) => (a.rowNumbers[0] ?? 0) - (b.rowNumbers[0] ?? 0)),
    toChange: groups.flatMap(({ ref, values, rowNumbers }) =>
      ref.from === 'existing' && rowNumbers.length > 0 ? [{ id: ref.id, rowNumbers, values }] : [],
    ),
  };
}

/** Gathers what the pairs join; two kept records never end in one group. */
function grouped<Values>(
  candidates: readonly Candidate<Values>[],
  pairs: readonly DuplicateProposal<Values>[],
): readonly (readonly Candidate<Values>[])[] {
  const groupOf = new Map<string, Candidate<Values>[]>();
  for (const candidate of candidates)
    if (!groupOf.has(refKey(candidate.ref))) groupOf.set(refKey(candidate.ref), [candidate]);
  const holdsKept = (group: readonly Candidate<Values>[]): boolean =>
    group.some(({ ref }) => ref.from === 'existing');
  for (const { a, b } of pairs) {
    const into = groupOf.get(refKey(a.ref)) ?? [];
    const from = groupOf.get(refKey(b.ref)) ?? [];
    if (into === from || (holdsKept(into) && holdsKept(from))) continue;
    into.push(...from);
    for (const { ref } of from) groupOf.set(refKey(ref), into);
  }
  return [...new Set(groupOf.values())];
}

/** Kept records come before every row. */
function rowOf(ref: RecordRef): number {
  return ref.from === 'import' ? ref.rowNumber : -1;
}

function proposal<Values extends object>(
  {
    a,
    b,
    why,
  }: { readonly a: Candidate<Values>; readonly b: Candidate<Values>; readonly why: readonly string[] },
  identity: Identity<Values>,
): DuplicateProposal<Values> {
  const { merged, conflicts } = merge(a.values, b.values, identity);
  const disagrees = conflicts.some(({ field }) => identity.telling.some((name) => name === field));
  return {
    key: `${refKey(a.ref)}+${refKey(b.ref)}`,
    a,
    b,
    reason: why.join(' '),
    certainty: disagrees ? 'possible' : 'likely',
    merged,
    conflicts,
  };
}

type Merge<Values> = { readonly merged: Values; readonly conflicts: DuplicateProposal<Values>['conflicts'] };

function merge<Values extends object>(a: Values, b: Values, identity: Identity<Values>): Merge<Values> {
  const conflicts: { field: string; kept: string; dropped: string }[] = [];
  const merged: Record<string, unknown> = {};
  const others = new Map<string, unknown>(Object.entries(b));
  for (const [field, mine] of Object.entries(a)) {
    const theirs = others.get(field);
    const isJoined = identity.joined.some((name) => name === field);
    merged[field] = isJoined ? bothTexts(mine, theirs) : better(mine, theirs);
    if (!isJoined && !agree(mine, theirs))
      conflicts.push({ field, kept: String(mine), dropped: String(theirs) });
  }
  // Every field comes from one of the two records, which are of this type.
  return { merged: merged as Values, conflicts };
}

/** The first that says something; of two ways to write a name, the one that is not shouted. */
function better(mine: unknown, theirs: unknown): unknown {
  if (Array.isArray(mine) && Array.isArray(theirs)) return [...new Set([...mine, ...theirs])];
  if (isEmpty(mine)) return theirs;
  const isSameName = typeof mine === 'string' && typeof theirs === 'string' && agree(mine, theirs);
  return isSameName && isShouted(mine) && !isShouted(theirs) ? theirs : mine;
}

function bothTexts(mine: unknown, theirs: unknown): unknown {
  if (typeof mine !== 'string' || typeof theirs !== 'string' || !mine || !theirs) return better(mine, theirs);
  return plainLetters(mine).includes(plainLetters(theirs)) ? mine : `${mine}; ${theirs}`;
}

function agree(mine: unknown, theirs: unknown): boolean {
  if (isEmpty(mine) || isEmpty(theirs) || Array.isArray(mine)) return true;
  if (typeof mine === 'string' && typeof theirs === 'string')
    return comparableName(mine) === comparableName(theirs);
  return mine === theirs;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function keyed(
  kind: string,
  text: string,
  reason: string,
): readonly { readonly key: string; readonly reason: string }[] {
  return text.replace(/\|/g, '') ? [{ key: `${kind}:${text}`, reason }] : [];
}

function refKey(ref: RecordRef): string {
  return ref.from === 'import' ? `row:${ref.rowNumber}` : `id:${ref.id}`;
}
