import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { buildApp } from '../build.ts';
import { withDisplay } from '../display.ts';
import { type ElectronRuntime, ensureElectron } from '../electron-runtime.ts';
import { developmentArguments } from '../launch-arguments.ts';
import { projectRoot } from '../project-paths.ts';
import { ensureDisplayLibraries } from '../system-libraries.ts';
import { withTempFolder } from '../temp-folder.ts';

/** The app built, an Electron to run it in, and a folder and a display for as long as a benchmark takes. */
export type Stage = {
  readonly runtime: ElectronRuntime;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
};

export const onStage = async <T>(work: (stage: Stage) => Promise<T>): Promise<T> => {
  await ensureDisplayLibraries();
  const runtime = await ensureElectron();
  await buildApp();
  return withTempFolder('lano-bench-', (folder) => withDisplay((env) => work({ runtime, folder, env })));
};

/** Starts the app on a file, in a folder for its own settings. */
export const launchOn = ({ runtime, folder, env }: Stage, path: string): Promise<ElectronApplication> =>
  _electron.launch({
    executablePath: runtime.executable,
    args: [
      ...developmentArguments(runtime).args,
      ...[projectRoot, `--user-data-dir=${join(folder, 'user')}`, path],
    ],
    cwd: projectRoot,
    env: Object.fromEntries(
      Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  });

/** Unlocks the file in a window of the usual size. */
export const unlockWith = async (app: ElectronApplication, passphrase: string): Promise<Page> => {
  const window = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await window.getByRole('navigation').waitFor();
  return window;
};

/** How long the longest frame was while something was done in the window, in milliseconds. */
export const longestFrame = async (window: Page, work: () => Promise<unknown>): Promise<number> => {
  await window.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), request: 0 };
    Object.assign(globalThis, { frameWatch: watch });
    const note = (at: number) => {
      watch.longest = Math.max(watch.longest, at - watch.last);
      watch.last = at;
      watch.request = requestAnimationFrame(note);
    };
    watch.request = requestAnimationFrame(note);
  });
  await work();
  return window.evaluate(() => {
    const { frameWatch } = globalThis as unknown as { frameWatch: { longest: number; request: number } };
    cancelAnimationFrame(frameWatch.request);
    return frameWatch.longest;
  });
};
