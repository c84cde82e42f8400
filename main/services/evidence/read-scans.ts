import { setImmediate as nextTurn } from 'node:timers/promises';
import { drop } from '../../../shared/assert.ts';
import { AppError } from '../../../shared/errors.ts';
import { onEndBeside, untilAtRest } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import { readChunks } from '../../db/evidence-content.ts';
import { listUnread, putScan, type Scan, type UnreadDocument } from '../../db/evidence-scans.ts';
import { readPage } from '../../db/search-index.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { type OpenedScan, openScan, type ReadPage } from '../recognise/open-scan.ts';
import { openRecogniser, type Recogniser } from '../recognise/recogniser.ts';
import { indexWaiting } from '../search/index-words.ts';

const job = 'evidence:readScans';
/** Between two times that lists in the window are read again. */
const tellEvery = 5000;
/** So many times as many letters as the page's own words make a picture of more than those. */
const manyMore = 2;

const running = new WeakMap<Connection, Promise<void>>();

/**
 * Reads the pages of documents that are pictures, one after another, and keeps their words with them; settles when none
 * is left, or when the user stops it or the file is closed, and the next call goes on. What could not be read is kept as
 * such, so that it is tried once.
 */
export function readScans(ctx: Context): Promise<void> {
  const known = running.get(ctx.db);
  if (known) return known;
  const work = readAll(ctx).finally(() => running.delete(ctx.db));
  running.set(ctx.db, work);
  return work;
}

type Going = {
  readonly reader: Recogniser;
  scan: OpenedScan | null;
  isEnding: boolean;
  done: number;
  toldAt: number;
};

async function readAll(ctx: Context): Promise<void> {
  await untilAtRest(ctx.db);
  if (!ctx.db.open || listUnread(ctx.db).length === 0) return;
  const going: Going = { reader: openRecogniser(), scan: null, isEnding: false, done: 0, toldAt: 0 };
  const reading = readEach(ctx, going);
  const forgetEnd = onEndBeside(ctx.db, async () => {
    going.isEnding = true;
    await Promise.all([going.reader.close(), going.scan?.close()]);
    await reading.catch(() => {});
    forgetEnd();
  });
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof AppError) && diskError(error) === null) throw error;
  } finally {
    forgetEnd();
    await going.reader.close();
    ctx.outside.progressEnd(job);
    if (ctx.db.open) ctx.changed(['evidence_scans']);
  }
}

async function readEach(ctx: Context, going: Going): Promise<void> {
  // Listed again each time: others may have come in meanwhile, or have been removed.
  for (;;) {
    await untilAtRest(ctx.db);
    if (going.isEnding || !ctx.db.open) return;
    const [next, ...later] = listUnread(ctx.db);
    if (!next) return;
    const left = later.reduce((sum, { pages }) => sum + pages.length, 0);
    await readDocument(ctx, next, left, going);
    drop(indexWaiting(ctx.db), () => {});
  }
}

async function readDocument(
  ctx: Context,
  document: UnreadDocument,
  left: number,
  going: Going,
): Promise<void> {
  const { sha256, pages } = document;
  going.scan = null;
  try {
    const bytes = await readGently(ctx.db, sha256);
    if (bytes === null || going.isEnding) return;
    going.scan = await openScan(document.type, bytes, going.reader).catch(cannotBeRead);
    for (const [at, page] of pages.entries()) {
      const own = readPage(ctx.db, sha256, page);
      const read = await readOne(going.scan, page, own, () => {
        const total = going.done + pages.length - at + left;
        ctx.outside.progress(job, going.done, total, `Reading scans: page ${going.done + 1} of ${total}`);
      }).catch(cannotBeRead);
      await untilAtRest(ctx.db);
      if (going.isEnding || !ctx.db.open) return;
      putScan(ctx.db, { sha256, page, ...kept(own, read) });
      going.done += 1;
      tell(ctx, going);
    }
  } finally {
    await going.scan?.close();
  }
}

/** Of the document, not of the reading: such a page is kept as one that could not be read. */
const ownFailures: ReadonlySet<string> = new Set(['evidence/unreadable', 'evidence/password-protected']);

function cannotBeRead(error: unknown): null {
  if (error instanceof AppError && ownFailures.has(error.code)) return null;
  throw error;
}

const nothingRead: ReadPage = { text: '', confidence: 0, words: [] };

async function readOne(
  scan: OpenedScan | null,
  page: number,
  own: string,
  onStart: () => void,
): Promise<ReadPage | null> {
  // A page with words of its own and no picture is short, and that is all.
  if (!scan || (own !== '' && !(await scan.hasImages(page)))) return null;
  onStart();
  return scan.read(page);
}

function kept(own: string, read: ReadPage | null): Pick<Scan, 'confidence' | 'words' | 'text'> {
  const { text, confidence, words } = read ?? nothingRead;
  if (text.length > own.length * manyMore)
    return { confidence, words, text: [own, text].filter(Boolean).join('\n') };
  return { confidence: own === '' ? confidence : null, words: [], text: null };
}

function tell(ctx: Context, going: Going): void {
  const now = performance.now();
  if (now - going.toldAt < tellEvery) return;
  going.toldAt = now;
  ctx.changed(['evidence_scans']);
}

/** Chunks read from the file before everything else has a turn: some two megabytes. */
const atOnce = 8;

/** The whole document in memory, without holding up the window; null where the file is closed meanwhile. */
async function readGently(db: Connection, sha256: string): Promise<Uint8Array | null> {
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
