import { describe, expect, it } from 'vitest';
import { findRows } from '../../../../shared/domain/find-rows.ts';

const rows = [
  'jaden tarrow q858300223437 autism',
  'bo connelly w882173534031 hearing impairment 9991940219',
  'ola quill k862155263433 autism 9991440682',
];
const find = (typed: string) => findRows(rows, (row) => row, typed);

describe('findRows', () => {
  it('finds rows in which every word stands somewhere, and all of them by nothing', () => {
    expect(find('tarrow AUT')).toEqual([rows[0]]);
    expect(find('tarrow dyslexia')).toEqual([]);
    expect(find('  ')).toBe(rows);
  });

  it('finds the rows of several numbers that are pasted at once, in the order of the numbers', () => {
    expect(find('K862155263433, Q858300223437')).toEqual([rows[2], rows[0]]);
    expect(find('999 144 0682\n999 194 0219')).toEqual([rows[2], rows[1]]);
    expect(find('K862155263433 and W882173534031, but not R886980575954')).toEqual([rows[2], rows[1]]);
  });

  it('takes one number for a word, so that it can be typed a letter at a time', () => {
    expect(find('k86215526')).toEqual([rows[2]]);
    expect(find('K862155263433')).toEqual([rows[2]]);
  });
});
