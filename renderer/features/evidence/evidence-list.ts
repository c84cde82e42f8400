import type { EvidenceLink, EvidenceType } from '../../../shared/domain/evidence.ts';
import type { EvidenceSummary, LinkTarget } from '../../../shared/ipc/evidence.ts';
import { isUnread } from './evidence-words.ts';

/** The kinds that a list can be narrowed to. */
export type TypeGroup = 'all' | 'pdf' | 'word' | 'table' | 'image' | 'mail' | 'other';

const groups: Readonly<Record<EvidenceType, TypeGroup>> = {
  pdf: 'pdf',
  docx: 'word',
  rtf: 'word',
  xlsx: 'table',
  csv: 'table',
  png: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  tiff: 'image',
  heic: 'image',
  eml: 'mail',
  msg: 'mail',
  pptx: 'other',
  html: 'other',
  txt: 'other',
};

export function typeGroup(type: EvidenceType): TypeGroup {
  return groups[type];
}

/** Whom the list is narrowed to: everybody, nobody yet, or "child:ID", "requests", "criteria", "meetings". */
export type ForWhom = 'all' | 'nobody' | 'requests' | 'criteria' | 'meetings' | `child:${string}`;

export type EvidenceFilter = {
  readonly words: string;
  readonly type: TypeGroup;
  readonly forWhom: ForWhom;
  readonly isUnreadOnly: boolean;
};

export const everything: EvidenceFilter = { words: '', type: 'all', forWhom: 'all', isUnreadOnly: false };

/** The documents that fit: each word typed begins some word of the title. */
export function filterEvidence(
  items: readonly EvidenceSummary[],
  linksOf: (id: string) => readonly EvidenceLink[],
  childOfItem: (checklistItemId: string) => string | undefined,
  filter: EvidenceFilter,
): readonly EvidenceSummary[] {
  const parts = fold(filter.words).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const words = fold(item.title).split(/[^\p{L}\p{N}]+/u);
    return (
      parts.every((part) => words.some((word) => word.startsWith(part))) &&
      (filter.type === 'all' || typeGroup(item.type) === filter.type) &&
      (!filter.isUnreadOnly || isUnread(item)) &&
      isFor(linksOf(item.id), childOfItem, filter.forWhom)
    );
  });
}

function isFor(
  links: readonly EvidenceLink[],
  childOfItem: (checklistItemId: string) => string | undefined,
  forWhom: ForWhom,
): boolean {
  if (forWhom === 'all') return true;
  if (forWhom === 'nobody') return links.length === 0;
  if (forWhom === 'requests') return links.some((link) => link.requestId !== null);
  if (forWhom === 'criteria') return links.some((link) => link.criterionId !== null);
  if (forWhom === 'meetings') return links.some((link) => link.meetingId !== null);
  const childId = forWhom.slice('child:'.length);
  return links.some(
    (link) => link.childId === childId || childOfItem(link.checklistItemId ?? '') === childId,
  );
}

/** The one thing a link ties to. */
export function targetOf(link: EvidenceLink): LinkTarget | null {
  const { childId, checklistItemId, requestId, criterionId, meetingId } = link;
  if (childId) return { childId };
  if (checklistItemId) return { checklistItemId };
  if (requestId) return { requestId };
  if (criterionId) return { criterionId };
  return meetingId ? { meetingId } : null;
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
