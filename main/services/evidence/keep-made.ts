import { createHash } from 'node:crypto';
import { drop } from '../../../shared/assert.ts';
import { type EvidenceItem, noDetails } from '../../../shared/domain/evidence.ts';
import { EvidenceId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import { untilAtRest } from '../../db/beside.ts';
import type { Connection, WritableDb } from '../../db/connection.ts';
import { readTexts } from '../../db/evidence-content.ts';
import { finishContent, isContentWhole } from '../../db/evidence-intake.ts';
import { putPictured } from '../../db/evidence-pictured.ts';
import { putScan } from '../../db/evidence-scans.ts';
import { evidenceItems } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type About, type Context, write } from '../context.ts';
import { indexWaiting } from '../search/index-words.ts';
import { openContentWriter } from './content-writer.ts';
import { openDocumentReader } from './document-reader.ts';
import { dropStored, oneAtATime, storeContent } from './take-in.ts';

type Made = {
  /** The document that it was made of. */
  readonly from: EvidenceItem;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Whether it shows the whole of that document, as printed. */
  readonly isPrinted?: boolean;
  /** Whether its words were read from the very pictures of its pages, so that those are not read once more. */
  readonly isRead?: boolean;
};

/**
 * Takes in a PDF that the app itself made of a document, in one undoable step with whatever else belongs to it. It has no
 * links of its own. Fails as taking in a file does, and then nothing is kept.
 */
export function keepMade<T>(
  ctx: Context,
  { from, title, fileName, bytes, isPrinted = false, isRead = false }: Made,
  about: About,
  alongside: (tx: WritableDb, item: EvidenceItem) => T,
): Promise<T> {
  return oneAtATime(ctx.db, async () => {
    await untilAtRest(ctx.db);
    if (!ctx.db.open) throw new AppError('vault/locked');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const stored = await storing(ctx, bytes, sha256);
    const item: EvidenceItem = {
      ...{ id: EvidenceId.parse(ctx.newId()), title: title.slice(0, 200), fileName, type: 'pdf' },
      ...{ sha256, size: bytes.length, pages: stored.pages, receivedAt: ctx.clock() },
      ...{ evidenceDate: from.evidenceDate, from: '', notes: '', ...noDetails },
      ...{ sector: from.sector, sensitivity: from.sensitivity, madeFromId: from.id },
      printedOfId: isPrinted ? from.id : null,
    };
    try {
      return write(ctx, about, (tx) => {
        insertRow(tx, evidenceItems, item);
        finishContent(tx, [sha256]);
        if (isRead) keepAsRead(ctx.db, sha256);
        stored.keep();
        return alongside(tx, item);
      });
    } finally {
      await stored.end();
      drop(indexWaiting(ctx.db), () => {});
    }
  });
}

/** A page on which no word was read still waits: it may be blank, or there may be what could not be read. */
function keepAsRead(db: Connection, sha256: string): void {
  putPictured(db, sha256, []);
  for (const [at, text] of readTexts(db, sha256).entries())
    if (text !== '') putScan(db, { sha256, page: at + 1, confidence: null, words: [], text: null });
}

async function storing(ctx: Context, bytes: Uint8Array, sha256: string) {
  const reader = openDocumentReader();
  const writer = openContentWriter(ctx.db);
  let isOurs = false;
  const end = async (): Promise<void> => {
    if (isOurs) await dropStored(ctx.db, sha256);
  };
  try {
    const words = await reader.readWords('pdf', { bytes });
    if (!isContentWhole(ctx.db, sha256, bytes.length)) {
      isOurs = true;
      await storeContent(
        writer,
        { file: null, size: bytes.length, type: 'pdf', print: { sha256, bytes } },
        () => {},
      );
      await writer.put({ sha256, texts: words.texts, facts: words.facts });
      await writer.flush();
      await untilAtRest(ctx.db);
    }
    if (!ctx.db.open) throw new AppError('vault/locked');
    const keep = (): void => {
      isOurs = false;
    };
    return { pages: words.pages, keep, end };
  } catch (error) {
    if (ctx.db.open) await end();
    throw error;
  } finally {
    await reader.close();
    await writer.end();
  }
}
