import { copyFile, mkdir, rm } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { drop as letGo } from '../../../shared/assert.ts';
import type { Choice } from '../../../shared/domain/hand-over/merge.ts';
import { today } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BroughtBack, ChosenCopy, ReturnView } from '../../../shared/ipc/hand-over.ts';
import { keyFromPassphrase, readSalt } from '../../db/cipher.ts';
import { openDatabase } from '../../db/open.ts';
import { startBackupWorker } from '../backup/backup-worker.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { oneAtATime, sweepUnfinished } from '../evidence/take-in.ts';
import { newPackPassphrase } from '../pack/passphrase.ts';
import { indexWaiting } from '../search/index-words.ts';
import { stoppable } from '../stoppable.ts';
import { stoppedByLock } from '../stopped-by-lock.ts';
import { takeFileLock } from '../vault/file-lock.ts';
import { tokenFor } from '../vault/recent-files.ts';
import type { Session } from '../vault/session.ts';
import { type BringWorker, type OtherFile, startBringWorker } from './bring-worker.ts';
import { handOver } from './hand-over.ts';

export type DeskHandOverParts = {
  readonly settingsFolder: string;
  readonly openSession: () => Session;
  readonly context: () => Context;
};

const filter = [{ name: 'LANO Desk engagement', extensions: ['lano'] }];
const workingName = 'Copy brought back.lano';
const job = 'hand-over';

/** What the window may ask about copies for a colleague. A copy that comes back is read from a copy of its own, and stays as it is. */
export function deskHandOver({ settingsFolder, openSession, context }: DeskHandOverParts) {
  const chosen = new Map<string, string>();
  const working = join(settingsFolder, workingName);
  const making = stoppedByLock();
  let returned: BringWorker | null = null;

  const drop = async (): Promise<void> => {
    const worker = returned;
    returned = null;
    await worker?.end();
    for (const path of [working, `${working}-journal`])
      await rm(path, { force: true, maxRetries: 5 }).catch(() => {});
  };

  // What an app that was killed left behind is of no use to anybody.
  letGo(drop(), () => {});

  return {
    putDown: async (): Promise<void> => {
      await Promise.all([making.stop(), drop()]);
    },

    makePassphrase: () => ({ passphrase: newPackPassphrase() }),

    handOver: async (input: { to: string; passphrase: string }): Promise<{ fileName: string } | null> => {
      const source = openSession();
      const ctx = context();
      const stem = basename(source.path, extname(source.path));
      const name = `${stem}, handed over ${today(ctx.clock())}.lano`;
      const picked = await ctx.outside.chooseSavePath('Where to save the copy', name, filter);
      if (!picked) return null;
      const path = extname(picked) === '.lano' ? picked : `${picked}.lano`;
      await making.run((locked) =>
        stoppable(ctx.outside, { job, label: 'Making the sealed copy' }, (stopped) =>
          handOver(ctx, { source, path, ...input, signal: AbortSignal.any([stopped, locked]) }),
        ),
      );
      return { fileName: basename(path) };
    },

    chooseReturned: async (): Promise<ChosenCopy | null> => {
      const [path] = await context().outside.chooseFiles('Bring back a copy', filter);
      if (!path) return null;
      chosen.set(tokenFor(path), path);
      return { token: tokenFor(path), name: basename(path) };
    },

    readReturned: async (input: { token: string; passphrase: string }): Promise<ReturnView> => {
      const path = chosen.get(input.token);
      if (!path) throw new AppError('vault/not-found');
      const { db, path: own } = openSession();
      if (resolve(path) === resolve(own))
        throw new AppError('input/invalid', 'This is the file that is open. Choose the copy that came back.');
      await drop();
      const ctx = context();
      try {
        return await stoppable(ctx.outside, { job, label: 'Reading the copy' }, async (signal) => {
          const other = await copyToRead(path, working, input.passphrase);
          await requireWhole(other, signal);
          returned = startBringWorker(db, other);
          return returned.look();
        });
      } catch (error) {
        await drop();
        throw error;
      }
    },

    bringBack: async (input: {
      choices: readonly { key: string; choice: Choice }[];
    }): Promise<BroughtBack> => {
      const worker = returned;
      if (!worker) throw new AppError('hand-over/nothing-open');
      const ctx = context();
      const choices = input.choices.map(({ key, choice }) => [key, choice] as const);
      try {
        // Documents that are taken in meanwhile would take those of the copy for their own unfinished ones.
        const { brought, tables } = await oneAtATime(ctx.db, async () => {
          try {
            await worker.copy();
            return await worker.bring(choices, { actor: ctx.actor, at: ctx.clock() });
          } catch (error) {
            if (ctx.db.open) await sweepUnfinished(ctx.db);
            throw error;
          }
        });
        ctx.changed(tables);
        // Pages of documents that came wait for the search index; what is left at closing goes on at the next opening.
        letGo(indexWaiting(ctx.db), () => {});
        return brought;
      } finally {
        await drop();
      }
    },

    dropReturned: async (): Promise<null> => {
      await drop();
      return null;
    },
  };
}

/** Copies the file, still encrypted, to where it may be opened; whoever has it open elsewhere is asked to close it first. */
async function copyToRead(from: string, to: string, passphrase: string): Promise<OtherFile> {
  const salt = await readSalt(from).catch(() => {
    throw new AppError('vault/not-found');
  });
  const lock = await takeFileLock(from).catch((error: unknown) => {
    // A stick that cannot be written to cannot be written to by anybody.
    if (error instanceof AppError && error.code === 'disk/cannot-write') return null;
    throw error;
  });
  try {
    await mkdir(join(to, '..'), { recursive: true });
    await copyFile(from, to);
  } catch (error) {
    throw diskError(error) ?? error;
  } finally {
    await lock?.release();
  }
  const key = await keyFromPassphrase(passphrase, salt);
  return { path: to, key, fileName: basename(from) };
}

/** Fails as opening does, and with `vault/damaged` where a part of it that opening does not look at is not whole. */
async function requireWhole({ path, key }: OtherFile, signal: AbortSignal): Promise<void> {
  const worker = startBackupWorker(signal);
  try {
    const proof = await worker.ask({ ask: 'verify', path, key });
    if (proof.say === 'verified' && proof.isWhole) return;
  } finally {
    await worker.end();
  }
  const db = await openDatabase(path, key);
  db.close();
  throw new AppError('vault/damaged');
}
