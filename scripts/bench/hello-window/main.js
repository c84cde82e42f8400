// The least that an Electron app can be: the peer that the start of LANO Desk is measured against.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(new URL('./index.html', import.meta.url).pathname);
});
app.on('window-all-closed', () => app.quit());
