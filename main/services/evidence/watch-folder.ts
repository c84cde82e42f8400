import { open, readdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { AddedFile, WatchedState } from '../../../shared/ipc/evidence.ts';
import { untilAtRest } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import {
  putWatchedFiles,
  putWatchedFolder,
  readWatchedFiles,
  readWatchedFolder,
} from '../../db/watched-folder.ts';
import type { Context } from '../context.ts';
import { addEvidence } from './add-evidence.ts';
import { mayBeEvidence } from './folder-files.ts';
import { titleMasker } from './known-children.ts';

const mostAtOnce = 200;

/** What is known while the engagement is open. */
type Watch = {
  isLooking: boolean;
  isMissing: boolean;
  /** As each new file was at the last look: it is taken once it stays the same. */
  before: ReadonlyMap<string, string>;
  /** Stopped by the user: left alone until the engagement is opened again. */
  readonly left: Set<string>;
  files: readonly AddedFile[];
  lastAt: string | null;
};

const watches = new WeakMap<Connection, Watch>();

function watchOf(db: Connection): Watch {
  const known = watches.get(db) ?? {
    ...{ isLooking: false, isMissing: false, before: new Map(), left: new Set<string>() },
    ...{ files: [], lastAt: null },
  };
  watches.set(db, known);
  return known;
}

/** Asks for a folder whose new files are taken in from now on, on this computer alone. */
export async function chooseWatchedFolder(ctx: Context): Promise<{ readonly chosen: boolean }> {
  const path = await ctx.outside.chooseFolder('Take in new files from');
  if (!path) return { chosen: false };
  await untilAtRest(ctx.db);
  if (!ctx.db.open) throw new AppError('vault/locked');
  watches.delete(ctx.db);
  putWatchedFolder(ctx.db, { path, computer: hostname() });
  ctx.changed(['watched_folder']);
  return { chosen: true };
}

/** Takes no more files in by itself; what was taken in stays. */
export function stopWatching(ctx: Context): null {
  watches.delete(ctx.db);
  putWatchedFolder(ctx.db, null);
  ctx.changed(['watched_folder']);
  return null;
}

/** Which folder is watched, by its last name alone, and what came of its newest files. */
export function readWatched(ctx: Context): WatchedState {
  const folder = readWatchedFolder(ctx.db);
  if (!folder) return { folder: null, isHere: false, isMissing: false, files: [], lastAt: null };
  const { isMissing, files, lastAt } = watchOf(ctx.db);
  const isHere = folder.computer === hostname();
  return { folder: titleMasker(ctx.db)(basename(folder.path)), isHere, isMissing, files, lastAt };
}

/**
 * Looks into the watched folder once, and takes in the files that are new and have not changed since the last look: one
 * that is still being written waits. Nothing happens where no folder is watched on this computer.
 */
export async function lookIntoWatched(ctx: Context): Promise<void> {
  const folder = readWatchedFolder(ctx.db);
  const watch = watchOf(ctx.db);
  if (!folder || folder.computer !== hostname() || watch.isLooking) return;
  watch.isLooking = true;
  try {
    const found = await newFiles(folder.path, new Map([...readWatchedFiles(ctx.db)]), watch);
    if (!ctx.db.open) return;
    if (watch.isMissing !== (found === null)) {
      watch.isMissing = found === null;
      ctx.changed(['watched_folder']);
    }
    const settled = [...(found ?? [])].filter(([name, print]) => watch.before.get(name) === print);
    watch.before = found ?? new Map();
    if (settled.length > 0) await takeIn(ctx, folder.path, new Map(settled.slice(0, mostAtOnce)), watch);
  } finally {
    watch.isLooking = false;
  }
}

async function newFiles(
  path: string,
  taken: ReadonlyMap<string, string>,
  watch: Watch,
): Promise<ReadonlyMap<string, string> | null> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (!entries) return null;
  const found = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || !mayBeEvidence(entry.name) || watch.left.has(entry.name)) continue;
    const print = await printOf(join(path, entry.name));
    if (print && taken.get(entry.name) !== print) found.set(entry.name, print);
  }
  return found;
}

/** Its size and date; null where it is empty, has gone, or is still open in the program that writes it. */
async function printOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    if (size === 0) return null;
    await (await open(path, 'r')).close();
    return `${size} ${mtimeMs}`;
  } catch {
    return null;
  }
}

async function takeIn(
  ctx: Context,
  path: string,
  settled: ReadonlyMap<string, string>,
  watch: Watch,
): Promise<void> {
  const chosen = { ...ctx, outside: { ...ctx.outside, droppedPath: (name: string) => join(path, name) } };
  try {
    watch.files = await addEvidence(chosen, { tokens: [...settled.keys()], targets: [] });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'evidence/cancelled') for (const name of settled.keys()) watch.left.add(name);
    return;
  }
  if (!ctx.db.open) return;
  putWatchedFiles(ctx.db, settled);
  watch.lastAt = ctx.clock();
  ctx.changed(['watched_folder']);
}
