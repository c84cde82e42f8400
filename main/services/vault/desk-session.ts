import { drop } from '../../../shared/assert.ts';
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
import { deskRenewal } from './desk-renewal.ts';
import { type KeySeal, recentNotes } from './recent-notes.ts';
import { closeSession, isFileWhole, type Session } from './session.ts';

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
  let isSample = false;
  let closing: Promise<void> | null = null;
  /** How often something was to be put down: what was being opened meanwhile stays closed. */
  let putDowns = 0;
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
  const recent = recentNotes(parts);
  const renewal = deskRenewal({
    outside: parts.outside,
    openSession: theSession,
    // A backup that is being made is of the file under its old key.
    before: backups.putDown,
    goOn: (renewed) => {
      session = renewed;
    },
  });

  const close = async (opened: Session, why: LockReason): Promise<void> => {
    await Promise.all([renewal.stop(), backups.putDown(), handOver.putDown()]);
    await closeSession(opened);
    parts.onLocked(why);
  };

  /** Settles when nothing lies open any more, whoever began to close it. */
  const putDown = async (why: LockReason): Promise<void> => {
    putDowns += 1;
    const opened = session;
    session = null;
    if (opened)
      closing = close(opened, why).finally(() => {
        closing = null;
      });
    await closing;
  };

  const takeUp = async (open: () => Promise<Session>, how: HowTaken): Promise<void> => {
    const before = putDowns;
    const opened = await open();
    await putDown('asked');
    const isBegun = listRows(opened.db, engagements).length > 0;
    if (putDowns !== before + 1 || !isBegun) {
      await closeSession(opened);
      throw new AppError(isBegun ? 'vault/locked' : 'vault/not-a-lano-file');
    }
    session = opened;
    isSample = how.isSample ?? false;
    // What cannot be swept now, as when the file is locked meanwhile, is swept at the next opening.
    drop(
      oneAtATime(opened.db, () => sweepUnfinished(opened.db)),
      () => {},
    );
    lookAfter(opened);
    await recent.note(opened, how.remember);
    // Where the drive is gone meanwhile, whoever reads the file next says so.
    drop(settleIn(opened), () => {});
  };

  const settleIn = async (opened: Session): Promise<void> => {
    const isWhole = await isFileWhole(opened.path, opened.key);
    // Not before: a page looked at while it is being written looks damaged.
    if (session !== opened) return;
    if (!isWhole) parts.onDamaged();
    goOnReading(opened);
  };

  const goOnReading = ({ db }: Session): void => {
    drop(indexWaiting(db), () => {});
    readWaitingScans();
  };

  const lookAfter = (opened: Session): void => {
    if (isSample) return;
    const engagement = listRows(opened.db, engagements)[0];
    if (!engagement) return;
    const title = titleNeutraliser(listKnownChildren(opened.db))(engagement.title).slice(0, 60).trim();
    backups.takeUp({ ...opened, engagementId: engagement.id, title });
  };

  /** After a change of the passphrase, whatever came of it: what cannot be opened again is put down. */
  const goOnOrPutDown = async (): Promise<void> => {
    if (!session) return;
    if (!session.db.open) return putDown('asked');
    lookAfter(session);
    goOnReading(session);
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
    titleOf: recent.titleOf,
    /** Opens a file in the place of what was open. Fails as `open` does, and with `vault/locked` when it was to be locked meanwhile. */
    takeUp,
    putDown,
    /**
     * Goes on with the same file under a new passphrase. What this computer remembered of the old key is forgotten. Fails
     * as `rekeySession` does, and with `vault/locked` when the file was closed meanwhile; it is then as it was.
     */
    changePassphrase: async (input: { readonly current: string; readonly next: string }): Promise<void> => {
      try {
        await renewal.change(input);
      } finally {
        await goOnOrPutDown();
      }
      if (session) await recent.note(session, false);
    },
  };
}
