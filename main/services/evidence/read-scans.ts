import { setImmediate as nextTurn } from 'node:timers/promises';
import { drop } from '../../../shared/assert.ts';
import { AppError } from '../../../shared/errors.ts';
import { onEndBeside, untilAtRest } from '../../db/beside.ts';
import type { Connection } from '../../db/connection.ts';
import { fewLetters, nextUnlooked, putPictured, type Unlooked } from '../../db/evidence-pictured.ts';
import { listUnread, putScan, type Scan, type UnreadDocument } from '../../db/evidence-scans.ts';
import { readPage } from '../../db/search-index.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { startDrawing } from '../page-picture/page-pictures.ts';
import { type OpenedScan, openScan, type ReadPage, type ScanThreads } from '../recognise/open-scan.ts';
import { openRecogniser } from '../recognise/recogniser.ts';
import { indexWaiting } from '../search/index-words.ts';
import { readGently } from './read-gently.ts';

const job = 'evidence:readScans';
/** Between two times that lists in the window are read again. */
const tellEvery = 5000;
/** So many times as many letters as the page's own words make a picture of more than those. */
const manyMore = 2;
const largeSize = 24 * 1024 * 1024;

/** Of the pages of one document that have words as well as a large picture; beyond, none counts as surely read. */
const mostPictured = 200;

const running = new WeakMap<Connection, Promise<void>>();
/** Where the user stopped it: it goes on when the user says so, or when the file is opened again. */
const stopped = new WeakSet<Connection>();

/** Whether the user stopped the reading of scans. */
export const isReadingStopped = (db: Connection): boolean => stopped.has(db);

/** Goes on reading scans after the user stopped it. */
export function resumeReading(ctx: Context): null {
  stopped.delete(ctx.db);
  ctx.changed(['evidence_scans']);
  drop(readScans(ctx), () => {});
  return null;
}

/**
 * Reads the pages of documents that are pictures, one after another, and keeps their words with them; settles when none
 * is left, when the file is closed, and when the user stops it: then nothing is read until `resumeReading`. What could
 * not be read is kept as such, so that it is tried once.
 */
export function readScans(ctx: Context): Promise<void> {
  const known = running.get(ctx.db);
  if (known) return known;
  if (stopped.has(ctx.db)) return Promise.resolve();
  const work = readAll(ctx).finally(() => running.delete(ctx.db));
  running.set(ctx.db, work);
  return work;
}

type Going = ScanThreads & {
  isEnding: boolean;
  done: number;
  toldAt: number;
};

async function readAll(ctx: Context): Promise<void> {
  await untilAtRest(ctx.db);
  if (!ctx.db.open || !(nextUnlooked(ctx.db) || listUnread(ctx.db).length > 0)) return;
  const threads = { drawing: startDrawing(), reader: openRecogniser() };
  const endThreads = () => Promise.all([threads.drawing.close(), threads.reader.close()]);
  const going: Going = { ...threads, isEnding: false, done: 0, toldAt: 0 };
  const reading = readEach(ctx, going);
  const forgetEnd = onEndBeside(ctx.db, async () => {
    going.isEnding = true;
    await endThreads();
    await reading.catch(() => {});
    forgetEnd();
  });
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof AppError) && diskError(error) === null) throw error;
    if (error instanceof AppError && error.code === 'evidence/cancelled') stopped.add(ctx.db);
  } finally {
    forgetEnd();
    await endThreads();
    ctx.outside.progressEnd(job);
    if (ctx.db.open) ctx.changed(['evidence_scans']);
  }
}

