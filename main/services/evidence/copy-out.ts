import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Connection } from '../../db/connection.ts';
import { readChunks } from '../../db/evidence-content.ts';
import { diskError } from '../disk-error.ts';

type How = { readonly overwrite?: boolean; readonly onBytes?: (count: number) => void };

/**
 * Writes a document to a path, a chunk at a time, and proves that what was written is what was taken in. Fails with
 * `disk/full`, `disk/cannot-write`, or `vault/damaged` when the bytes no longer have their hash; then no file is left.
 */
export async function copyOut(
  db: Connection,
  sha256: string,
  path: string,
  { overwrite = false, onBytes }: How = {},
): Promise<number> {
  // What is written over stays whole until its successor is.
  const beside = overwrite ? `${path}.part` : path;
  const file = await open(beside, overwrite ? 'w' : 'wx').catch(explain);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for (const chunk of readChunks(db, sha256)) {
      hash.update(chunk);
      await file.appendFile(chunk);
      size += chunk.length;
      onBytes?.(chunk.length);
      await nextTurn();
      if (!db.open) throw new AppError('vault/locked');
    }
    if (hash.digest('hex') !== sha256) throw new AppError('vault/damaged');
    await file.sync();
    await file.close();
    if (overwrite) await rename(beside, path);
    return size;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(beside, { force: true });
    return explain(error);
  }
}

function explain(error: unknown): never {
  throw diskError(error) ?? error;
}
