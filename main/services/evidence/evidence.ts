import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { EvidenceView } from '../../../shared/ipc/evidence.ts';
import { readCoverage } from '../../db/evidence-intake.ts';
import { getRow, listRows } from '../../db/table.ts';
import { evidenceItems, evidenceLinks } from '../../db/tables.ts';
import { deleteRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { titleMasker } from './known-children.ts';
import { letGoOfDocument } from './let-go.ts';
import { linkTo, targetName, unlink } from './targets.ts';

/** Every document and what it is evidence for, the newest first. Children's names in titles are shown as codes. */
export function readEvidence({ db }: Context): EvidenceView {
  const mask = titleMasker(db);
  const coverage = readCoverage(db);
  const items = listRows(db, evidenceItems, {}, ['receivedAt']).toReversed();
  return {
    items: items.map((item) => ({
      ...item,
      title: mask(item.title),
      fileName: mask(item.fileName),
      from: mask(item.from),
      hasText: coverage(item.sha256).hasText,
    })),
    links: listRows(db, evidenceLinks),
  };
}

/** Changes what is said about a document: its title, date, sender or notes. */
export function editEvidence(
  ctx: Context,
  { id, ...patch }: ParsedInputOf<Contract['evidence:editEvidence']>,
): null {
  const mask = titleMasker(ctx.db);
  const title = patch.title ?? getRow(ctx.db, evidenceItems, id).title;
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
