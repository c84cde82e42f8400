// The threat: an installed app that can be turned into a plain Node, given a debugger, or fed other code.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { chromium, expect, test } from '@playwright/test';
import { engineFiles } from '../../main/services/engine-file.ts';
import { findPackagedApp, readFuses } from '../../scripts/package.ts';
import { projectRoot } from '../../scripts/project-paths.ts';
import { displayEnvironment } from '../support/launch-app.ts';
import { makePrintedPng } from '../support/make-scans.ts';

const run = promisify(execFile);
/** Chromium's sandbox refuses root, and the packaged app never turns it off: it is tried as an ordinary user. */
const ORDINARY_USER = 65_534;

let place = '';
let app: ChildProcess | undefined;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await run(process.execPath, [join(projectRoot, 'scripts', 'package.ts')], { cwd: projectRoot });
  place = await mkdtemp(join(tmpdir(), 'packaged-'));
});

test.afterEach(async () => {
  if (app === undefined || app.exitCode !== null) return;
  const ended = once(app, 'exit');
  app.kill('SIGKILL');
  await ended;
});

test.afterAll(() => rm(place, { recursive: true, force: true }));

test('is made with every fuse as the design wants it', async () => {
  const { executable } = await findPackagedApp();

  expect(await readFuses(executable)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  });
});

test('carries its archive, the engines in it, and the one native module that fits', async () => {
  const { folder } = await findPackagedApp();

  const files = await readdir(folder, { recursive: true });

  expect(files.filter((file) => file.endsWith('.asar')).map(lastName)).toEqual(['app.asar']);
  expect(files.filter((file) => file.endsWith('.node')).map(lastName)).toEqual([
    `${process.platform}-${process.arch}.node`,
  ]);
  const archive = files.find((file) => file.endsWith('app.asar')) ?? '';
  const engines = listPackage(join(folder, archive), { isPack: false }).filter((file) =>
    /[/\\]dist[/\\]main[/\\]engines[/\\]/.test(file),
  );
  expect(engines.map(lastName).toSorted()).toEqual(Object.keys(engineFiles).toSorted());
});

test('opens its first screen with the sandbox on, and reads a picture with the engine that it carries', async () => {
  const page = await firstPage(await start({}));

  expect(page.url()).toBe('app://lano/index.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.getByRole('button', { name: /Look round the sample/ }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Evidence/ })
    .click({ timeout: 60_000 });
  const png = Buffer.from(await makePrintedPng(['A noticeboard about wombats'])).toString('base64');
  await page.getByRole('heading', { name: 'Evidence', level: 1 }).evaluate(async (place, encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, png);
  await expect(page.getByText(/1 page read by OCR, \d+% sure/)).toBeVisible({ timeout: 60_000 });
});

test('stays an app when the environment asks it to be a plain Node', async () => {
  const page = await firstPage(
    await start({ ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require /no/such/file.js' }),
  );

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

const lastName = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

const start = async (env: NodeJS.ProcessEnv): Promise<string> => {
  const home = await mkdtemp(join(place, 'home-'));
  const { folder, executable } = await findPackagedApp();
  const isRoot = process.getuid?.() === 0;
  const program = isRoot ? join(place, 'app', lastName(executable)) : executable;
  if (isRoot) {
    await chmod(place, 0o755);
    await cp(folder, join(place, 'app'), { recursive: true });
    await chown(home, ORDINARY_USER, ORDINARY_USER);
  }
  app = spawn(program, ['--remote-debugging-port=0', `--user-data-dir=${join(home, 'data')}`], {
    env: { ...displayEnvironment(), HOME: home, XDG_CONFIG_HOME: home, TMPDIR: home, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot ? { uid: ORDINARY_USER, gid: ORDINARY_USER } : {}),
  });
  return readAddress(app);
};

const readAddress = (process_: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    process_.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      const address = /DevTools listening on (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    process_.once('exit', (code, signal) =>
      reject(new Error(`The app ended with ${code ?? signal}.\n${said}`)),
    );
  });

const firstPage = async (address: string) => {
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('The app has no browser context.');
  return context.pages()[0] ?? context.waitForEvent('page');
};
