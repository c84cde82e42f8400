import { z } from 'zod';
import { OrganisationId, PersonId, PlaceId, StrandId } from '../domain/ids.ts';
import { Organisation, Person, Place, Strand } from '../domain/people.ts';
import { engaged } from './channel.ts';

export type PeopleView = {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly strands: readonly Strand[];
  readonly places: readonly Place[];
};

const PersonFields = Person.omit({ id: true, organisationId: true }).extend({
  /** The organisation's name; a new one is added when no organisation is called so. */
  organisation: z.string().trim().max(160),
});

export const peopleChannels = {
  'people:readPeople': engaged<PeopleView>()(z.object({})),
  /** Adds the person when `id` is null. */
  'people:savePerson': engaged<Person>()(PersonFields.extend({ id: PersonId.nullable() })),
  /** Fails with `record/in-use` while the person is in a meeting. */
  'people:removePerson': engaged<null>()(z.object({ id: PersonId })),
  'people:saveOrganisation': engaged<Organisation>()(Organisation.extend({ id: OrganisationId.nullable() })),
  'people:removeOrganisation': engaged<null>()(z.object({ id: OrganisationId })),
  /** Adds the strand, as the last column, when `id` is null. Members are the inspectors or peers it holds. */
  'people:saveStrand': engaged<Strand>()(
    z.object({ id: StrandId.nullable(), name: Strand.shape.name, memberIds: z.array(PersonId) }),
  ),
  'people:moveStrand': engaged<null>()(z.object({ id: StrandId, position: z.number().int().min(0) })),
  'people:removeStrand': engaged<null>()(z.object({ id: StrandId })),
  'people:savePlace': engaged<Place>()(Place.extend({ id: PlaceId.nullable() })),
  'people:removePlace': engaged<null>()(z.object({ id: PlaceId })),
};
