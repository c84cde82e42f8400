import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Benchmark } from './benchmark.ts';
import { launchOn, onStage, unlockWith } from './desk-window.ts';
import { manySmallKinds, writeIntakeFiles } from './intake-files.ts';
import { writeListsFile } from './lists-file.ts';
import { median } from './rounds.ts';
import { rowOf } from './rows.ts';

const ROUNDS = 3;
const FILES = 500;

export const intakeWindow: Benchmark = {
  key: 'intake-window',
  about: `${FILES} files added in the window, and how long anything in it or behind it had to wait`,
  run: async () => {
    return onStage(async (stage) => {
      const { folder } = stage;
      const documents = join(folder, 'documents');
      await mkdir(documents);
      const { paths } = await writeIntakeFiles(documents, manySmallKinds);
      const taken: Waits[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const path = join(folder, `intake-${round}.lano`);
        const passphrase = randomBytes(16).toString('hex');
        await writeListsFile(path, passphrase, 1);
        const app = await launchOn(stage, path);
        try {
          taken.push(await addAll(app, await unlockWith(app, passphrase), paths));
        } finally {
          await app.close();
          await rm(path, { force: true });
        }
      }
      const usual = (figure: (waits: Waits) => number) => median(taken.map(figure));
      return [
        rowOf(
          {
            name: `longest task of the window while ${FILES} files come in, against the main process's wait`,
            unit: 'ms',
            value: usual(({ window }) => window),
            peer: usual(({ main }) => main),
          },
          { of: 'value', atMost: 100 },
        ),
        rowOf(
          {
            name: 'longest wait in the main process meanwhile, against its 99th in a hundred',
            unit: 'ms',
            value: usual(({ main }) => main),
            peer: usual(({ mainUsual }) => mainUsual),
          },
          { of: 'value', atMost: 100 },
        ),
      ];
    });
  },
};

type Waits = { readonly window: number; readonly main: number; readonly mainUsual: number };

const addAll = async (app: ElectronApplication, window: Page, paths: readonly string[]): Promise<Waits> => {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: /^Evidence/ })
    .click();
  await app.evaluate(({ dialog }, filePaths) => {
    const answer = async () => ({ canceled: false, filePaths: [...filePaths] });
    dialog.showOpenDialog = answer as typeof dialog.showOpenDialog;
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    Object.assign(globalThis, { delays });
  }, paths);
  await window.evaluate(() => {
    const tasks = { longest: 0 };
    Object.assign(globalThis, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await window.getByRole('button', { name: 'Add files...' }).first().click();
  await window.getByText(`${FILES} added`).waitFor({ timeout: 180_000 });
  const longest = await window.evaluate(
    () => (globalThis as unknown as { tasks: { longest: number } }).tasks.longest,
  );
  const [main = 0, mainUsual = 0] = await app.evaluate(() => {
    const { delays } = globalThis as unknown as {
      delays: { max: number; percentile: (of: number) => number };
    };
    return [delays.max / 1e6, delays.percentile(99) / 1e6];
  });
  return { window: longest, main, mainUsual };
};
