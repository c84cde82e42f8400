import type { StateCreator } from 'zustand';
import type { BackupView } from '../../shared/ipc/backups.ts';
import { call } from '../bridge.ts';

export type BackupsSlice = {
  /** How the open engagement is backed up; null until that was read. */
  readonly backups: BackupView | null;
  readonly readBackups: () => Promise<void>;
};

export const createBackupsSlice: StateCreator<BackupsSlice> = (set) => ({
  backups: null,
  readBackups: async () => {
    const answer = await call('backups:readBackups', {});
    if (answer.ok) set({ backups: answer.value });
  },
});
