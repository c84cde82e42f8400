import { type EvidenceItem, isPicture } from '../../../shared/domain/evidence.ts';
import { canHide } from '../../../shared/domain/hidden-data.ts';
import { AppError, sentenceFor } from '../../../shared/errors.ts';
import { untilAtRest } from '../../db/beside.ts';
import { isContentWhole } from '../../db/evidence-intake.ts';
import { listRows } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import type { ContentWriter } from './content-writer.ts';
import type { DocumentReader } from './document-reader.ts';
import type { Outcome, Ready } from './intake-report.ts';
import { newItem } from './keep-taken.ts';
import type { Words } from './reading/words.ts';
import { dropStored, type Storable, storeContent } from './take-in.ts';

/** One go at taking in some files. */
export type Going = {
  readonly reader: DocumentReader;
  readonly writer: ContentWriter;
  readonly stored: Set<string>;
  /** What the file held before, so that only what may be here already is looked for while others are written. */
  readonly here: ReadonlySet<string>;
  readonly before: readonly Outcome[];
  readonly onBytes: (count: number) => void;
};

const nothing = new Uint8Array();

/** Stores a file and reads its words, unless it is here already; nothing of it is kept until the whole intake is. */
export async function takeInFile(
  ctx: Context,
  path: string,
  { file, size, type, print }: Storable,
  going: Going,
): Promise<Outcome> {
  try {
    const mayBeHere = going.here.has(print.sha256);
    if (mayBeHere) await untilAtRest(ctx.db);
    const known = findSame(ctx, print.sha256, going.before, mayBeHere);
    if (known) return { path, item: known, isNew: false };
    // Read and stored at the same time: the words in a thread of their own, the bytes here.
    // The thread fetches of a picture what little it reads, rather than being handed a copy of the whole.
    const isOnDisk = file !== null && (print.bytes === null || isPicture(type));
    const reading = going.reader.readWords(type, isOnDisk ? { path } : { bytes: print.bytes ?? nothing });
    reading.catch(() => {});
    const isWhole = mayBeHere && isContentWhole(ctx.db, print.sha256, size);
    const words = isWhole
      ? await reading
      : await storeWithWords(ctx, { file, size, type, print, reading }, going);
    going.onBytes(0);
    if (!ctx.db.open) throw new AppError('vault/locked');
    return {
      path,
      isNew: true,
      facts: words.facts,
      item: newItem(ctx, { path, type, size, sha256: print.sha256, pages: words.pages }),
    };
  } finally {
    await file?.close();
  }
}

type Storing = Storable & { readonly reading: Promise<Words> };

async function storeWithWords(
  ctx: Context,
  { reading, ...storable }: Storing,
  { writer, stored, onBytes }: Going,
): Promise<Words> {
  const { type, print } = storable;
  const { sha256 } = print;
  stored.add(sha256);
  try {
    await storeContent(writer, storable, onBytes);
    const words = await reading;
    await writer.put({ sha256, texts: words.texts, facts: canHide(type) ? words.facts : null });
    return words;
  } catch (error) {
    // This file is refused, and the others may still be kept.
    await writer.forget(sha256);
    await dropStored(ctx.db, sha256).catch(leaveForNextOpen);
    throw error;
  }
}

function findSame(
  ctx: Context,
  sha256: string,
  before: readonly Outcome[],
  mayBeHere: boolean,
): EvidenceItem | null {
  const here = mayBeHere ? listRows(ctx.db, evidenceItems, { sha256 })[0] : null;
  if (here) return here;
  const same = before.find(
    (outcome): outcome is Ready => 'item' in outcome && outcome.item.sha256 === sha256,
  );
  return same?.item ?? null;
}

/** A file that cannot be taken in is refused with its reason; what stops one file stops no other. */
export async function orRefused(path: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof AppError ? error : diskError(error);
    if (!known) throw error;
    if (stopsAll.has(known.code)) throw known;
    return { path, refused: sentenceFor(known) };
  }
}

const stopsAll = new Set([
  'evidence/cancelled',
  'disk/full',
  'disk/cannot-write',
  'vault/locked',
  'vault/damaged',
]);

/** A disk too full even to delete, or a file locked meanwhile: the marks stay, and the next open sweeps. */
export const leaveForNextOpen = (): void => {};
