import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ensureElectron } from '../../scripts/electron-runtime.ts';
import { developmentArguments } from '../../scripts/launch-arguments.ts';
import { projectRoot } from '../../scripts/project-paths.ts';
import { fixDay } from './fixed-day.ts';

export type LaunchedApp = {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** A folder of this test's own, for engagements and exports. */
  readonly folder: string;
  /** What the system's dialogs will answer with, from now on. */
  readonly answerDialogs: (answers: {
    readonly open?: readonly string[];
    readonly save?: string;
    readonly folder?: string;
  }) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Choices = {
  readonly settingsFolder?: string;
  /** A file the app is asked to open, as by a double click. */
  readonly openFile?: string;
  readonly width?: number;
  readonly height?: number;
};

/** Starts the real app in a real Electron, with settings of its own, and waits for its first screen. */
export async function launchApp(choices: Choices = {}): Promise<LaunchedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'lano-e2e-'));
  const settings = choices.settingsFolder ?? join(folder, 'settings');
  const runtime = await ensureElectron();
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [
      ...developmentArguments(runtime).args,
      // What is still fading in costs time to draw, and has too little contrast.
      '--force-prefers-reduced-motion',
      projectRoot,
      `--user-data-dir=${settings}`,
      ...(choices.openFile ? [choices.openFile] : []),
    ],
    cwd: projectRoot,
    env: displayEnvironment(),
  });
  const window = await app.firstWindow();
  window.setDefaultTimeout(30_000);
  await fixDay(app, window);
  await resize(app, choices.width ?? 1366, choices.height ?? 768);
  await window.getByRole('main').waitFor();
  return {
    app,
    window,
    folder,
    answerDialogs: (answers) =>
      app.evaluate(({ dialog }, given) => {
        dialog.showOpenDialog = (async (_: unknown, options: { properties?: string[] }) => {
          const isFolder = options.properties?.includes('openDirectory') ?? false;
          const filePaths = isFolder ? (given.folder ? [given.folder] : []) : [...(given.open ?? [])];
          return { canceled: filePaths.length === 0, filePaths };
        }) as typeof dialog.showOpenDialog;
        dialog.showSaveDialog = (async () => ({
          canceled: !given.save,
          filePath: given.save ?? '',
        })) as typeof dialog.showSaveDialog;
      }, answers),
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The environment with the display of this test worker, so that two windows never compete for one focus. */
export function displayEnvironment(): Record<string, string> {
  const displays = (process.env.TEST_DISPLAYS ?? '').split(' ');
  const display = displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  return { ...(process.env as Record<string, string>), ...(display ? { DISPLAY: display } : {}) };
}

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

/** Opens the sample from the first screen and waits for the week at a glance. */
export async function openSample({ window }: LaunchedApp): Promise<void> {
  await window.getByRole('button', { name: /Look round the sample/ }).click();
  await window.getByRole('navigation').getByText('Week at a glance').waitFor();
}
