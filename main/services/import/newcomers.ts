import type { PersonId, PlaceId, StrandId } from '../../../shared/domain/ids.ts';
import { guessSector } from '../../../shared/domain/import/guess-sector.ts';
import { comparableName, plainLetters } from '../../../shared/domain/import/names.ts';
import { splitDetail, splitPerson } from '../../../shared/domain/import/person-text.ts';
import { placesTarget } from '../../../shared/domain/import/target-places.ts';
import { type Person, plainPerson } from '../../../shared/domain/people.ts';
import type { WritableDb } from '../../db/connection.ts';
import { people, places } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import type { Context } from '../context.ts';
import { addStrand } from '../people.ts';
import {
  type Meant,
  type MeantPlace,
  type MeetingNames,
  nothingSaid,
  readMeetingNames,
  type SaidNames,
} from './meeting-names.ts';

/** Looks names up as `MeetingNames` does, and adds whom and what it does not find, once each. */
export type Newcomers = {
  readonly inspector: (name: string) => Exclude<Meant, { readonly as: 'new' }>;
  readonly attendee: (name: string) => Exclude<Meant, { readonly as: 'new' }>;
  readonly place: (name: string) => Exclude<MeantPlace, { readonly as: 'new' }>;
  readonly counts: () => { readonly inspectors: number; readonly people: number; readonly places: number };
};

/** Prepares to add the inspectors, people and places that meetings name, inside the step of an import. */
export function newcomers(ctx: Context, tx: WritableDb, said: SaidNames = nothingSaid): Newcomers {
  const names: MeetingNames = readMeetingNames(tx, said);
  const strandIds = new Map<string, StrandId>();
  const personIds = new Map<string, PersonId>();
  const placeIds = new Map<string, PlaceId>();

  const knownNewcomer = (key: string): Exclude<Meant, { readonly as: 'new' }> | null => {
    const strandId = strandIds.get(key);
    if (strandId) return { as: 'strand', id: strandId };
    const personId = personIds.get(key);
    return personId ? { as: 'person', id: personId } : null;
  };

  return {
    inspector: (name) => {
      const meant = names.inspector(name);
      if (meant.as !== 'new') return meant;
      const key = comparableName(name);
      const known = knownNewcomer(key);
      if (known) return known;
      const { id } = addStrand(ctx, tx, name.slice(0, 120));
      // A column headed "Strand A" or "Pair 1: health" is no person.
      if (!said.strands.has(name) || !isStrandHeading(name))
        insertRow(tx, people, aPerson(ctx, { name: name.slice(0, 160), side: 'inspection', strandId: id }));
      strandIds.set(key, id);
      return { as: 'strand', id };
    },
    attendee: (name) => {
      const meant = names.attendee(name);
      if (meant.as !== 'new') return meant;
      const given = attendeeOf(name);
      const key = comparableName(given.name);
      const known = knownNewcomer(key);
      if (known) return known;
      const person = insertRow(tx, people, aPerson(ctx, given));
      personIds.set(key, person.id);
      return { as: 'person', id: person.id };
    },
    place: (name) => {
      const meant = names.place(name);
      if (meant.as !== 'new') return meant;
      const key = plainLetters(name);
      const known = placeIds.get(key);
      if (known) return { as: 'place', id: known };
      const id = ctx.newId() as PlaceId;
      const isOnline = soundsOnline(name);
      insertRow(tx, places, {
        id,
        name: name.slice(0, 160),
        site: '',
        capacity: null,
        hasVideo: isOnline,
        isStepFree: isOnline,
        isOnline,
        travelMinutes: 0,
      });
      placeIds.set(key, id);
      return { as: 'place', id };
    },
    counts: () => ({ inspectors: strandIds.size, people: personIds.size, places: placeIds.size }),
  };
}

const isStrandHeading = (name: string): boolean =>
  /[\d:+&/]|\b(?:strand|pair|team|group|column|stream|everybody|all)\b/i.test(name);

function soundsOnline(name: string): boolean {
  const blank = { site: null, capacity: null, hasVideo: null, isStepFree: null, travelMinutes: null };
  return placesTarget.finish({ ...blank, name }, []).values.isOnline;
}

/** "Hallie Lang (Head of SEND)" brings the role with the name. */
function attendeeOf(text: string): Pick<Person, 'name'> & Partial<Person> {
  const { name, detail, email } = splitPerson(text);
  if (!name) return { name: text.slice(0, 160) };
  const { role, organisation, rest } = splitDetail(detail);
  return {
    name: name.slice(0, 160),
    role: (role ?? '').slice(0, 160),
    sector: guessSector({ organisation, role }),
    email: email ?? '',
    notes: [organisation, rest].filter(Boolean).join(', '),
  };
}

function aPerson(ctx: Context, given: Pick<Person, 'name'> & Partial<Person>): Person {
  return {
    id: ctx.newId() as PersonId,
    side: 'partnership',
    ...plainPerson,
    ...given,
  };
}
