import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { developmentArguments } from '../launch-arguments.ts';
import { projectRoot } from '../project-paths.ts';
import type { Benchmark } from './benchmark.ts';
import { onStage } from './desk-window.ts';
import { treeMemory } from './process-memory.ts';
import { alternate, median } from './rounds.ts';
import { rowOf } from './rows.ts';

const ROUNDS = 7;
const START_LIMIT_MS = 30_000;
/** Long enough for what is loaded after the first paint to be loaded. */
const SETTLE_MS = 2_000;

type Started = { readonly paint: number; readonly memory: number };

export const startUp: Benchmark = {
  key: 'start-up',
  about:
    'spawn to first contentful paint, and memory then, against a hello-world window of the same Electron',
  run: async () => {
    return onStage(async ({ runtime, folder, env }) => {
      const starter = (appFolder: string, name: string) => () =>
        startOnce(
          runtime.executable,
          [
            ...developmentArguments(runtime).args,
            ...['-r', join(import.meta.dirname, 'report-paint.cjs')],
            ...[appFolder, `--user-data-dir=${join(folder, name)}`],
          ],
          env,
        );
      const product = starter(projectRoot, 'product');
      const peer = starter(join(import.meta.dirname, 'hello-window'), 'hello');
      // The first start of each makes its settings folder, and is not counted.
      await product();
      await peer();
      const found = await alternate(ROUNDS, { product, peer });
      const row = (name: string, unit: string, figure: (one: Started) => number) =>
        rowOf(
          {
            name: `${name}, against a hello-world window`,
            unit,
            value: median(found.product.map(figure)),
            peer: median(found.peer.map(figure)),
          },
          { of: 'ratio', atMost: 1.5 },
        );
      return [
        row('start-up to first contentful paint', 'ms', (one) => one.paint),
        ...(process.platform === 'linux'
          ? [row('memory after start-up (PSS)', 'MB', (one) => one.memory)]
          : []),
      ];
    });
  },
};

const startOnce = async (
  executable: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Started> => {
  const spawnedAt = performance.timeOrigin + performance.now();
  const child = spawn(executable, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  try {
    const paintedAt = await firstPaint(child);
    await pause(SETTLE_MS);
    const memory = process.platform === 'linux' ? await treeMemory(child.pid ?? 0) : 0;
    return { paint: paintedAt - spawnedAt, memory };
  } finally {
    await end(child);
  }
};

const firstPaint = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`An app did not start to be measured: ${reason}.`));
    const timer = setTimeout(() => fail('nothing was painted'), START_LIMIT_MS);
    child.once('message', (at) => {
      clearTimeout(timer);
      resolve(Number(at));
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with code ${code}`));
  });

const end = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(tooLong);
};
