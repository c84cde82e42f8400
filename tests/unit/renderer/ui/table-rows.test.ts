import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, groupRows, partsOf, rowCountOf, sortRows } from '../../../../renderer/ui/table-rows.ts';

type Row = { readonly name: string; readonly pages: number | null };

const columns: readonly Column<Row>[] = [
  { id: 'name', head: 'Name', cell: () => null, sortBy: (row) => row.name },
  { id: 'pages', head: 'Pages', cell: () => null, sortBy: (row) => row.pages },
  { id: 'note', head: 'Note', cell: () => null },
];

const rows: readonly Row[] = [
  { name: 'Room 10', pages: 3 },
  { name: 'room 2', pages: null },
  { name: 'Ábel', pages: 12 },
];

const namesOf = (sorted: readonly Row[]) => sorted.map((row) => row.name);

describe('sortRows', () => {
  it('orders names as people do: numbers by value, accents and capitals aside', () => {
    const sorted = sortRows(rows, columns, { column: 'name', descending: false });

    expect(namesOf(sorted)).toEqual(['Ábel', 'room 2', 'Room 10']);
  });

  it('keeps blanks last whichever way the column is sorted', () => {
    const up = sortRows(rows, columns, { column: 'pages', descending: false });
    const down = sortRows(rows, columns, { column: 'pages', descending: true });

    expect(namesOf(up)).toEqual(['Room 10', 'Ábel', 'room 2']);
    expect(namesOf(down)).toEqual(['Ábel', 'Room 10', 'room 2']);
  });

  it('leaves the rows as they are for a column that cannot be sorted', () => {
    expect(sortRows(rows, columns, { column: 'note', descending: false })).toBe(rows);
  });

  it('never loses or repeats a row', () => {
    const anyRow = fc.record({ name: fc.string(), pages: fc.option(fc.integer()) });

    fc.assert(
      fc.property(
        fc.array(anyRow),
        fc.constantFrom('name', 'pages'),
        fc.boolean(),
        (some, column, descending) => {
          const sorted = sortRows(some, columns, { column, descending });

          expect(sorted).toHaveLength(some.length);
          expect(new Set(sorted)).toEqual(new Set(some));
        },
      ),
    );
  });
});

describe('groupRows', () => {
  it('parts the rows by group, in the order the groups first appear', () => {
    const groups = groupRows(rows, (row) => ({ id: row.name[0] ?? '', title: `Letter ${row.name[0]}` }));

    expect(groups.map(([group, members]) => [group?.title, namesOf(members)])).toEqual([
      ['Letter R', ['Room 10']],
      ['Letter r', ['room 2']],
      ['Letter Á', ['Ábel']],
    ]);
  });

  it('gives one nameless group when nothing groups the rows', () => {
    expect(groupRows(rows, undefined)).toEqual([[null, rows]]);
  });
});

describe('partsOf', () => {
  const groups = (sizes: readonly number[]) =>
    sizes.map(
      (size, at) =>
        [{ id: `${at}`, title: `Group ${at}` }, Array.from({ length: size }, (_, row) => row)] as const,
    );

  it('says where each group begins among the rows, and which row of the table its first is', () => {
    const parts = partsOf(groups([3, 1]));

    expect(parts.map(({ from, to, before }) => [from, to, before])).toEqual([
      [0, 3, 2],
      [3, 4, 6],
    ]);
    expect(rowCountOf(parts)).toBe(7);
  });

  it('counts every row and every head once, with the head of the columns', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 })), fc.boolean(), (sizes, isGrouped) => {
        const all = sizes.reduce((sum, size) => sum + size, 0);
        const parts = partsOf(isGrouped ? groups(sizes) : [[null, Array.from({ length: all }, () => 0)]]);

        expect(rowCountOf(parts)).toBe(1 + (isGrouped ? sizes.length : 0) + all);
        expect(parts.at(-1)?.to ?? 0).toBe(all);
      }),
    );
  });
});
