import { drop } from '../../../shared/assert.ts';
import { frameworkById } from '../../../shared/domain/frameworks.ts';
import { titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import { AppError } from '../../../shared/errors.ts';
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
import { type RecentEntry, rememberRecent } from './recent-files.ts';
import { closeSession, isFileWhole, type Session } from './session.ts';

/** Keeps a key under the operating system's own protection, where it has any. */
export type KeySeal = {
  readonly isSafe: () => boolean;
  readonly seal: (key: Uint8Array) => string;
  readonly unseal: (sealed: string) => Uint8Array;
};

export type LockReason = 'asked' | 'idle' | 'screen-lock' | 'sleep';

export type DeskSessionParts = Pick<Context, 'clock' | 'newId' | 'changed' | 'outside'> & {
  readonly actor: () => string;
  /** The folder of the app's own settings on this computer. */
  readonly settingsFolder: string;
  readonly keySeal: KeySeal;
  readonly onLocked: (why: LockReason) => void;
  readonly onDamaged: () => void;
  /** Called when how the open engagement is backed up has changed. */
  readonly onBackups: () => void;
  readonly backupWaits?: BackupParts['waits'];
};

export type HowTaken = {
  /** Whether this computer keeps the key, where it can protect it. */
  readonly remember: boolean;
  /** The sample is never backed up. */
  readonly isSample?: boolean;
};

/** The one engagement that lies open: taken up, looked after while it is, and put down. */
export function deskSession(parts: DeskSessionParts) {
  let session: Session | null = null;
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
  const { settingsFolder } = parts;
  const handOver = deskHandOver({ settingsFolder, openSession: theSession, context });

  const putDown = async (why: LockReason): Promise<void> => {
    if (!session) return;
    const closing = session;
    session = null;
    await Promise.all([backups.putDown(), handOver.putDown()]);
    await closeSession(closing);
    parts.onLocked(why);
  };

  const takeUp = async (opened: Session, { remember, isSample = false }: HowTaken): Promise<void> => {
    await putDown('asked');
    session = opened;
    // What cannot be swept now, as when the file is locked meanwhile, is swept at the next opening.
    drop(
      oneAtATime(opened.db, () => sweepUnfinished(opened.db)),
      () => {},
    );
    if (!isSample) lookAfter(opened);
    const sealedKey = remember && parts.keySeal.isSafe() ? parts.keySeal.seal(opened.key.key) : null;
    await rememberRecent(settingsFolder, { ...recentEntry(opened), sealedKey });
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

  return {
    backups,
    handOver,
    /** The engagement that is open, or null. */
    opened: () => session,
    /** The engagement that is open; fails with `vault/locked` while none is. */
    theSession,
    context,
    contextFor,
    titleOf: (opened: Session): string => recentEntry(opened).title,
    /** Puts down what was open and opens this in its place. */
    takeUp,
    putDown,
    /** Goes on with the same file under another key. What this computer remembered of the old one is forgotten. */
    exchange: async (renew: (current: Session) => Promise<Session>): Promise<void> => {
      const current = theSession();
      // A backup that is being made is of the file under its old key.
      await backups.putDown();
      try {
        session = await renew(current);
      } finally {
        lookAfter(theSession());
        readWaitingScans();
      }
      await rememberRecent(settingsFolder, recentEntry(theSession()));
    },
  };
}
