import type { OrganisationId, PersonId } from '../../../shared/domain/ids.ts';
import { personIdentity } from '../../../shared/domain/import/duplicates.ts';
import { guessSector } from '../../../shared/domain/import/guess-sector.ts';
import { plainLetters } from '../../../shared/domain/import/names.ts';
import {
  type PersonDraft,
  type PersonRow,
  peopleTarget,
} from '../../../shared/domain/import/target-people.ts';
import { Person } from '../../../shared/domain/people.ts';
import { SECTOR_LABELS, type Sector } from '../../../shared/domain/sector.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { organisations, people } from '../../db/tables.ts';
import { insertRow, updateRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import { findOrAddOrganisation } from '../people.ts';
import { countSentence, filled, type ImportKind, type KnownRecord } from './kind.ts';

/** Rows of a contact list, or of text pasted from an e-mail, become people of the partnership. */
export const peopleKind: ImportKind<PersonDraft, PersonRow> = {
  target: peopleTarget,
  identity: personIdentity,
  noun: { one: 'person', many: 'people' },
  isAboutChildren: false,
  known: knownPeople,
  show: ({ sector, ...values }) => filled({ ...values, sector: sector && SECTOR_LABELS[sector] }),
  label: ({ name }) => name,
  refuse: () => null,
  observe: () => (row) => {
    const { sector } = row.values;
    const isGuess = sector !== null && row.guessed.includes('sector');
    return isGuess ? [`The sector is a guess: ${SECTOR_LABELS[sector].toLowerCase()}.`] : [];
  },
  put: (ctx, tx, { toAdd, toChange }) => {
    const all = [...toAdd, ...toChange].map(({ values }) => values);
    const organisationOf = findOrAddOrganisations(ctx, tx, all);
    for (const { values } of toAdd) addPerson(ctx, tx, values, organisationOf.idFor(values.organisation));
    for (const { id, values } of toChange) {
      mergePerson(tx, id as PersonId, values, organisationOf.idFor(values.organisation));
    }
    return countSentence(
      organisationOf.added(),
      { one: 'organisation', many: 'organisations' },
      'added by name',
    );
  },
};

function knownPeople(db: ReadableDb): readonly KnownRecord<PersonRow>[] {
  const nameOf = new Map(listRows(db, organisations).map(({ id, name }) => [id, name]));
  return listRows(db, people).map((person) => ({
    ref: { from: 'existing', id: person.id },
    label: person.name,
    values: {
      name: person.name,
      role: person.role || null,
      organisation: person.organisationId && (nameOf.get(person.organisationId) ?? null),
      sector: person.sector,
      email: person.email || null,
      phone: person.phone || null,
      availability: person.availability || null,
      notes: person.notes || null,
    },
  }));
}

function addPerson(
  ctx: Context,
  tx: WritableDb,
  values: PersonRow,
  organisationId: OrganisationId | null,
): void {
  insertRow(tx, people, {
    id: ctx.newId() as PersonId,
    name: values.name,
    side: 'partnership',
    role: values.role ?? '',
    discipline: '',
    strandId: null,
    organisationId,
    sector: values.sector,
    email: values.email ?? '',
    phone: values.phone ?? '',
    availability: values.availability ?? '',
    notes: values.notes ?? '',
  });
}

/** What was there stays; texts that would no longer fit when joined stay as they were. */
function mergePerson(
  tx: WritableDb,
  id: PersonId,
  values: PersonRow,
  organisationId: OrganisationId | null,
): void {
  const kept = getRow(tx, people, id);
  const fits = (field: 'availability' | 'notes') =>
    Person.shape[field].safeParse(values[field] ?? '').success ? (values[field] ?? '') : kept[field];
  updateRow(tx, people, id, {
    name: values.name,
    role: values.role ?? '',
    organisationId: kept.organisationId ?? organisationId,
    sector: values.sector,
    email: values.email ?? '',
    phone: values.phone ?? '',
    availability: fits('availability'),
    notes: fits('notes'),
  });
}

type Organisations = {
  readonly idFor: (name: string | null) => OrganisationId | null;
  readonly added: () => number;
};

/** A new organisation takes the sector that all its people share, or else the one its name suggests. */
function findOrAddOrganisations(ctx: Context, tx: WritableDb, rows: readonly PersonRow[]): Organisations {
  const ids = new Map(listRows(tx, organisations).map(({ id, name }) => [plainLetters(name), id]));
  const sectors = new Map<string, Set<Sector>>();
  for (const { organisation, sector } of rows) {
    if (organisation === null || sector === null) continue;
    const key = plainLetters(organisation);
    sectors.set(key, (sectors.get(key) ?? new Set()).add(sector));
  }
  let added = 0;
  const idFor = (name: string | null): OrganisationId | null => {
    const key = name === null ? '' : plainLetters(name);
    if (name === null || key === '') return null;
    const found = ids.get(key);
    if (found) return found;
    const shared = [...(sectors.get(key) ?? [])];
    const sector =
      shared.length === 1 ? (shared[0] ?? null) : guessSector({ organisation: name, role: null });
    const id = findOrAddOrganisation(ctx, tx, name.replace(/\s+/g, ' '), sector);
    if (id) ids.set(key, id);
    added += 1;
    return id;
  };
  return { idFor, added: () => added };
}
