import { contextBridge, ipcRenderer, webUtils } from 'electron';

/**
 * The only door between the window and the main process. Kept free of our own imports, so that it stays one small file
 * that can be read in a minute; the channel names here are `callChannel`, `eventChannel` and `filesChannel`.
 */
const api = {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('lano:call', name, input),
  onEvent: (listener: (event: unknown) => void): (() => void) => {
    const heard = (_: unknown, event: unknown): void => listener(event);
    ipcRenderer.on('lano:event', heard);
    return () => {
      ipcRenderer.removeListener('lano:event', heard);
    };
  },
  /** Tells main which files were dropped on the window, and hands the page tokens instead of paths. */
  dropFiles: (files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke(
      'lano:files',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
};

contextBridge.exposeInMainWorld('api', api);
