import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { AppFacts } from '../../../shared/ipc/settings.ts';
import type { RecentFile, VaultState } from '../../../shared/ipc/vault.ts';
import { untilAtRest } from '../../db/beside.ts';
import type { FileKey } from '../../db/cipher.ts';
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
  openWithKey,
  openWithRecoveryKey,
  recoveryDigits,
  rekeySession,
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

  const takeUp: typeof open.takeUp = async (opened, how) => {
    files.withdrawOffer();
    await open.takeUp(opened, how);
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
      const created = await createSession(
        extname(path) === '.lano' ? path : `${path}.lano`,
        input.passphrase,
      );
      startEngagement(open.contextFor(created.db), { ...input, framework, lessons, reviews });
      await takeUp(created, { remember: false });
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
      await takeUp(await openSession(path, input.passphrase), { remember: input.remember });
      return null;
    },

    openWithRecoveryKey: async (input: { token: string; recoveryKey: string }): Promise<null> => {
      const { path } = await files.entryOf(input.token);
      await open.putDown('asked');
      await takeUp(await openWithRecoveryKey(path, input.recoveryKey), { remember: false });
      return null;
    },

    openRemembered: async ({ token }: { token: string }): Promise<{ opened: boolean }> => {
      const entry = await files.entryOf(token);
      if (!entry.sealedKey || !parts.keySeal.isSafe()) return { opened: false };
      const head = await readFile(entry.path).then((bytes) => bytes.subarray(0, 16));
      const key: FileKey = { key: parts.keySeal.unseal(entry.sealedKey), salt: Uint8Array.from(head) };
      await takeUp(await openWithKey(entry.path, key), { remember: true });
      return { opened: true };
    },

    openSample: async (): Promise<null> => {
      const { path, passphrase } = await parts.buildSample();
      await takeUp(await openSession(path, passphrase), { remember: false, isSample: true });
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
      await requirePassphrase(open.theSession(), input.current);
      await open.exchange((current) => rekeySession(current, input.current, input.next));
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
