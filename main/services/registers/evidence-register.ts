import { childLabel } from '../../../shared/domain/child-code.ts';
import { type EvidenceLink, sensitivityLabels } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import { listRows } from '../../db/table.ts';
import {
  checklistItems,
  children,
  criteria,
  evidenceItems,
  evidenceLinks,
  requests,
} from '../../db/tables.ts';
import type { Context } from '../context.ts';
import type { Register, RegisterReader } from './register.ts';

/** Every document with what it is evidence for; others get nothing that is the partnership's own or restricted, and no notes. */
export function evidenceRegister({ db }: Context, { isForOthers }: RegisterReader): Register {
  const about = linkNames(db);
  const links = listRows(db, evidenceLinks);
  const items = listRows(db, evidenceItems, {}, ['title']).filter(
    ({ sensitivity }) => !(isForOthers && (sensitivity === 'internal' || sensitivity === 'restricted')),
  );
  return {
    title: 'Evidence',
    columns: [
      { head: 'Document', width: 32 },
      { head: 'Kind', width: 9 },
      { head: 'Dated', width: 9 },
      { head: 'Received', width: 10 },
      { head: 'From', width: 12 },
      { head: 'Evidence for', width: 22 },
      { head: 'Pages', width: 6 },
      { head: 'Sector', width: 0 },
      { head: 'How careful to be', width: 0 },
      { head: 'SHA-256', width: 0 },
      ...(isForOthers ? [] : [{ head: 'Notes', width: 0 }]),
    ],
    rows: items.map((item) => [
      item.title,
      typeFacts[item.type].label,
      item.evidenceDate && { date: item.evidenceDate },
      { at: item.receivedAt },
      item.from,
      [...new Set(links.filter((link) => link.evidenceId === item.id).map(about))].filter(Boolean).join('\n'),
      item.pages,
      item.sector ? SECTOR_LABELS[item.sector] : '',
      item.sensitivity ? sensitivityLabels[item.sensitivity] : '',
      item.sha256,
      ...(isForOthers ? [] : [item.notes]),
    ]),
    notes: [],
  };
}

/** What a link ties a document to, in a few words. */
function linkNames(db: Context['db']): (link: EvidenceLink) => string {
  const codes = new Map(listRows(db, children).map((child) => [child.id, childLabel(child)]));
  const items = new Map(listRows(db, checklistItems).map((item) => [item.id, item]));
  const asked = new Map(listRows(db, requests).map((request) => [request.id, request.reference]));
  const lines = new Map(listRows(db, criteria).map(({ id, code, title }) => [id, code || title]));
  return ({ childId, checklistItemId, requestId, criterionId }) => {
    const item = checklistItemId ? items.get(checklistItemId) : undefined;
    const child = item?.childId ?? childId;
    return [
      (child && codes.get(child)) || '',
      item?.title ?? '',
      (requestId && asked.get(requestId)) || '',
      (criterionId && lines.get(criterionId)) || '',
    ]
      .filter(Boolean)
      .join(': ');
  };
}
