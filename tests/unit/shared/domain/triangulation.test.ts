import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECTORS } from '../../../../shared/domain/sector.ts';
import { sectorOf, triangulate } from '../../../../shared/domain/triangulation.ts';

const said = (saidBy: string, own = {}) => ({ saidBy, meetingId: null, sector: null, ...own });

describe('sectorOf', () => {
  it('takes the sector that was given before the one the role suggests', () => {
    expect(sectorOf(said('SENCO'))).toBe('education');
    expect(sectorOf(said('SENCO', { sector: 'health' }))).toBe('health');
  });

  it('hears young people as families, and inspectors as no sector', () => {
    expect(sectorOf(said('Young person'))).toBe('family');
    expect(sectorOf(said('HMI social care'))).toBeNull();
    expect(sectorOf(said('Education peer'))).toBeNull();
    expect(sectorOf(said(''))).toBeNull();
  });
});

describe('triangulate', () => {
  it('takes the same role in the same meeting for one source', () => {
    expect(triangulate([said('SENCO'), said(' senco ')])).toMatchObject({
      sources: 1,
      level: 'single-source',
    });
    expect(triangulate([said('SENCO'), said('Parent')]).level).toBe('two-agree');
  });

  it('is corroborated by three sources only when two sectors are among them', () => {
    const three = [said('SENCO'), said('Headteacher'), said('School governor')];
    expect(triangulate(three).level).toBe('two-agree');
    expect(triangulate([...three, said('Parent')])).toMatchObject({
      level: 'corroborated',
      sectors: ['education', 'family'],
    });
  });

  const entry = fc.record({
    saidBy: fc.constantFrom('SENCO', 'Parent', 'Lead inspector', '', 'Paediatrician'),
    meetingId: fc.constant(null),
    sector: fc.constantFrom(null, ...SECTORS),
  });

  it('never falls when more is heard, and does not depend on the order', () => {
    const order = ['single-source', 'two-agree', 'corroborated'];
    fc.assert(
      fc.property(fc.array(entry), entry, (entries, one) => {
        const before = triangulate(entries);
        const after = triangulate([...entries, one]);
        expect(order.indexOf(after.level)).toBeGreaterThanOrEqual(order.indexOf(before.level));
        expect(triangulate([one, ...entries].toReversed())).toEqual(triangulate([one, ...entries]));
      }),
    );
  });
});
