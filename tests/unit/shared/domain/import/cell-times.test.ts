import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readEnd,
  readEndOfRange,
  readMinutes,
  readStart,
} from '../../../../../shared/domain/import/cell-times.ts';
import type { Cell } from '../../../../../shared/domain/import/table.ts';

const value = <T>(value: T) => ({ ok: true, value });
const refusal = (reason: RegExp) => ({ ok: false, reason: expect.stringMatching(reason) });
const at = (hour: number, minute = 0) => hour * 60 + minute;

describe('readStart', () => {
  it.each<[Cell, number | null]>([
    ['09:45', at(9, 45)],
    ['9.30', at(9, 30)],
    ['3.45pm - 4.45pm', at(15, 45)],
    ['10.15-11.15', at(10, 15)],
    ['08:30 – 09:00', at(8, 30)],
    ['9 to 10.30am', at(9)],
    ['11.30 - 12.30pm', at(11, 30)],
    ['2026-11-24T09:45:00', at(9, 45)],
    ['24/11/2026 09:45', at(9, 45)],
    [{ date: '2026-11-24T09:45' }, at(9, 45)],
    [0.40625, at(9, 45)],
    [46350.40625, at(9, 45)],
    [9.3, at(9, 30)],
    [930, at(9, 30)],
    ['N/A', null],
  ])('reads %j', (cell, minutes) => {
    expect(readStart(cell)).toEqual(value(minutes));
  });

  it.each<[Cell, RegExp]>([
    ['25:00', /past the end of the day/],
    [{ date: '2026-11-24' }, /a date without a time/],
    ['after lunch', /is not a time/],
    ['24:00', /cannot start at the end of the day/],
    [9, /could be morning or afternoon/],
  ])('refuses %j and says why', (cell, reason) => {
    expect(readStart(cell)).toEqual(refusal(reason));
  });

  it('reads any time of day written as a clock or as a fraction of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
        expect(readStart(clock)).toEqual(value(minutes));
        expect(readStart(minutes / 1440)).toEqual(value(minutes));
      }),
    );
  });
});

describe('readEnd', () => {
  it('reads a single time, or the second of two', () => {
    expect([readEnd('10:15'), readEnd('09:00 - 10:00')]).toEqual([value(at(10, 15)), value(at(10))]);
  });
});

describe('readEndOfRange', () => {
  it('reads nothing from a single time', () => {
    expect([readEndOfRange('10:15'), readEndOfRange('09:00 - 10:00')]).toEqual([value(null), value(at(10))]);
  });
});

describe('readMinutes', () => {
  it.each<[Cell, number | null]>([
    [45, 45],
    ['45', 45],
    ['45 min', 45],
    ['90mins', 90],
    ['1 hour', 60],
    ['1 hr 30', 90],
    ['1 hour 15 minutes', 75],
    ['1.5 hours', 90],
    ['1:30', 90],
    [0.0625, 90],
    [null, null],
  ])('reads %j as %s minutes', (cell, minutes) => {
    expect(readMinutes(5, 720)(cell)).toEqual(value(minutes));
  });

  it.each<[Cell, RegExp]>([
    ['a while', /is not a length/],
    [0, /shorter than 5 minutes/],
    [-30, /is not a length/],
    ['20 hours', /longer than 720 minutes/],
  ])('refuses %j and says why', (cell, reason) => {
    expect(readMinutes(5, 720)(cell)).toEqual(refusal(reason));
  });
});
