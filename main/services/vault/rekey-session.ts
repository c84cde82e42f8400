import { rm } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import { endBeside } from '../../db/beside.ts';
import { newKey } from '../../db/cipher.ts';
import { replaceDatabase } from '../../db/open.ts';
import { changesSoFar } from '../../db/statement.ts';
import { oneAtATime } from '../evidence/take-in.ts';
import { makeSealedCopy } from '../hand-over/make-copy.ts';
import { renewalOf, sweepRenewal, syncFolderOf } from './renewal.ts';
import type { Session } from './session.ts';

export type Rekeying = {
  /** The new passphrase. */
  readonly next: string;
  /** Stops it, at any time: the file then stays under its old key. */
  readonly signal: AbortSignal;
  /** Called in the turn in which the file lies open anew: under the new key, or again under the old one. */
  readonly goOn: (session: Session) => void;
};

const mostAttempts = 5;

/**
 * Puts the file under a new passphrase and key, with a new salt; sheets and devices that knew the old key no longer open
 * it. A whole file under the new key is made and proved beside it and then takes its place at one stroke, so that
 * whatever happens meanwhile, one of the two passphrases opens the file. SQLite’s own way, over the file as it lies, would
 * leave it under neither if the power failed.
 */
export async function rekeySession(session: Session, rekeying: Rekeying): Promise<void> {
  // Documents that are being taken in are written under the old key.
  await oneAtATime(session.db, () => renew(session, rekeying));
}

async function renew(session: Session, { next, signal, goOn }: Rekeying): Promise<void> {
  const { path, db } = session;
  const made = renewalOf(path);
  const key = await newKey(next);
  try {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      if (signal.aborted) throw new AppError('evidence/cancelled');
      const before = changesSoFar(db);
      await rm(made, { force: true });
      await makeSealedCopy(session, made, key, signal);
      await endBeside(db);
      if (signal.aborted) throw new AppError('evidence/cancelled');
      if (changesSoFar(db) !== before) continue;
      const { db: opened, isReplaced } = replaceDatabase(db, made, key);
      goOn({ ...session, db: opened, key: isReplaced ? key : session.key });
      if (!isReplaced) throw new AppError('disk/cannot-write');
      await syncFolderOf(path);
      return;
    }
    throw new AppError('disk/cannot-write', 'Something else was being saved at the same time.');
  } finally {
    await sweepRenewal(path);
  }
}
