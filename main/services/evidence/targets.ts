import type { EvidenceItem, EvidenceLink } from '../../../shared/domain/evidence.ts';
import { RowId } from '../../../shared/domain/ids.ts';
import { today } from '../../../shared/domain/time.ts';
import type { LinkTarget } from '../../../shared/ipc/evidence.ts';
import type { ReadableDb, WritableDb } from '../../db/connection.ts';
import { getRow, listRows, readStored } from '../../db/table.ts';
import {
  checklistItems,
  children,
  criteria,
  evidenceItems,
  evidenceLinks,
  meetings,
  requests,
} from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';

const nothing = { childId: null, checklistItemId: null, requestId: null, criterionId: null, meetingId: null };

/** What evidence is tied to, as the user is told; fails with `record/not-found` when it is gone. */
export function targetName(db: ReadableDb, target: LinkTarget, mask: (text: string) => string): string {
  if ('childId' in target) return `Child ${getRow(db, children, target.childId).code}`;
  if ('requestId' in target) return getRow(db, requests, target.requestId).reference;
  if ('meetingId' in target) return `“${mask(getRow(db, meetings, target.meetingId).title)}”`;
  if ('criterionId' in target) {
    const { code, title } = getRow(db, criteria, target.criterionId);
    return code || `“${title}”`;
  }
  const item = getRow(db, checklistItems, target.checklistItemId);
  return `“${item.title}” of Child ${getRow(db, children, item.childId).code}`;
}

/** Those of the targets that are still there. */
export function listLeft(db: ReadableDb, targets: readonly LinkTarget[]): readonly LinkTarget[] {
  return targets.filter((target) =>
    Object.entries(target).every(
      ([key, id]) => readStored(db, targetTables[key as keyof typeof nothing], id) !== null,
    ),
  );
}

const targetTables = {
  childId: children,
  checklistItemId: checklistItems,
  requestId: requests,
  criterionId: criteria,
  meetingId: meetings,
};

/** Ties evidence to a target unless it is tied already; a checklist item it is tied to counts as received. */
export function linkTo(
  tx: WritableDb,
  newId: () => string,
  evidenceId: EvidenceItem['id'],
  target: LinkTarget,
): void {
  const row: EvidenceLink = { id: RowId.parse(newId()), evidenceId, ...nothing, ...target };
  const { id: _, ...same } = row;
  if (listRows(tx, evidenceLinks, same).length > 0) return;
  insertRow(tx, evidenceLinks, row);
  if (row.checklistItemId) {
    const { receivedAt } = getRow(tx, evidenceItems, evidenceId);
    const { receivedOn } = getRow(tx, checklistItems, row.checklistItemId);
    updateRow(tx, checklistItems, row.checklistItemId, {
      ...{ state: 'received', reason: '', receivedOn: receivedOn ?? today(receivedAt) },
    });
  }
}

/** Unties evidence; a checklist item left without any evidence is missing again, or asked for where it was. */
export function unlink(tx: WritableDb, link: EvidenceLink): void {
  deleteRow(tx, evidenceLinks, link.id);
  if (link.checklistItemId === null) return;
  const item = getRow(tx, checklistItems, link.checklistItemId);
  const others = listRows(tx, evidenceLinks, { checklistItemId: link.checklistItemId });
  if (others.length > 0 || item.state !== 'received') return;
  updateRow(tx, checklistItems, item.id, {
    state: item.askedOn === null ? 'missing' : 'asked',
    receivedOn: null,
  });
}
