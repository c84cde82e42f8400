import { basename, dirname, extname } from 'node:path';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AppFacts } from '../../../shared/ipc/settings.ts';
import type { RecentFile, VaultState } from '../../../shared/ipc/vault.ts';
import { untilAtRest } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import type { SettingsStore } from '../settings.ts';
import { startEngagement } from '../start-engagement.ts';
import { deskBackups } from './desk-backups.ts';
import { deskFiles } from './desk-files.ts';
import { type DeskSessionParts, deskSession } from './desk-session.ts';
import { deskTemplates } from './desk-templates.ts';
import { requireStrong } from './passphrase.ts';
import { forgetRecent } from './recent-files.ts';
import { saveRecoverySheet } from './recovery-sheet.ts';
import {
  copySession,
  createSession,
  openSession,
  openWithKeyAlone,
  openWithRecoveryKey,
  recoveryDigits,
  requirePassphrase,
} from './session.ts';

export type DeskParts = DeskSessionParts & {
  readonly settings: SettingsStore;
  readonly facts: AppFacts;
  readonly cancelJob: (job: string) => void;
  readonly setFullScreen: (isFullScreen: boolean) => void;
  /** Builds the sample engagement at a path and leaves it closed; answers with its passphrase. */
  readonly buildSample: () => Promise<{ readonly path: string; readonly passphrase: string }>;
};

export type NewEngagement = {
  readonly title: string;
  readonly council: string;
  readonly frameworkId: string;
  readonly anchorDate: IsoDate | null;
  readonly templateToken: string | null;
  readonly passphrase: string;
};

const lanoFilter = [{ name: 'LANO Desk engagement', extensions: ['lano'] }];

export type Desk = ReturnType<typeof createDesk>;

/** The desk: at most one engagement lies open on it, and what may be done while none does. */
export function createDesk(parts: DeskParts) {
  const { settingsFolder, clock, outside } = parts;
  const open = deskSession(parts);
  const files = deskFiles({ settingsFolder, clock, newestOf: open.backups.newestOf });
  const templates = deskTemplates(outside);

  const takeUp: typeof open.takeUp = async (opening, how) => {
    await open.takeUp(opening, how);
    files.withdrawOffer();
  };

  return {
    context: open.context,
    putDown: open.putDown,
    offer: files.offer,
    backups: deskBackups({
      backups: open.backups,
      outside,
      openPath: () => open.theSession().path,
      pathFor: async (token) => (await files.entryOf(token)).path,
      describe: files.describePath,
      lockAndOffer: async (path) => {
        files.offer(path);
        await open.putDown('asked');
      },
    }),
    handOver: open.handOver,
    settings: parts.settings,
    facts: parts.facts,
    cancelJob: (job: string): null => {
      parts.cancelJob(job);
      return null;
    },
    setFullScreen: (isFullScreen: boolean): null => {
      parts.setFullScreen(isFullScreen);
      return null;
    },
    isOpen: () => open.opened() !== null,
    /** Settles when nothing is being written into the open file by a thread, so that reading it need not wait. */
    untilAtRest: async () => {
      const opened = open.opened();
      if (opened) await untilAtRest(opened.db);
    },
    readVault: async (): Promise<VaultState> => {
      const opened = open.opened();
      if (opened)
        return { state: 'open', title: open.titleOf(opened), folder: basename(dirname(opened.path)) };
      return { state: 'closed', ...(await files.describeAll()), canRemember: parts.keySeal.isSafe() };
    },

    chooseTemplate: templates.choose,

    createEngagement: async (input: NewEngagement): Promise<{ created: boolean }> => {
      await requireStrong(input.passphrase);
      const { framework, lessons, reviews } = templates.startFrom(input);
      const name = `${input.title.replace(/[^\p{L}\p{N} ()-]/gu, '').trim() || 'Engagement'}.lano`;
      const path = await outside.chooseSavePath('Where to keep the engagement', name, lanoFilter);
      if (!path) return { created: false };
      const start = (db: Connection) =>
        startEngagement(open.contextFor(db), { ...input, framework, lessons, reviews });
      const full = extname(path) === '.lano' ? path : `${path}.lano`;
      await takeUp(() => createSession(full, input.passphrase, start), { remember: false });
      return { created: true };
    },

    chooseFile: async (): Promise<RecentFile | null> => {
      const [path] = await outside.chooseFiles('Open an engagement', lanoFilter);
      return path ? files.describePath(path) : null;
    },

    openEngagement: async (input: {
      token: string;
      passphrase: string;
      remember: boolean;
    }): Promise<null> => {
      const { path } = await files.entryOf(input.token);
      await open.putDown('asked');
      await takeUp(() => openSession(path, input.passphrase), { remember: input.remember });
      return null;
    },

    openWithRecoveryKey: async (input: { token: string; recoveryKey: string }): Promise<null> => {
      const { path } = await files.entryOf(input.token);
      await open.putDown('asked');
      await takeUp(() => openWithRecoveryKey(path, input.recoveryKey), { remember: false });
      return null;
    },

    openRemembered: async ({ token }: { token: string }): Promise<{ opened: boolean }> => {
      const entry = await files.entryOf(token);
      if (!entry.sealedKey || !parts.keySeal.isSafe()) return { opened: false };
      const key = parts.keySeal.unseal(entry.sealedKey);
      await open.putDown('asked');
      return takeUp(() => openWithKeyAlone(entry.path, key), { remember: true }).then(
        () => ({ opened: true }),
        (error: unknown) => {
          // The passphrase was changed since, on another computer or as this one went off.
          if (error instanceof AppError && error.code === 'vault/wrong-passphrase') return { opened: false };
          throw error;
        },
      );
    },

    openSample: async (): Promise<null> => {
      const { path, passphrase } = await parts.buildSample();
      await takeUp(() => openSession(path, passphrase), { remember: false, isSample: true });
      return null;
    },

    forgetRecent: async ({ token }: { token: string }): Promise<null> => {
      await forgetRecent(settingsFolder, token);
      return null;
    },

    lockEngagement: async (): Promise<null> => {
      await open.putDown('asked');
      return null;
    },

    changePassphrase: async (input: { current: string; next: string }): Promise<null> => {
      await requireStrong(input.next);
      await open.changePassphrase(input);
      return null;
    },

    saveRecoverySheet: async ({ passphrase }: { passphrase: string }): Promise<{ saved: boolean }> => {
      const opened = open.theSession();
      await requirePassphrase(opened, passphrase);
      return saveRecoverySheet(outside, {
        title: open.titleOf(opened),
        digits: recoveryDigits(opened.key),
      });
    },

    saveCopy: async (): Promise<{ saved: boolean }> => {
      const opened = open.theSession();
      const path = await outside.chooseSavePath('Save a copy', basename(opened.path), lanoFilter);
      if (!path) return { saved: false };
      await copySession(opened, path);
      return { saved: true };
    },
  };
}
