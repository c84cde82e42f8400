import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countBy, counted } from '../../../../shared/domain/counted.ts';

it.each([
  [0, 'page', undefined, '0 pages'],
  [1, 'page', undefined, '1 page'],
  [2, 'person', 'people', '2 people'],
  [1200, 'document', undefined, '1,200 documents'],
] as const)('counts %s of “%s”', (count, one, many, said) => {
  expect(counted(count, one, many)).toBe(said);
});

it('counts everything that has a key once, under keys in order of first appearance', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom('a', 'b', 'c', '')), { size: 'large' }), (keys) => {
      const counts = countBy(keys, (key) => key);
      const known = keys.filter((key) => key !== null);
      expect([...counts.keys()]).toEqual([...new Set(known)]);
      for (const [key, count] of counts) expect(count).toBe(known.filter((one) => one === key).length);
    }),
  );
});
