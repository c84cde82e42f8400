import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const START_LIMIT_MS = 15_000;

/** Whether programs started from here have a screen to open a window on. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/**
 * Runs the work with an environment that has a display: the machine's own, or else a virtual one of 1920 by 1080
 * on a number that is free, which is stopped whatever happens.
 */
export const withDisplay = async <T>(work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> => {
  if (hasDisplay()) return work(process.env);
  return withVirtualDisplay((display) => work({ ...process.env, DISPLAY: display }));
};

/**
 * Runs the work with the names of as many virtual displays as were asked for, so that windows that are open at the
 * same time do not take each other's focus. With a screen of the machine's own there are none: they would not be seen.
 */
export const withVirtualDisplays = async <T>(
  count: number,
  work: (displays: readonly string[]) => Promise<T>,
  started: readonly string[] = [],
): Promise<T> => {
  if (hasDisplay() || started.length === count) return work(started);
  return withVirtualDisplay((display) => withVirtualDisplays(count, work, [...started, display]));
};

const withVirtualDisplay = async <T>(work: (display: string) => Promise<T>): Promise<T> => {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-dpi', '96'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const stop = () => server.kill('SIGTERM');
  const stopAndLeave = (signal: NodeJS.Signals) => {
    stop();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('exit', stop);
  process.once('SIGINT', stopAndLeave);
  process.once('SIGTERM', stopAndLeave);
  try {
    return await work(`:${await readDisplayNumber(server)}`);
  } finally {
    process.off('exit', stop);
    process.off('SIGINT', stopAndLeave);
    process.off('SIGTERM', stopAndLeave);
    await stopAndWait(server);
  }
};

// Xvfb picks a free number itself, and writes it once it is ready for windows.
const readDisplayNumber = (server: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    const timer = setTimeout(() => fail('it took too long'), START_LIMIT_MS);
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Error(`The virtual display (Xvfb) did not start: ${reason}. ${complaint.trim()}`.trim()));
    };
    server.stderr?.on('data', (piece: Buffer) => {
      complaint = `${complaint}${piece.toString('utf8')}`.slice(-2_000);
    });
    server.stdio[3]?.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve(Number(said.trim()));
    });
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with code ${code}`));
  });

const stopAndWait = async (server: ChildProcess): Promise<void> => {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
};
