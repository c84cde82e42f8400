import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import type { EvidenceItem, EvidenceLink } from '../../../shared/domain/evidence.ts';
import type { PackSubject } from '../../../shared/ipc/packs.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import { checklistItems, children, criteria, evidenceItems, evidenceLinks } from '../../db/tables.ts';

/** A document that belongs in a pack, with the checklist item it answers where it answers one. */
export type Chosen = { readonly item: EvidenceItem; readonly answers: ChecklistItem | null };

/** What a pack is about, as it may be written on the outside, and everything tied to it in the order of the checklist. */
export type Selection = {
  readonly subject: string;
  readonly childId: ChildIdOrNull;
  readonly checklist: readonly ChecklistItem[];
  readonly chosen: readonly Chosen[];
  /** The children to whose files the documents belong: their consent is what counts. */
  readonly children: readonly string[];
};

type ChildIdOrNull = ChecklistItem['childId'] | null;

/** Finds what belongs in a pack for a child or a line of enquiry; fails with `record/not-found` when that is gone. */
export function selectDocuments(db: ReadableDb, subject: PackSubject): Selection {
  return 'childId' in subject ? forChild(db, subject.childId) : forCriterion(db, subject.criterionId);
}

function forChild(db: ReadableDb, childId: ChecklistItem['childId']): Selection {
  const checklist = listRows(db, checklistItems, { childId }, ['position']);
  const positions = new Map(checklist.map((item) => [item.id as string, item]));
  const links = listRows(db, evidenceLinks).filter(
    (link) => link.childId === childId || positions.has(link.checklistItemId ?? ''),
  );
  return {
    subject: childLabel(getRow(db, children, childId)),
    childId,
    checklist,
    chosen: inOrder(db, links, positions),
    children: [childId],
  };
}

function forCriterion(db: ReadableDb, criterionId: NonNullable<EvidenceLink['criterionId']>): Selection {
  const { code, title } = getRow(db, criteria, criterionId);
  const links = listRows(db, evidenceLinks);
  const own = links.filter((link) => link.criterionId === criterionId);
  const documents = new Set<string>(own.map((link) => link.evidenceId));
  const childOf = new Map(listRows(db, checklistItems).map((item) => [item.id as string, item.childId]));
  const about = links
    .filter((link) => documents.has(link.evidenceId))
    .map((link) => link.childId ?? childOf.get(link.checklistItemId ?? ''));
  return {
    subject: code ? `${code}: ${title}` : title,
    childId: null,
    checklist: [],
    chosen: inOrder(db, own, new Map()),
    children: [...new Set(about.filter((id) => id !== undefined))],
  };
}

/** Each document once: those that answer the checklist in its order, then the rest by title. */
function inOrder(
  db: ReadableDb,
  links: readonly EvidenceLink[],
  checklist: ReadonlyMap<string, ChecklistItem>,
): readonly Chosen[] {
  const items = new Map(listRows(db, evidenceItems).map((item) => [item.id as string, item]));
  const answers = new Map<string, ChecklistItem>();
  for (const link of links) {
    const answered = checklist.get(link.checklistItemId ?? '');
    const known = answers.get(link.evidenceId);
    if (answered && (!known || answered.position < known.position)) answers.set(link.evidenceId, answered);
  }
  const place = (id: string) => answers.get(id)?.position ?? Number.POSITIVE_INFINITY;
  return [...new Set(links.map((link) => link.evidenceId as string))]
    .flatMap((id) => {
      const item = items.get(id);
      return item ? [{ item, answers: answers.get(id) ?? null }] : [];
    })
    .toSorted((a, b) => {
      const [first, second] = [place(a.item.id), place(b.item.id)];
      return first === second
        ? a.item.title.localeCompare(b.item.title, 'en-GB', { numeric: true })
        : first - second;
    });
}
