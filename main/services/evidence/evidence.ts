import { counted } from '../../../shared/domain/counted.ts';
import type { ScanState } from '../../../shared/domain/scan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { EvidenceView, ScannedPage } from '../../../shared/ipc/evidence.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { readCoverage } from '../../db/evidence-intake.ts';
import { listUnread, readScanFacts, readScannedPages } from '../../db/evidence-scans.ts';
import { findRow, getRow, listRows } from '../../db/table.ts';
import { evidenceItems, evidenceLinks } from '../../db/tables.ts';
import { deleteRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { titleMasker } from './known-children.ts';
import { letGoOfDocument } from './let-go.ts';
import { isReadingStopped } from './read-scans.ts';
import { linkTo, listLeft, targetName, unlink } from './targets.ts';

/** Every document and what it is evidence for, the newest first. Children's names in titles are shown as codes. */
export function readEvidence({ db }: Context): EvidenceView {
  const mask = titleMasker(db);
  const coverage = readCoverage(db);
  const scanOf = scanStates(db);
  const items = listRows(db, evidenceItems, {}, ['receivedAt']).toReversed();
  return {
    items: items.map((item) => ({
      ...item,
      title: mask(item.title),
      fileName: mask(item.fileName),
      from: mask(item.from),
      hasText: coverage(item.sha256).hasText,
      scan: scanOf(item.sha256),
    })),
    links: listRows(db, evidenceLinks),
    isReadingStopped: isReadingStopped(db),
  };
}

function scanStates(db: ReadableDb): (sha256: string) => ScanState | null {
  const factsOf = readScanFacts(db);
  const waiting = new Map(listUnread(db).map(({ sha256, pages }) => [sha256, pages.length]));
  return (sha256) => {
    const facts = factsOf(sha256);
    const left = waiting.get(sha256) ?? 0;
    if (!facts && left === 0) return null;
    const { read, unsure, confidence } = facts ?? { read: 0, unsure: 0, confidence: null };
    return { waiting: left, read, unsure, confidence };
  };
}

/** What was read from the pictures of a document's pages. */
export function readScanned(
  { db }: Context,
  { id }: ParsedInputOf<Contract['evidence:readScanned']>,
): readonly ScannedPage[] {
  return readScannedPages(db, getRow(db, evidenceItems, id).sha256);
}

/** Changes what is said about a document. Fails with `input/invalid` where only a PDF of another document would do. */
export function editEvidence(
  ctx: Context,
  { id, ...patch }: ParsedInputOf<Contract['evidence:editEvidence']>,
): null {
  const mask = titleMasker(ctx.db);
  const item = getRow(ctx.db, evidenceItems, id);
  if (patch.printedOfId) {
    const { type } = getRow(ctx.db, evidenceItems, patch.printedOfId);
    if (item.type !== 'pdf' || type === 'pdf')
      throw new AppError('input/invalid', 'A PDF is the printed form of a document that is none.');
  }
  const title = patch.title ?? item.title;
  write(ctx, { action: 'editEvidence', summary: `Changed “${mask(title)}”` }, (tx) =>
    updateRow(tx, evidenceItems, id, patch),
  );
  return null;
}

/** Ties a document to one more thing that it is evidence for. */
export function linkEvidence(
  ctx: Context,
  { id, target }: ParsedInputOf<Contract['evidence:linkEvidence']>,
): null {
  const mask = titleMasker(ctx.db);
  const summary = `Linked “${mask(getRow(ctx.db, evidenceItems, id).title)}” to ${targetName(ctx.db, target, mask)}`;
  write(ctx, { action: 'linkEvidence', summary }, (tx) => linkTo(tx, ctx.newId, id, target));
  return null;
}

/** Ties documents to what was proposed for each, in one step; what has gone meanwhile is left out. */
export function linkProposed(
  ctx: Context,
  { links }: ParsedInputOf<Contract['evidence:linkProposed']>,
): { readonly linked: number } {
  const left = links.filter(
    ({ id, target }) => findRow(ctx.db, evidenceItems, id) && listLeft(ctx.db, [target]).length > 0,
  );
  if (left.length === 0) throw new AppError('record/not-found');
  const summary = `Linked ${counted(left.length, 'document')} as proposed`;
  write(ctx, { action: 'linkProposed', summary }, (tx) => {
    for (const { id, target } of left) linkTo(tx, ctx.newId, id, target);
  });
  return { linked: left.length };
}

/** Unties a document from one thing; a checklist item left without evidence is no longer received. */
export function unlinkEvidence(
  ctx: Context,
  { linkId }: ParsedInputOf<Contract['evidence:unlinkEvidence']>,
): null {
  const link = getRow(ctx.db, evidenceLinks, linkId);
  const { title } = getRow(ctx.db, evidenceItems, link.evidenceId);
  write(ctx, { action: 'unlinkEvidence', summary: `Unlinked “${titleMasker(ctx.db)(title)}”` }, (tx) =>
    unlink(tx, link),
  );
  return null;
}

/** Keeps that a document does not belong with the papers of a child whom it names; it is not proposed again. */
export function declineChild(
  ctx: Context,
  { id, childId }: ParsedInputOf<Contract['evidence:declineChild']>,
): null {
  const mask = titleMasker(ctx.db);
  const { title } = getRow(ctx.db, evidenceItems, id);
  const summary = `Kept “${mask(title)}” out of the papers of ${targetName(ctx.db, { childId }, mask)}`;
  write(ctx, { action: 'declineChild', summary }, (tx) =>
    updateRow(tx, evidenceItems, id, { notForChildId: childId }),
  );
  return null;
}

/** Takes a document out, with its links; Undo brings back both, and its bytes stay until nothing could want them. */
export function removeEvidence(
  ctx: Context,
  { id }: ParsedInputOf<Contract['evidence:removeEvidence']>,
): null {
  const { title } = getRow(ctx.db, evidenceItems, id);
  write(ctx, { action: 'removeEvidence', summary: `Removed “${titleMasker(ctx.db)(title)}”` }, (tx) => {
    for (const link of listRows(tx, evidenceLinks, { evidenceId: id })) unlink(tx, link);
    letGoOfDocument(tx, id);
    deleteRow(tx, evidenceItems, id);
  });
  return null;
}
