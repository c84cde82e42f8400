import { describe, expect, it } from 'vitest';
import { askedOf, askedSentence, sectorOf } from '../../../../../renderer/features/people/people-facts.ts';
import type { OrganisationId, PersonId, StrandId } from '../../../../../shared/domain/ids.ts';
import { type Person, Person as PersonSchema } from '../../../../../shared/domain/people.ts';
import { aMeeting } from '../../../../support/timetable-world.ts';

const aPerson = (own: Partial<Record<keyof Person, unknown>>): Person =>
  PersonSchema.parse({
    ...{ id: 'p1', name: 'Hallie Lang', side: 'partnership', role: '', discipline: '', strandId: null },
    ...{ organisationId: null, sector: null, email: '', phone: '', availability: '', notes: '' },
    ...own,
  });

describe('askedOf', () => {
  it('counts meetings that name somebody and those of their strand, each once', () => {
    const inspector = aPerson({ id: 'p2', side: 'inspection', strandId: 's1' as StrandId });
    const asked = askedOf(
      [
        aMeeting({ id: 'm1', personIds: ['p1', 'p2'], strandIds: ['s1'] }),
        aMeeting({ id: 'm2', strandIds: ['s1'], minutes: 45 }),
        aMeeting({ id: 'm3', strandIds: ['s2'] }),
      ],
      [aPerson({}), inspector],
    );

    expect(askedSentence(asked('p1' as PersonId))).toBe('1 meeting, 1 hour');
    expect(askedSentence(asked('p2' as PersonId))).toBe('2 meetings, 1 hour 45 minutes');
    expect(askedSentence(asked('p3' as PersonId))).toBe('No meetings');
  });
});

describe('sectorOf', () => {
  it('takes the person’s own sector before that of the organisation', () => {
    const organisations = [{ id: 'o1' as OrganisationId, name: 'ICB', sector: 'health', duty: '' }] as const;

    expect(sectorOf(aPerson({ organisationId: 'o1' }), organisations)).toBe('health');
    expect(sectorOf(aPerson({ organisationId: 'o1', sector: 'care' }), organisations)).toBe('care');
    expect(sectorOf(aPerson({}), organisations)).toBeNull();
  });
});
