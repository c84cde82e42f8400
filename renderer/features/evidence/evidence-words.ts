import { counted } from '../../../shared/domain/counted.ts';
import type { EvidenceItem, EvidenceType } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { type ClockStyle, formatDate, formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';

/** "18 pages", "1 sheet"; empty where a document has none to count. */
export function lengthWords({ pages, type }: Pick<EvidenceItem, 'pages' | 'type'>): string {
  if (pages === null) return '';
  return counted(pages, typeFacts[type].page);
}

/** Whether pictures of pages still wait to be read. */
export const isWaiting = ({ scan }: Pick<EvidenceSummary, 'scan'>): boolean => (scan?.waiting ?? 0) > 0;

/** Whether it has no words and none are to come; one that is blank has none to have. */
export const isUnread = (item: Pick<EvidenceSummary, 'hasText' | 'scan'>): boolean =>
  !item.hasText && !isWaiting(item) && (item.scan === null || item.scan.unsure > 0);

export function typeWords(type: EvidenceType): string {
  return typeFacts[type].label;
}

/** "Dated 3 March 2026, received Thu 12 Nov, 9:30am". */
export function dateWords({ evidenceDate, receivedAt }: EvidenceItem, clock: ClockStyle): string {
  const received = formatInstantShort(receivedAt, clock);
  return evidenceDate === null
    ? `Received ${received}`
    : `Dated ${formatDate(evidenceDate)}, received ${received}`;
}
