import { expect, it } from 'vitest';
import { counted } from '../../../../shared/domain/counted.ts';

it.each([
  [0, 'page', undefined, '0 pages'],
  [1, 'page', undefined, '1 page'],
  [2, 'person', 'people', '2 people'],
  [1200, 'document', undefined, '1,200 documents'],
] as const)('counts %s of “%s”', (count, one, many, said) => {
  expect(counted(count, one, many)).toBe(said);
});
