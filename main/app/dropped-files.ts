import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { filesChannel } from '../../shared/ipc/contract.ts';

/** Turns paths of files dropped on the window into tokens, so that the page never holds a path. */
export function startDroppedFiles(
  isOurs: (event: IpcMainInvokeEvent) => boolean,
): (token: string) => string | null {
  const paths = new Map<string, string>();
  ipcMain.handle(filesChannel, (event, dropped: unknown) => {
    if (!isOurs(event) || !Array.isArray(dropped)) return [];
    return dropped
      .filter((path): path is string => typeof path === 'string' && path !== '')
      .map((path) => {
        const token = randomUUID();
        paths.set(token, path);
        return { token, name: basename(path) };
      });
  });
  return (token) => paths.get(token) ?? null;
}