async function readEach(ctx: Context, going: Going): Promise<void> {
  // Listed again each time: others may have come in meanwhile, or have been removed.
  for (;;) {
    // Hundreds of documents may have nothing to be looked at.
    await nextTurn();
    await untilAtRest(ctx.db);
    if (going.isEnding || !ctx.db.open) return;
    const unlooked = nextUnlooked(ctx.db);
    if (unlooked) {
      await lookForPictures(ctx, unlooked, going);
      continue;
    }
    const [next, ...later] = listUnread(ctx.db);
    if (!next) return;
    const left = later.reduce((sum, { pages }) => sum + pages.length, 0);
    await readDocument(ctx, next, left, going);
    drop(indexWaiting(ctx.db), () => {});
  }
}

/** Finds the pages of a PDF that have words, and a large picture beside them. */
async function lookForPictures(ctx: Context, { sha256, pages }: Unlooked, going: Going): Promise<void> {
  const bytes = pages.length === 0 ? null : await readGently(ctx.db, sha256);
  if (going.isEnding || !ctx.db.open) return;
  const scan = bytes && (await openScan('pdf', bytes, going).catch(cannotBeRead));
  const found = (await scan?.pictured(pages).catch(cannotBeRead)) ?? [];
  letGo(bytes, going);
  await untilAtRest(ctx.db);
  if (going.isEnding || !ctx.db.open) return;
  putPictured(ctx.db, sha256, found);
  for (const page of found.slice(mostPictured))
    putScan(ctx.db, { sha256, page, confidence: 0, words: [], text: null });
  if (found.length > 0) ctx.changed(['evidence_scans']);
}

async function readDocument(
  ctx: Context,
  document: UnreadDocument,
  left: number,
  going: Going,
): Promise<void> {
  const { sha256, pages } = document;
  const bytes = await readGently(ctx.db, sha256);
  if (bytes === null || going.isEnding) return;
  const scan = await openScan(document.type, bytes, going).catch(cannotBeRead);
  for (const [at, page] of pages.entries()) {
    const own = readPage(ctx.db, sha256, page);
    const read = await readOne(scan, page, own, () => {
      const total = going.done + pages.length - at + left;
      ctx.outside.progress(job, going.done, total, `Reading scans: page ${going.done + 1} of ${total}`);
    }).catch(cannotBeRead);
    await untilAtRest(ctx.db);
    if (going.isEnding || !ctx.db.open) return;
    putScan(ctx.db, { sha256, page, ...kept(own, read) });
    going.done += 1;
    tell(ctx, going);
  }
  letGo(bytes, going);
}

/** The memory that a large document was drawn in does not shrink again: the next gets a fresh thread. */
function letGo(bytes: Uint8Array | null, { drawing }: Going): void {
  if (bytes && bytes.length > largeSize) drawing.renew();
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
  if (scan && isLettered(own)) {
    onStart();
    return scan.readBeside(page);
  }
  // A page with words of its own and no picture is short, and that is all.
  if (!scan || (own !== '' && !(await scan.hasImages(page)))) return null;
  onStart();
  return scan.read(page);
}

function kept(own: string, read: ReadPage | null): Pick<Scan, 'confidence' | 'words' | 'text'> {
  if (isLettered(own)) return besideLetters(own, read);
  const { text, confidence, words } = read ?? nothingRead;
  if (text.length > own.length * manyMore)
    return { confidence, words, text: [own, text].filter(Boolean).join('\n') };
  return { confidence: own === '' ? confidence : null, words: [], text: null };
}

/** Whether a page has so many letters of its own that it waits only because a large picture is beside them. */
const isLettered = (own: string): boolean => Buffer.byteLength(own) >= fewLetters;

function besideLetters(own: string, read: ReadPage | null): Pick<Scan, 'confidence' | 'words' | 'text'> {
  if (!read) return { confidence: 0, words: [], text: null };
  const { text, confidence, words } = read;
  if (text === '') return { confidence: null, words: [], text: null };
  return { confidence, words, text: `${own}\n${text}` };
}

function tell(ctx: Context, going: Going): void {
  const now = performance.now();
  if (now - going.toldAt < tellEvery) return;
  going.toldAt = now;
  ctx.changed(['evidence_scans']);
}
