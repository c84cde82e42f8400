import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import { childrenOfDocuments } from '../../../shared/domain/child-documents.ts';
import type { EvidenceItem, EvidenceLink } from '../../../shared/domain/evidence.ts';
import type { ChildId, EvidenceId, MeetingId } from '../../../shared/domain/ids.ts';
import type { PackSubject } from '../../../shared/domain/pack.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import {
  briefings,
  checklistItems,
  children,
  criteria,
  evidenceItems,
  evidenceLinks,
  reports,
  requests,
  signOffs,
} from '../../db/tables.ts';

/** What is asked of a pack. */
export type PackInput = ParsedInputOf<Contract['packs:previewPack']>;

/** A document that belongs in a pack. */
export type Chosen = {
  readonly item: EvidenceItem;
  /** The item of the checklist that it answers. */
  readonly answers: ChecklistItem | null;
  /** Codes of the children, other than the pack's own, to whose files it belongs too. */
  readonly alsoOf: readonly string[];
};

/** What a pack is about, and everything tied to it in the order of the checklist. */
export type Selection = {
  readonly subject: string;
  readonly childId: ChildId | null;
  readonly checklist: readonly ChecklistItem[];
  readonly chosen: readonly Chosen[];
};

/** Finds what belongs in a pack for its subject; fails with `record/not-found` when that is gone. */
export function selectDocuments(db: ReadableDb, subject: PackSubject): Selection {
  const rows = {
    links: listRows(db, evidenceLinks),
    items: listRows(db, evidenceItems),
    checklist: listRows(db, checklistItems, {}, ['position']),
    codes: new Map(listRows(db, children).map((child) => [child.id, child.code])),
    ...tiesOf(db, subject),
  };
  if ('childId' in subject) {
    const { childId } = subject;
    return {
      subject: childLabel(getRow(db, children, childId)),
      childId,
      checklist: rows.checklist.filter((item) => item.childId === childId),
      chosen: chooseDocuments(rows, subject),
    };
  }
  return {
    subject: subjectTitle(db, subject),
    childId: null,
    checklist: [],
    chosen: chooseDocuments(rows, subject),
  };
}

/** What a report or a briefing names by itself, beside what is linked. */
function tiesOf(db: ReadableDb, subject: PackSubject): Pick<SelectionRows, 'named' | 'meetingId'> {
  if ('reportId' in subject) {
    const { documentId } = getRow(db, reports, subject.reportId);
    const signed = listRows(db, signOffs, { reportId: subject.reportId });
    return { named: [documentId, ...signed.map((one) => one.documentId)], meetingId: null };
  }
  if (!('briefingId' in subject)) return { named: [], meetingId: null };
  const { documentId, meetingId } = getRow(db, briefings, subject.briefingId);
  return { named: [documentId], meetingId };
}

function subjectTitle(db: ReadableDb, subject: Exclude<PackSubject, { childId: ChildId }>): string {
  if ('whole' in subject) return 'The whole record';
  if ('requestId' in subject) {
    const { reference, title } = getRow(db, requests, subject.requestId);
    return `${reference}: ${title}`;
  }
  if ('reportId' in subject) return getRow(db, reports, subject.reportId).title;
  if ('briefingId' in subject) return `Briefing for ${getRow(db, briefings, subject.briefingId).who}`;
  const { code, title } = getRow(db, criteria, subject.criterionId);
  return code ? `${code}: ${title}` : title;
}

export type SelectionRows = {
  readonly links: readonly EvidenceLink[];
  readonly items: readonly EvidenceItem[];
  /** Of every child, by position. */
  readonly checklist: readonly ChecklistItem[];
  readonly codes: ReadonlyMap<ChildId, string>;
  /** The documents that a report or a briefing names by itself. */
  readonly named: readonly (EvidenceId | null)[];
  /** The meeting that a briefing prepares for: its documents go with it. */
  readonly meetingId: MeetingId | null;
};

/** Each document that is tied to the subject, once: those that answer its checklist in that order, then the rest by title. */
export function chooseDocuments(
  { links, items, checklist, codes, named, meetingId }: SelectionRows,
  subject: PackSubject,
): readonly Chosen[] {
  const asked = new Map(checklist.map((item) => [item.id, item]));
  const place = new Map(checklist.map((item, at) => [item.id, at]));
  const childOf = (link: EvidenceLink): ChildId | null =>
    link.childId ?? (link.checklistItemId && asked.get(link.checklistItemId)?.childId) ?? null;
  const childrenOf = childrenOfDocuments({ items, links, checklist });
  const isOwn = (link: EvidenceLink): boolean => {
    if ('childId' in subject) return childOf(link) === subject.childId;
    if ('requestId' in subject) return link.requestId === subject.requestId;
    if ('briefingId' in subject) return meetingId !== null && link.meetingId === meetingId;
    return 'criterionId' in subject && link.criterionId === subject.criterionId;
  };

  const namedIds = new Set(named);
  const chosen = items.flatMap((item) => {
    const tied = links.filter((link) => link.evidenceId === item.id);
    const isIn = 'whole' in subject ? !item.madeFromId : namedIds.has(item.id) || tied.some(isOwn);
    if (!isIn) return [];
    const answered = tied
      .filter((link) => 'whole' in subject || isOwn(link))
      .flatMap((link) => (link.checklistItemId ? (asked.get(link.checklistItemId) ?? []) : []))
      .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    const others = [...childrenOf(item.id)].filter((id) => !isPackOf(subject, id));
    const alsoOf = others.flatMap((id) => codes.get(id) ?? []).toSorted();
    return [{ item, answers: answered[0] ?? null, alsoOf }];
  });

  // What was made of a document, or shows it as printed, goes in its place and never beside it.
  const all = new Set<string>(chosen.map(({ item }) => item.id));
  const once = chosen.filter(({ item }) => item.printedOfId === null || !all.has(item.printedOfId));

  const rank = ({ answers }: Chosen) => (answers ? (place.get(answers.id) ?? 0) : Number.POSITIVE_INFINITY);
  return once.toSorted((a, b) =>
    rank(a) === rank(b) ? byTitle.compare(a.item.title, b.item.title) : rank(a) - rank(b),
  );
}

const isPackOf = (subject: PackSubject, id: ChildId): boolean =>
  'childId' in subject && subject.childId === id;

const byTitle = new Intl.Collator('en-GB', { numeric: true });
