import { type Timetable, timetableFrom } from '../../../../../renderer/features/timetable/timetable-model.ts';
import { namesFrom } from '../../../../../renderer/people/names.ts';
import { checkTimetable } from '../../../../../shared/domain/clash/check.ts';
import { indexWorld } from '../../../../../shared/domain/clash/world.ts';
import { Engagement } from '../../../../../shared/domain/engagement.ts';
import type { ClashAcknowledgement, MeetingWithPeople } from '../../../../../shared/domain/meeting.ts';
import { Organisation, Person, Place, plainPerson, Strand } from '../../../../../shared/domain/people.ts';
import { noRuleFacts, type RuleFacts } from '../../../../../shared/domain/timetable-rules.ts';
import { day } from './a-meeting.ts';

const aPerson = (id: string, name: string, fields: object) =>
  Person.parse({
    id,
    name,
    side: 'partnership',
    ...plainPerson,
    ...fields,
  });

const organisations = [Organisation.parse({ id: 'icb', name: 'Harbour ICB', sector: 'health', duty: '' })];
const strands = ['a', 'b', 'c'].map((id, position) =>
  Strand.parse({ id, name: id === 'a' ? 'Margaret Osei' : `Strand ${id.toUpperCase()}`, position }),
);
const people = [
  aPerson('margaret', 'Margaret Osei', { side: 'inspection', discipline: 'Lead', strandId: 'a' }),
  aPerson('tomas', 'Tomas Reilly', { side: 'inspection', strandId: 'b' }),
  aPerson('sarah', 'Sarah Lindqvist', { role: 'Head of SEND', sector: 'education' }),
  aPerson('dawn', 'Dawn Whitfield', { role: 'Clinical officer', organisationId: 'icb' }),
];
const aPlace = (id: string, name: string, fields: object = {}) =>
  Place.parse({
    id,
    name,
    site: 'Civic Centre',
    capacity: 8,
    hasVideo: true,
    isStepFree: true,
    isOnline: false,
    travelMinutes: 0,
    ...fields,
  });
const places = [aPlace('r1', 'Room 1'), aPlace('r2', 'Room 2'), aPlace('hall', 'Hall', { capacity: 40 })];

type Given = {
  readonly facts?: RuleFacts;
  readonly areCoded?: boolean;
  readonly acknowledgements?: readonly ClashAcknowledgement[];
  readonly days?: readonly string[];
};

/** Three strands, two of them with an inspector, two partners, three rooms, and the meetings given. */
export function aTimetable(meetings: readonly MeetingWithPeople[], given: Given = {}): Timetable {
  const names = namesFrom({
    people,
    strands,
    children: [{ id: 'kid', code: 'C' }],
    areCoded: given.areCoded ?? false,
  });
  const plain = namesFrom({ people, strands, children: [], areCoded: false });
  const world = indexWorld({
    meetings,
    people,
    strands,
    places,
    consents: [],
    dayStart: 540,
    dayEnd: 1020,
    facts: given.facts ?? noRuleFacts,
    names: {
      person: plain.personName,
      strand: plain.strandName,
      place: (id) => places.find((place) => place.id === id)?.name ?? '',
      child: () => 'Child C',
      clock: '12',
    },
  }).world;
  const engagement = Engagement.parse({
    id: 'e',
    title: 'Somewhere inspection',
    council: 'Somewhere',
    frameworkId: 'f',
    frameworkVersion: '1',
    anchorDate: null,
    marking: '',
    outcomeCode: '',
    outcomeOn: null,
    outcomeNote: '',
    publishedOn: null,
    expectedIn: '',
    dayStart: 540,
    dayEnd: 1020,
    createdAt: '2026-11-01T09:00:00.000Z',
  });
  return timetableFrom({
    engagement: {
      engagement,
      frameworkName: '',
      anchorLabel: '',
      peopleWord: { one: 'inspector', many: 'inspectors' },
      phases: [],
      deadlines: [],
      criteria: [],
      closureDays: [],
      timetableDays: given.days ?? [day, '2026-11-25'],
    } as unknown as Parameters<typeof timetableFrom>[0]['engagement'],
    timetable: {
      meetings,
      clashes: checkTimetable(world),
      acknowledgements: given.acknowledgements ?? [],
      facts: given.facts ?? noRuleFacts,
    },
    people: { people, organisations, strands, places },
    children: { children: [], checklistItems: [], agencies: [], consents: [] } as unknown as Parameters<
      typeof timetableFrom
    >[0]['children'],
    names,
    clock: '12',
  });
}
