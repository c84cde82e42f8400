import { checkMove, checkTimetable } from '../../shared/domain/clash/check.ts';
import { indexWorld } from '../../shared/domain/clash/world.ts';
import type { Benchmark } from './benchmark.ts';
import { clashWorld } from './clash-world.ts';
import { countAgainst, countNaively } from './naive-clashes.ts';
import { alternate, median, timed } from './rounds.ts';
import { type BenchRow, rowOf } from './rows.ts';

const ROUNDS = 9;
/** A timetable is checked at each change of it, so what counts is the engine warm. */
const WARMING = 10;
const MOVES = 200;

export const clashes: Benchmark = {
  key: 'clashes',
  about: 'every rule over 10,000 meetings, and one move among 1,000, against comparing meetings pair by pair',
  run: async () => [await wholeTimetable(), await oneMove()],
};

const wholeTimetable = async (): Promise<BenchRow> => {
  const world = clashWorld({ meetings: 10_000, people: 2_000, places: 1_000, days: 60 });
  const hard = checkTimetable(world).filter(({ severity }) => severity === 'hard').length;
  const expected = countNaively(world.meetings);
  if (hard !== expected) throw new Error(`The check found ${hard} hard clashes where there are ${expected}.`);
  for (let round = 0; round < WARMING; round += 1) checkTimetable(world);
  const found = await alternate(ROUNDS, {
    product: () => timed(() => checkTimetable(world)),
    peer: () => timed(() => countNaively(world.meetings)),
  });
  return rowOf(
    {
      name: 'clash check of 10,000 meetings, against pair by pair',
      unit: 'ms',
      value: median(found.product),
      peer: median(found.peer),
    },
    { of: 'ratio', atMost: 0.05 },
  );
};

const oneMove = async (): Promise<BenchRow> => {
  const world = clashWorld({ meetings: 1_000, people: 200, places: 50, days: 5 });
  const index = indexWorld(world);
  const moves = world.meetings.slice(0, MOVES).map((meeting, at) => ({
    ...meeting,
    start: 9 * 60 + (at % 28) * 15,
  }));
  const found = await alternate(ROUNDS, {
    product: () =>
      timed(() => {
        for (const { id, day, start } of moves) checkMove(index, { meetingId: id, day, start });
      }),
    peer: () =>
      timed(() => {
        for (const moved of moves) countAgainst(moved, world.meetings);
      }),
  });
  return rowOf(
    {
      name: 'check of one move among 1,000 meetings, against pair by pair',
      unit: 'ms',
      value: median(found.product) / MOVES,
      peer: median(found.peer) / MOVES,
    },
    { of: 'value', atMost: 1 },
  );
};
