// Prints PDFs from plain Node: a hidden Electron does it, on a virtual display where there is no other.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintAnswer, PrintJob } from '../main/print.ts';
import type { Outside } from '../main/services/context.ts';
import { AppError } from '../shared/errors.ts';
import { buildApp } from './build.ts';
import { withDisplay } from './display.ts';
import { ensureElectron } from './electron-runtime.ts';
import { developmentArguments } from './launch-arguments.ts';
import { projectRoot } from './project-paths.ts';
import { ensureDisplayLibraries } from './system-libraries.ts';

export type Printer = {
  readonly printPdf: Outside['printPdf'];
  /** Ends the hidden Electron and its display. */
  readonly close: () => Promise<void>;
};

const START_LIMIT_MS = 30_000;
const JOB_LIMIT_MS = 60_000;

/** Starts what prints, and promises that it is ready. Whoever asks for it closes it. */
export const printer = async (): Promise<Printer> => {
  await ensureDisplayLibraries();
  const runtime = await ensureElectron();
  await buildApp();
  const settings = await mkdtemp(join(tmpdir(), 'lano-print-'));
  const { args } = developmentArguments(runtime);
  const entry = join(projectRoot, 'dist', 'main', 'print.js');
  const started = deferred<ChildProcess>();
  const asked = deferred<void>();
  // The display lives as long as the work that it was asked for, and that work is to wait for the closing.
  const wholeLife = withDisplay(async (env) => {
    const child = spawn(runtime.executable, [...args, entry, `--user-data-dir=${settings}`], {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
    try {
      started.resolve(await whenReady(child));
      await asked.promise;
    } finally {
      if (child.connected) child.disconnect();
      const tooLong = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(tooLong);
      await rm(settings, { recursive: true, force: true });
    }
  });
  wholeLife.catch(started.reject);
  return {
    ...startPrinting(await started.promise),
    close: async () => {
      asked.resolve();
      await wholeLife;
    },
  };
};

const whenReady = async (child: ChildProcess): Promise<ChildProcess> => {
  let complaint = '';
  child.stderr?.on('data', (piece: Buffer) => {
    complaint = `${complaint}${piece.toString('utf8')}`.slice(-2_000);
  });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`Electron did not start to print: it ended with code ${code}. ${complaint.trim()}`)),
    );
  });
  // Also fails later, when the process ends at the end of its work, which is as it should be.
  failed.catch(() => {});
  await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) }).catch(() => {
      throw new Error(`Electron took too long to start. ${complaint.trim()}`);
    }),
    failed,
  ]);
  return child;
};

const startPrinting = (child: ChildProcess): Pick<Printer, 'printPdf'> => {
  const waiting = new Map<number, Deferred<Uint8Array>>();
  let lastId = 0;
  child.on('message', (answer: PrintAnswer) => {
    if (answer.say === 'ready') return;
    const job = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.say === 'printed') job?.resolve(new Uint8Array(Buffer.from(answer.pdfBase64, 'base64')));
    else job?.reject(new AppError('pack/cannot-print'));
  });
  child.once('exit', () => {
    for (const job of waiting.values()) job.reject(new AppError('pack/cannot-print'));
    waiting.clear();
  });
  return {
    printPdf: async (html, options) => {
      lastId += 1;
      const job = deferred<Uint8Array>();
      waiting.set(lastId, job);
      const timer = setTimeout(() => job.reject(new AppError('pack/cannot-print')), JOB_LIMIT_MS);
      child.send({ id: lastId, html, options } satisfies PrintJob);
      return job.promise.finally(() => clearTimeout(timer));
    },
  };
};

type Deferred<T> = {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
};

const deferred = <T>(): Deferred<T> => {
  let resolve: Deferred<T>['resolve'] = () => {};
  let reject: Deferred<T>['reject'] = () => {};
  const promise = new Promise<T>((keep, refuse) => {
    resolve = keep;
    reject = refuse;
  });
  return { promise, resolve, reject };
};
