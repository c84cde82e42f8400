import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleScript } from '../build.ts';
import { runCommand, runOrFail } from '../run-command.ts';
import { withTempFolder } from '../temp-folder.ts';
import type { Benchmark } from './benchmark.ts';
import { largeKinds, writeIntakeFiles } from './intake-files.ts';
import { alternate, median, timed } from './rounds.ts';
import { rowOf } from './rows.ts';
import type { TakenIn } from './take-in-alone.ts';

const ROUNDS = 3;

export const intakeLarge: Benchmark = {
  key: 'intake-large',
  about: '500 files, 1 GB, into an encrypted engagement in a process of its own, against cp and a sync',
  run: () =>
    withTempFolder('lano-bench-', async (folder) => {
      const script = await bundleScript('take-in-alone', join(import.meta.dirname, 'take-in-alone.ts'));
      const documents = join(folder, 'documents');
      await mkdir(documents);
      const { bytes } = await writeIntakeFiles(documents, largeKinds);
      await runCommand('sync', [], { output: 'collect' });
      const taken: TakenIn[] = [];
      const found = await alternate(ROUNDS, {
        product: async () => {
          const one = await takeInAlone(script, folder, documents);
          taken.push(one);
          return one.milliseconds;
        },
        peer: () => copyAll(documents, join(folder, 'copy')),
      });
      const speed = (milliseconds: readonly number[]) => bytes / 1e6 / (median(milliseconds) / 1000);
      const figures = {
        unit: 'MB/s',
        value: speed(found.product),
        peer: speed(found.peer),
      };
      // Of a machine that does something else in one round, that round says nothing of the app.
      const usual = (figure: (one: TakenIn) => number) => median(taken.map(figure));
      const worst = (figure: (one: TakenIn) => number) => Math.max(...taken.map(figure));
      return [
        rowOf(
          { name: 'intake of 1 GB in 500 files, against cp and sync', ...figures },
          { of: 'ratio', atLeast: 0.15 },
        ),
        rowOf(
          {
            name: 'peak memory of that intake, against Node alone',
            unit: 'MB',
            value: worst((one) => one.peakMegabytes),
            peer: worst((one) => one.startMegabytes),
          },
          { of: 'value', atMost: 400 },
        ),
        rowOf(
          {
            name: 'longest task of the main thread meanwhile, against its 99th in a hundred',
            unit: 'ms',
            value: usual((one) => one.longestTask),
            peer: usual((one) => one.usualLongest),
          },
          { of: 'value', atMost: 100 },
        ),
      ];
    }),
};

const takeInAlone = async (script: string, folder: string, documents: string): Promise<TakenIn> => {
  return JSON.parse(
    await runOrFail(process.execPath, [script, join(folder, 'bench.lano'), documents]),
  ) as TakenIn;
};

const copyAll = async (from: string, to: string): Promise<number> => {
  try {
    return await timed(() => runOrFail('sh', ['-c', 'cp -r "$1" "$2" && sync "$2"/*', 'sh', from, to]));
  } finally {
    await rm(to, { recursive: true, force: true });
  }
};
