import { BrowserWindow, nativeTheme } from 'electron';

/** The one window. Its preferences are Electron's own security list, items 2 to 11. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 320,
    minHeight: 400,
    show: false,
    title: 'LANO Desk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#121519' : '#f2f3f6',
    titleBarStyle: process.platform === 'linux' ? 'default' : 'hidden',
    ...(process.platform === 'win32'
      ? { titleBarOverlay: { color: '#00000000', symbolColor: '#5a6372', height: 40 } }
      : {}),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  // The page's own title would put the engagement's name where the operating system keeps it.
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}
