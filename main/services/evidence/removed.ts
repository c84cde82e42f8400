import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { LinkTarget, RemovedDocument } from '../../../shared/ipc/evidence.ts';
import { listChanges } from '../../db/change-log.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { isContentWhole } from '../../db/evidence-intake.ts';
import { listRemoved, type RemovedRow } from '../../db/removed-rows.ts';
import { findRow, listRows, type StoredRow } from '../../db/table.ts';
import { checklistItems, children, criteria, evidenceItems, meetings, requests } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { titleMasker } from './known-children.ts';
import { linkTo } from './targets.ts';

/** The documents that were removed and are still kept, the latest first. Children's names in titles are codes. */
export function readRemoved({ db }: Context): readonly RemovedDocument[] {
  const mask = titleMasker(db);
  return keptOnes(db).map(({ item, at }) => ({
    id: item.id,
    title: mask(item.title),
    type: item.type,
    size: item.size,
    removedAt: at,
  }));
}

/** Puts a removed document back, tied again to whatever of its links is still there. */
export function restoreEvidence(
  ctx: Context,
  { id }: ParsedInputOf<Contract['evidence:restoreEvidence']>,
): null {
  const found = keptOnes(ctx.db).find(({ item }) => item.id === id);
  if (!found) throw new AppError('record/not-found');
  const { item, setId } = found;
  const targets = listChanges(ctx.db, setId).flatMap(({ table, before }) =>
    table === 'evidence_links' && before?.evidence_id === id ? targetsIn(ctx.db, before) : [],
  );
  const summary = `Restored “${titleMasker(ctx.db)(item.title)}”`;
  write(ctx, { action: 'restoreEvidence', summary }, (tx) => {
    insertRow(tx, evidenceItems, item);
    for (const target of targets) linkTo(tx, ctx.newId, item.id, target);
  });
  return null;
}

type Kept = { readonly item: EvidenceItem; readonly at: string; readonly setId: string };

/** A document taken in again since, or whose bytes are gone, is not there to be restored. */
function keptOnes(db: ReadableDb): readonly Kept[] {
  return listRemoved(db, evidenceItems.name)
    .map(({ row, at, setId }: RemovedRow) => ({ item: evidenceItems.toRow(row), at, setId }))
    .filter(({ item }) => isContentWhole(db, item.sha256, item.size) && !isHere(db, item));
}

const isHere = (db: ReadableDb, { sha256 }: EvidenceItem): boolean =>
  listRows(db, evidenceItems, { sha256 }).length > 0;

function targetsIn(db: ReadableDb, link: StoredRow): readonly LinkTarget[] {
  const [childId, itemId, requestId, criterionId, meetingId] = [
    findRow(db, children, String(link.child_id))?.id,
    findRow(db, checklistItems, String(link.checklist_item_id))?.id,
    findRow(db, requests, String(link.request_id))?.id,
    findRow(db, criteria, String(link.criterion_id))?.id,
    findRow(db, meetings, String(link.meeting_id))?.id,
  ];
  if (childId) return [{ childId }];
  if (itemId) return [{ checklistItemId: itemId }];
  if (requestId) return [{ requestId }];
  if (criterionId) return [{ criterionId }];
  return meetingId ? [{ meetingId }] : [];
}
