import { describe, expect, it } from 'vitest';
import { clashWorld } from '../../../scripts/bench/clash-world.ts';
import { countNaively } from '../../../scripts/bench/naive-clashes.ts';
import { alternate, median } from '../../../scripts/bench/rounds.ts';
import { rowOf, tableOf } from '../../../scripts/bench/rows.ts';
import { checkTimetable } from '../../../shared/domain/clash/check.ts';

const figures = { name: 'opening, against the key alone', unit: 'ms', value: 150.4, peer: 100.2 };

describe('rowOf', () => {
  it('judges the ratio, or where the aim has a unit the value', () => {
    expect(rowOf(figures, { of: 'ratio', atMost: 1.5 })).toEqual({
      ...figures,
      value: 150,
      peer: 100,
      ratio: 1.5,
      aim: '<= 1.5',
      // The figure before it is rounded: 1.501.
      ok: false,
    });
    expect(rowOf(figures, { of: 'ratio', atLeast: 1.2 })).toMatchObject({ aim: '>= 1.2', ok: true });
    expect(rowOf(figures, { of: 'value', atMost: 200 })).toMatchObject({ aim: '<= 200 ms', ok: true });
  });
});

describe('tableOf', () => {
  it('lines up names to the left and figures to the right', () => {
    expect(tableOf([rowOf(figures, { of: 'value', atMost: 200 })]).split('\n')).toEqual([
      'measured                        value  unit  peer  ratio        aim   ok',
      'opening, against the key alone    150    ms   100    1.5  <= 200 ms  yes',
    ]);
  });
});

describe('median', () => {
  it('is the middle one, or halfway between the two in the middle', () => {
    expect([median([9, 1, 5]), median([4, 1, 2, 9]), median([3])]).toEqual([5, 3, 3]);
  });
});

describe('alternate', () => {
  it('takes turns, and keeps the figures of each side apart', async () => {
    const turns: string[] = [];
    const side = (name: string) => () => {
      turns.push(name);
      return turns.length;
    };

    const found = await alternate(2, { product: side('A'), peer: side('B') });

    expect(turns).toEqual(['A', 'B', 'A', 'B']);
    expect(found).toEqual({ product: [1, 3], peer: [2, 4] });
  });
});

describe('the timetable that is measured', () => {
  it('has the same clashes for the product as pair by pair', () => {
    const world = clashWorld({ meetings: 300, people: 40, places: 12, days: 5 });

    const hard = checkTimetable(world).filter(({ severity }) => severity === 'hard');

    expect(hard.length).toBe(countNaively(world.meetings));
    expect(hard.length).toBeGreaterThan(100);
  });
});
