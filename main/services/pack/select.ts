import type { ChecklistItem } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import { childrenOfDocuments } from '../../../shared/domain/child-documents.ts';
import type { EvidenceItem, EvidenceLink } from '../../../shared/domain/evidence.ts';
import type { ChildId, EvidenceId, MeetingId } from '../../../shared/domain/ids.ts';
import type { PackSubject } from '../../../shared/domain/pack.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
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
  meetings,
  reports,
  requests,
  signOffs,
} from '../../db/tables.ts';
import { withCodes } from '../child-codes.ts';

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
  const { ownChildId } = rows;
  return {
    subject: subjectTitle(db, subject),
    childId: ownChildId,
    checklist: ownChildId === null ? [] : rows.checklist.filter((item) => item.childId === ownChildId),
    chosen: chooseDocuments(rows, subject),
  };
}

/** What a subject brings by itself, beside what is linked to it. */
function tiesOf(
  db: ReadableDb,
  subject: PackSubject,
): Pick<SelectionRows, 'named' | 'meetingId' | 'ownChildId'> {
  const nothing = { named: [], meetingId: null, ownChildId: null };
  if ('childId' in subject) return { ...nothing, ownChildId: subject.childId };
  if ('reportId' in subject) {
    const { documentId } = getRow(db, reports, subject.reportId);
    const signed = listRows(db, signOffs, { reportId: subject.reportId });
    return { ...nothing, named: [documentId, ...signed.map((one) => one.documentId)] };
  }
  if ('meetingId' in subject) {
    const { id, childId } = getRow(db, meetings, subject.meetingId);
    return { ...nothing, meetingId: id, ownChildId: childId };
  }
  if (!('briefingId' in subject)) return nothing;
  const { documentId, meetingId } = getRow(db, briefings, subject.briefingId);
  return { ...nothing, named: [documentId], meetingId };
}

function subjectTitle(db: ReadableDb, subject: PackSubject): string {
  if ('childId' in subject) return childLabel(getRow(db, children, subject.childId));
  if ('whole' in subject) return 'The whole record';
  if ('meetingId' in subject) return meetingTitle(db, subject.meetingId);
  if ('requestId' in subject) {
    const { reference, title } = getRow(db, requests, subject.requestId);
    return `${reference}: ${title}`;
  }
  if ('reportId' in subject) return getRow(db, reports, subject.reportId).title;
  if ('briefingId' in subject) return `Briefing for ${getRow(db, briefings, subject.briefingId).who}`;
  const { code, title } = getRow(db, criteria, subject.criterionId);
  return code ? `${code}: ${title}` : title;
}

/** "Tracking meeting, Child C, Tue 24 Nov": no child's name is in it. */
function meetingTitle(db: ReadableDb, id: MeetingId): string {
  const { title, childId, day } = getRow(db, meetings, id);
  const child = childId === null ? '' : childLabel(getRow(db, children, childId));
  const safe = withCodes(db, title);
  return [safe, safe.includes(child) ? '' : child, day === null ? '' : formatDayShort(day)]
    .filter(Boolean)
    .join(', ');
}

export type SelectionRows = {
  readonly links: readonly EvidenceLink[];
  readonly items: readonly EvidenceItem[];
  /** Of every child, by position. */
  readonly checklist: readonly ChecklistItem[];
  readonly codes: ReadonlyMap<ChildId, string>;
  /** The documents that a report or a briefing names by itself. */
  readonly named: readonly (EvidenceId | null)[];
  /** The meeting that it is about, or that a briefing prepares for: its documents go with it. */
  readonly meetingId: MeetingId | null;
  /** The child that it is about. */
  readonly ownChildId: ChildId | null;
};

/** Each document that is tied to the subject, once: those that answer its checklist in that order, then the rest by title. */
export function chooseDocuments(
  { links, items, checklist, codes, named, meetingId, ownChildId }: SelectionRows,
  subject: PackSubject,
): readonly Chosen[] {
  const asked = new Map(checklist.map((item) => [item.id, item]));
  const place = new Map(checklist.map((item, at) => [item.id, at]));
  const childOf = (link: EvidenceLink): ChildId | null =>
    link.childId ?? (link.checklistItemId && asked.get(link.checklistItemId)?.childId) ?? null;
  const childrenOf = childrenOfDocuments({ items, links, checklist });
  const isOwn = (link: EvidenceLink): boolean => {
    if (ownChildId !== null && childOf(link) === ownChildId) return true;
    if (meetingId !== null) return link.meetingId === meetingId;
    if ('requestId' in subject) return link.requestId === subject.requestId;
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
    const others = [...childrenOf(item.id)].filter((id) => id !== ownChildId);
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

const byTitle = new Intl.Collator('en-GB', { numeric: true });
