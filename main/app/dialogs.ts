import { type BrowserWindow, dialog } from 'electron';
import type { Outside } from '../services/context.ts';

/** The system's own dialogs, as children of the window. */
export function openDialogs(
  window: () => BrowserWindow,
): Pick<Outside, 'chooseFiles' | 'chooseFolder' | 'chooseSavePath'> {
  return {
    chooseFiles: async (title, filters) => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title,
        filters: filters.map((filter) => ({ ...filter, extensions: [...filter.extensions] })),
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      });
      return filePaths;
    },
    chooseFolder: async (title) => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return filePaths[0] ?? null;
    },
    chooseSavePath: async (title, name, filters) => {
      const { filePath } = await dialog.showSaveDialog(window(), {
        title,
        defaultPath: name,
        filters: filters.map((filter) => ({ ...filter, extensions: [...filter.extensions] })),
        properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
      });
      return filePath || null;
    },
  };
}
