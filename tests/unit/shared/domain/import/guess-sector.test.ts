import { describe, expect, it } from 'vitest';
import { guessSector } from '../../../../../shared/domain/import/guess-sector.ts';

describe('guessSector', () => {
  it.each([
    ['Designated Clinical Officer', 'ICB', 'health'],
    ['CAMHS service manager', 'NHS Trust', 'health'],
    ['Therapist', 'Community Paediatrics', 'health'],
    ['Caseworker', 'Health Visiting Service', 'health'],
    ['Governor', 'Oakfield Primary', 'education'],
    ['SENCO', 'The Bridge PRU', 'education'],
    ['Headteacher', null, 'education'],
    ['Deputy head', 'Meadow Nursery', 'education'],
    ['Virtual School head', 'Council', 'education'],
    ['Parent governor', 'Riverside Academy', 'education'],
    ['Head of SEND', 'Council', 'education'],
    ['Social worker', 'EHC Assessment Team', 'care'],
    ['Practitioner', 'Short Breaks Team', 'care'],
    ['Youth justice service manager', 'Council', 'care'],
    ['Designated Social Care Officer', 'Council', 'care'],
    ["Director of Children's Services", 'Council', 'care'],
    ['Chair, Parent Carer Forum', 'Parent Carer Forum', 'family'],
    ['Parent', null, 'family'],
    ['SENDIASS manager', 'SENDIASS', 'voluntary'],
    ['Trustee', 'Voluntary Action', 'voluntary'],
    ['Head', 'St Bede Voluntary Aided Primary', 'education'],
    ['Lead Member, children', 'Council', 'elected'],
    ['Councillor', 'Council', 'elected'],
  ])('guesses for %s at %s: %s', (role, organisation, sector) => {
    expect(guessSector({ role, organisation })).toBe(sector);
  });

  it('does not guess when nothing gives a hint', () => {
    expect(guessSector({ role: 'Commissioning manager', organisation: 'Council' })).toBeNull();
    expect(guessSector({ role: null, organisation: null })).toBeNull();
  });
});
