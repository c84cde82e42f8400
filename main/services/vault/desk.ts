import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { drop } from '../../../shared/assert.ts';
import { frameworkById } from '../../../shared/domain/frameworks.ts';
import { titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AppFacts } from '../../../shared/ipc/settings.ts';
import type { RecentFile, VaultState } from '../../../shared/ipc/vault.ts';
import { untilAtRest } from '../../db/beside.ts';
import type { FileKey } from '../../db/cipher.ts';
import type { Connection } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { engagements } from '../../db/tables.ts';
import { type BackupParts, createBackups } from '../backup/backups.ts';
import type { Context } from '../context.ts';
import { listKnownChildren } from '../evidence/known-children.ts';
import { readScans } from '../evidence/read-scans.ts';
import { oneAtATime, sweepUnfinished } from '../evidence/take-in.ts';
import { deskHandOver } from '../hand-over/desk-hand-over.ts';
import { indexWaiting } from '../search/index-words.ts';
import type { SettingsStore } from '../settings.ts';
import { startEngagement } from '../start-engagement.ts';
import { deskBackups } from './desk-backups.ts';
import { deskTemplates } from './desk-templates.ts';
import { requireStrong } from './passphrase.ts';
import {
  describeRecent,
  forgetRecent,
  type RecentEntry,
  readRecent,
  rememberRecent,
  tokenFor,
} from './recent-files.ts';
import { saveRecoverySheet } from './recovery-sheet.ts';
import {
  closeSession,
  copySession,
  createSession,
  isFileWhole,
  openSession,
  openWithKey,
  openWithRecoveryKey,
  recoveryDigits,
  rekeySession,
  requirePassphrase,
  type Session,
} from './session.ts';

/** Keeps a key under the operating system's own protection, where it has any. */
export type KeySeal = {
  readonly isSafe: () => boolean;
  readonly seal: (key: Uint8Array) => string;
  readonly unseal: (sealed: string) => Uint8Array;
};

export type DeskParts = Pick<Context, 'clock' | 'newId' | 'changed' | 'outside'> & {
  readonly actor: () => string;
  /** The folder of the app's own settings on this computer. */
  readonly settingsFolder: string;
  readonly settings: SettingsStore;
  readonly facts: AppFacts;
  readonly cancelJob: (job: string) => void;
  readonly setFullScreen: (isFullScreen: boolean) => void;
  readonly keySeal: KeySeal;
  readonly onLocked: (why: LockReason) => void;
  readonly onDamaged: () => void;
  /** Called when how the open engagement is backed up has changed. */
  readonly onBackups: () => void;
  readonly backupWaits?: BackupParts['waits'];
  /** Builds the sample engagement at a path and leaves it closed; answers with its passphrase. */
  readonly buildSample: () => Promise<{ readonly path: string; readonly passphrase: string }>;
};

