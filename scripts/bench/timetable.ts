import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import type { Benchmark } from './benchmark.ts';
import { launchOn, onStage, unlockWith } from './desk-window.ts';
import { median } from './rounds.ts';
import { rowOf } from './rows.ts';
import { type Found, measureDrags, spentOn } from './timetable-drags.ts';
import { writeTimetableFile } from './timetable-file.ts';
import { bareRender, firstRender, readyForRender, wholeRender } from './timetable-renders.ts';

const LAUNCHES = 3;
const MEETINGS = 400;

export const timetable: Benchmark = {
  key: 'timetable',
  about:
    'four days of twelve columns and 400 meetings drawn, and one dragged over them, against the bare cards and a bare ghost in the same window',
  run: async () => {
    return onStage(async (stage) => {
      const { folder } = stage;
      const path = join(folder, 'timetable.lano');
      const passphrase = randomBytes(16).toString('hex');
      await writeTimetableFile(path, passphrase, MEETINGS);
      const renders: Found = { product: [], peer: [] };
      const renderWork: Found = { product: [], peer: [] };
      const whole: number[] = [];
      const work: Found = { product: [], peer: [] };
      const frames: Found = { product: [], peer: [] };
      for (let launch = 0; launch < LAUNCHES; launch += 1) {
        const app = await launchOn({ ...stage, folder: join(folder, `${launch}`) }, path);
        try {
          const window = await unlockWith(app, passphrase);
          const cdp = await window.context().newCDPSession(window);
          // Processor time of the window's main thread, on which whatever else the machine does tells least.
          await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
          await readyForRender(window);
          await timed(cdp, () => firstRender(window), [renders.product, renderWork.product]);
          whole.push(await wholeRender(window, MEETINGS));
          await timed(cdp, () => bareRender(window), [renders.peer, renderWork.peer]);
          await measureDrags(window, cdp, { work, frames });
        } finally {
          await app.close();
        }
      }
      return rowsOf({ renders, renderWork, whole, work, frames });
    });
  },
};

type Measured = Readonly<Record<'renders' | 'renderWork' | 'work' | 'frames', Found>> & {
  readonly whole: readonly number[];
};

const week = '4 days x 12 columns x 400 meetings';

const rowsOf = ({ renders, renderWork, whole, work, frames }: Measured) => [
  rowOf(
    {
      name: `processor time of the first render of ${week}, from the press to the frame with all that is in view, against the bare cards, all of them`,
      unit: 'ms',
      value: median(renderWork.product),
      peer: median(renderWork.peer),
    },
    { of: 'value', atMost: 200 },
  ),
  rowOf(
    {
      name: `first render of ${week} on the clock, all that is in view, against the bare cards, all of them`,
      unit: 'ms',
      value: median(renders.product),
      peer: median(renders.peer),
    },
    { of: 'value', atMost: 200 },
  ),
  rowOf(
    {
      name: `every meeting of ${week} there, also beyond the edges, for the keys and a screen reader, against the bare cards`,
      unit: 'ms',
      value: median(whole),
      peer: median(renders.peer),
    },
    { of: 'value', atMost: 500 },
  ),
  rowOf(
    {
      name: 'processor time of a drag step in script, style and layout (p95), against a bare ghost',
      unit: 'ms',
      value: percentile(work.product, 95),
      peer: percentile(work.peer, 95),
    },
    { of: 'value', atMost: 4 },
  ),
  rowOf(
    {
      name: 'frame interval while dragging (p95), against a bare ghost',
      unit: 'ms',
      value: percentile(frames.product, 95),
      peer: percentile(frames.peer, 95),
    },
    { of: 'ratio', atMost: 1.25 },
  ),
  rowOf(
    {
      name: 'longest frame while dragging, against a bare ghost',
      unit: 'ms',
      value: Math.max(...frames.product),
      peer: Math.max(...frames.peer),
    },
    { of: 'value', atMost: 50 },
  ),
];

/** Notes what a measurement answers, and the processor time that the window's main thread spent on it. */
const timed = async (
  cdp: CDPSession,
  measure: () => Promise<number>,
  [clock, processor]: readonly [number[], number[]],
): Promise<void> => {
  const before = await spentOn(cdp, ['TaskDuration']);
  clock.push(await measure());
  processor.push((await spentOn(cdp, ['TaskDuration'])) - before);
};

const percentile = (figures: readonly number[], percent: number): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
};
