import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, type IpcMainInvokeEvent, Menu, nativeTheme } from 'electron';
import { type ChannelName, eventChannel, type MainEvent } from '../shared/ipc/contract.ts';
import { hearAskedFiles } from './app/asked-file.ts';
import { startAutoLock } from './app/auto-lock.ts';
import { openDialogs } from './app/dialogs.ts';
import { startDroppedFiles } from './app/dropped-files.ts';
import { startJobs } from './app/jobs.ts';
import { openLog } from './app/log.ts';
import { setMenu } from './app/menu.ts';
import { printPdf } from './app/print-pdf.ts';
import { startWatchingFolder } from './app/watch-folder.ts';
import { createWindow } from './app/window.ts';
import { openWordLayout } from './app/word-layout.ts';
import { runChannel } from './ipc/handlers.ts';
import { startRouter } from './ipc/router.ts';
import { keySeal } from './security/key-seal.ts';
import { refuseNavigation } from './security/navigation.ts';
import { appOrigin, registerSchemes, serveSchemes } from './security/protocol.ts';
import { closeSessionToTheWorld } from './security/session.ts';
import { evidenceForViewer } from './services/evidence/view.ts';
import { openSettings } from './services/settings.ts';
import { createDesk } from './services/vault/desk.ts';

/** As long as SQLite waits for a slow disk. */
const longestClosing = 30_000;

const here = dirname(fileURLToPath(import.meta.url));

// 1. One copy of the app; a second start shows the first.
if (!app.requestSingleInstanceLock()) app.exit(0);
// 2. What must be said before the app is ready.
app.enableSandbox();
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-features', 'NetworkTimeServiceQuerying,DnsOverHttps');
// Not even an address in figures leads anywhere: what calls out past the requests, as WebRTC does, finds nobody.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
registerSchemes();
refuseNavigation(app);
// Before any session is made, so that the one for printing is closed to the world too.
app.on('session-created', closeSessionToTheWorld);
app.setPath('crashDumps', join(app.getPath('userData'), 'crashes'));
const onAskedFile = hearAskedFiles(app);
// Without this Electron would first make a menu of its own.
Menu.setApplicationMenu(null);

let window: BrowserWindow | null = null;
const ourWindow = (): BrowserWindow => {
  if (!window) throw new Error('Broken promise: dialogs are asked for by the window');
  return window;
};
const send = (event: MainEvent): void => {
  // Closing the file, and what ends with it, outlast the window.
  if (window && !window.isDestroyed()) window.webContents.send(eventChannel, event);
};
const isOurs = (event: IpcMainInvokeEvent): boolean =>
  !window?.isDestroyed() &&
  event.sender === window?.webContents &&
  event.senderFrame === event.sender.mainFrame &&
  (event.senderFrame?.url.startsWith(`${appOrigin}/`) ?? false);

app.on('second-instance', () => {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
});
app.on('window-all-closed', () => app.quit());

void app.whenReady().then(() => {
  // 3. This computer: its settings, and a log of faults.
  const settingsFolder = app.getPath('userData');
  const log = openLog(settingsFolder, { echo: !app.isPackaged });
  process.on('uncaughtException', (error) => log.report(error));
  process.on('unhandledRejection', (error) => log.report(error));
  const settings = openSettings(settingsFolder, ({ theme }) => {
    nativeTheme.themeSource = theme;
  });
  nativeTheme.themeSource = settings.read().theme;
  // 4. The desk, with everything it may reach outside the engagement file.
  const jobs = startJobs(send);
  const clock = () => new Date().toISOString();
  const rendererFolder = join(here, '..', 'renderer');
  const outside = {
    ...{ ...openDialogs(ourWindow), ...jobs, droppedPath: startDroppedFiles(isOurs) },
    ...{ printPdf, layOutWord: openWordLayout(rendererFolder) },
  };
  const desk = createDesk({
    clock,
    newId: randomUUID,
    actor: () => settings.read().userName || userInfo().username,
    changed: (tables) => send({ type: 'changed', tables }),
    outside,
    settings,
    settingsFolder,
    facts: { version: app.getVersion(), platform: process.platform },
    cancelJob: jobs.cancel,
    setFullScreen: (isFullScreen) => ourWindow().setFullScreen(isFullScreen),
    keySeal,
    onLocked: (why) => send({ type: 'locked', why }),
    onDamaged: () => send({ type: 'damaged' }),
    onBackups: () => send({ type: 'backups' }),
    buildSample: async () => {
      const { buildSampleFile } = await import('./services/sample/build-sample.ts');
      return buildSampleFile(join(settingsFolder, 'Sample engagement.lano'), { clock, outside });
    },
  });
  onAskedFile((path) => {
    desk.offer(path);
    send({ type: 'offered' });
  });
  // 5. Our two schemes.
  serveSchemes(rendererFolder, async (id, page) =>
    desk.isOpen() ? evidenceForViewer(desk.context(), id, page) : null,
  );
  // 6. The window, its menu, and its calls.
  window = createWindow(join(here, 'preload.cjs'));
  setMenu((command) => send({ type: 'command', command }), !app.isPackaged);
  const run = async (name: ChannelName, input: unknown): Promise<unknown> => {
    await desk.untilAtRest();
    return runChannel(desk, name, input);
  };
  startRouter({ isOurs, run, report: log.report });
  startWatchingFolder(() => (desk.isOpen() ? desk.context() : null), log.report);
  // 7. Locking by itself, and closing the file before the app ends.
  startAutoLock(
    () => settings.read().lockAfterMinutes,
    (why) => void desk.putDown(why).catch(log.report),
  );
  let closing: 'not yet' | 'now' | 'done' = 'not yet';
  app.on('before-quit', (event) => {
    if (closing === 'done') return;
    event.preventDefault();
    if (closing === 'now') return;
    closing = 'now';
    // A drive that does not answer must not keep the app for ever.
    void Promise.race([desk.putDown('asked'), wait(longestClosing)])
      .catch(log.report)
      .finally(() => {
        closing = 'done';
        app.quit();
      });
  });
  void window.loadURL(`${appOrigin}/index.html`);
});
