import { setImmediate as nextTurn } from 'node:timers/promises';
import { untilAtRest } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import { readChunks } from '../../db/evidence-content.ts';

/** Chunks read from the file before everything else has a turn: some two megabytes. */
const atOnce = 8;

/** The whole document in memory, without holding up the window; null where the file is closed meanwhile. */
export async function readGently(db: Connection, sha256: string): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  for (const chunk of readChunks(db, sha256)) {
    chunks.push(chunk);
    if (chunks.length % atOnce !== 0) continue;
    await nextTurn();
    await untilAtRest(db);
    if (!db.open) return null;
  }
  return Buffer.concat(chunks);
}