export type LockReason = 'asked' | 'idle' | 'screen-lock' | 'sleep';

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
  let session: Session | null = null;
  const chosen = new Map<string, string>();
  const templates = deskTemplates(parts.outside);
  let offered: string | null = null;
  const backups = createBackups({
    settingsFolder: parts.settingsFolder,
    clock: parts.clock,
    onChange: parts.onBackups,
    ...(parts.backupWaits ? { waits: parts.backupWaits } : {}),
  });

  const contextFor = (db: Connection): Context => {
    const { clock, newId, actor, outside } = parts;
    const changed = (tables: readonly string[]): void => {
      parts.changed(tables);
      if (tables.includes('evidence_items')) readWaitingScans();
    };
    return { db, clock, newId, actor: actor(), changed, outside };
  };

  /** Beside everything else; what stops it, as when the file is locked meanwhile, leaves the rest for the next time. */
  const readWaitingScans = (): void => {
    if (session) drop(readScans(contextFor(session.db)), () => {});
  };

  const theSession = (): Session => {
    if (!session) throw new AppError('vault/locked');
    return session;
  };
  const context = (): Context => contextFor(theSession().db);
  const handOver = deskHandOver({ settingsFolder: parts.settingsFolder, openSession: theSession, context });

  const putDown = async (why: LockReason): Promise<void> => {
    if (!session) return;
    const closing = session;
    session = null;
    await Promise.all([backups.putDown(), handOver.putDown()]);
    await closeSession(closing);
    parts.onLocked(why);
  };

  const takeUp = async (opened: Session, remember: boolean, isSample = false): Promise<void> => {
    await putDown('asked');
    session = opened;
    offered = null;
    // What cannot be swept now, as when the file is locked meanwhile, is swept at the next opening.
    drop(
      oneAtATime(opened.db, () => sweepUnfinished(opened.db)),
      () => {},
    );
    if (!isSample) lookAfter(opened);
    const entry = recentEntry(opened);
    const sealedKey = remember && parts.keySeal.isSafe() ? parts.keySeal.seal(opened.key.key) : null;
    await rememberRecent(parts.settingsFolder, { ...entry, sealedKey });
    void isFileWhole(opened.path, opened.key).then((isWhole) => {
      if (!isWhole && session === opened) parts.onDamaged();
      // Not before: a page looked at while it is being written looks damaged.
      if (session !== opened) return;
      drop(indexWaiting(opened.db), () => {});
      readWaitingScans();
    });
  };

  const lookAfter = (opened: Session): void => {
    const engagement = listRows(opened.db, engagements)[0];
    if (!engagement) return;
    const title = titleNeutraliser(listKnownChildren(opened.db))(engagement.title).slice(0, 60).trim();
    backups.takeUp({ ...opened, engagementId: engagement.id, title });
  };

  const recentEntry = (opened: Session): RecentEntry => {
    const engagement = listRows(opened.db, engagements)[0];
    if (!engagement) throw new AppError('vault/not-a-lano-file');
    return {
      path: opened.path,
      title: engagement.title,
      kind: frameworkById(engagement.frameworkId)?.name ?? '',
      lastOpened: parts.clock(),
      sealedKey: null,
    };
  };

  const pathFor = async (token: string): Promise<RecentEntry> => {
    const recent = await readRecent(parts.settingsFolder);
    const known = recent.find((entry) => tokenFor(entry.path) === token);
    if (known) return known;
    const path = chosen.get(token);
    if (!path) throw new AppError('vault/not-found');
    return {
      path,
      title: basename(path, extname(path)),
      kind: '',
      lastOpened: parts.clock(),
      sealedKey: null,
    };
  };

  /** Offers a file on the first screen, when the app was asked for it from outside. */
  const offer = (path: string): void => {
    offered = tokenFor(path);
    chosen.set(offered, path);
  };

  const describe = async (entry: RecentEntry): Promise<RecentFile> => {
    const newest = await backups.newestOf(entry.path);
    return { ...describeRecent(entry), lastBackup: newest?.at ?? null };
  };

  const describePath = async (path: string): Promise<RecentFile> => {
    chosen.set(tokenFor(path), path);
    return describe(await pathFor(tokenFor(path)));
  };

  return {
    context,
    putDown,
    offer,
    backups: deskBackups({
      backups,
      outside: parts.outside,
      openPath: () => theSession().path,
      pathFor: async (token) => (await pathFor(token)).path,
      describe: describePath,
      lockAndOffer: async (path) => {
        offer(path);
        await putDown('asked');
      },
    }),
    handOver,
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
    isOpen: () => session !== null,
    /** Settles when nothing is being written into the open file by a thread, so that reading it need not wait. */
    untilAtRest: async () => session && (await untilAtRest(session.db)),
    readVault: async (): Promise<VaultState> => {
      if (session) {
        const { title } = recentEntry(session);
        return { state: 'open', title, folder: basename(dirname(session.path)) };
      }
      const recent = await readRecent(parts.settingsFolder);
      const canRemember = parts.keySeal.isSafe();
      const waiting = offered === null ? null : await describe(await pathFor(offered));
      return {
        state: 'closed',
        recent: await Promise.all(recent.map(describe)),
        offered: waiting,
        canRemember,
      };
    },

    chooseTemplate: templates.choose,

    createEngagement: async (input: NewEngagement): Promise<{ created: boolean }> => {
      await requireStrong(input.passphrase);
      const { framework, lessons, reviews } = templates.startFrom(input);
      const name = `${input.title.replace(/[^\p{L}\p{N} ()-]/gu, '').trim() || 'Engagement'}.lano`;
      const path = await parts.outside.chooseSavePath('Where to keep the engagement', name, lanoFilter);
      if (!path) return { created: false };
      const created = await createSession(
        extname(path) === '.lano' ? path : `${path}.lano`,
        input.passphrase,
      );
      startEngagement(contextFor(created.db), { ...input, framework, lessons, reviews });
      await takeUp(created, false);
      return { created: true };
    },

    chooseFile: async (): Promise<RecentFile | null> => {
      const [path] = await parts.outside.chooseFiles('Open an engagement', lanoFilter);
      return path ? describePath(path) : null;
    },

    openEngagement: async (input: {
      token: string;
      passphrase: string;
      remember: boolean;
    }): Promise<null> => {
      const { path } = await pathFor(input.token);
      await putDown('asked');
      await takeUp(await openSession(path, input.passphrase), input.remember);
      return null;
    },

    openWithRecoveryKey: async (input: { token: string; recoveryKey: string }): Promise<null> => {
      const { path } = await pathFor(input.token);
      await putDown('asked');
      await takeUp(await openWithRecoveryKey(path, input.recoveryKey), false);
      return null;
    },

    openRemembered: async ({ token }: { token: string }): Promise<{ opened: boolean }> => {
      const entry = await pathFor(token);
      if (!entry.sealedKey || !parts.keySeal.isSafe()) return { opened: false };
      const head = await readFile(entry.path).then((bytes) => bytes.subarray(0, 16));
      const key: FileKey = { key: parts.keySeal.unseal(entry.sealedKey), salt: Uint8Array.from(head) };
      await takeUp(await openWithKey(entry.path, key), true);
      return { opened: true };
    },

    openSample: async (): Promise<null> => {
      const { path, passphrase } = await parts.buildSample();
      await takeUp(await openSession(path, passphrase), false, true);
      return null;
    },

    forgetRecent: async ({ token }: { token: string }): Promise<null> => {
      await forgetRecent(parts.settingsFolder, token);
      return null;
    },

    lockEngagement: async (): Promise<null> => {
      await putDown('asked');
      return null;
    },

    changePassphrase: async (input: { current: string; next: string }): Promise<null> => {
      await requireStrong(input.next);
      if (!session) throw new AppError('vault/locked');
      await requirePassphrase(session, input.current);
      // A backup that is being made is of the file under its old key.
      await backups.putDown();
      try {
        session = await rekeySession(session, input.current, input.next);
      } finally {
        lookAfter(session);
        readWaitingScans();
      }
      await rememberRecent(parts.settingsFolder, recentEntry(session));
      return null;
    },

    saveRecoverySheet: async ({ passphrase }: { passphrase: string }): Promise<{ saved: boolean }> => {
      const opened = theSession();
      await requirePassphrase(opened, passphrase);
      return saveRecoverySheet(parts.outside, {
        title: recentEntry(opened).title,
        digits: recoveryDigits(opened.key),
      });
    },

    saveCopy: async (): Promise<{ saved: boolean }> => {
      const opened = theSession();
      const path = await parts.outside.chooseSavePath('Save a copy', basename(opened.path), lanoFilter);
      if (!path) return { saved: false };
      await copySession(opened, path);
      return { saved: true };
    },
  };
}
