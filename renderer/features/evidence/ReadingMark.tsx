import { scanWords } from '../../../shared/domain/scan.ts';
import type { EvidenceSummary } from '../../../shared/ipc/evidence.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { isUnread, isWaiting } from './evidence-words.ts';

/** How the words of a document were come by, where that is worth knowing. */
export function ReadingMark({ item }: { readonly item: EvidenceSummary }) {
  if (isUnread(item)) return <StatusMark status="warn">No words could be read</StatusMark>;
  const words = item.scan ? scanWords(item.scan) : '';
  if (!item.scan || words === '') return null;
  if (!item.hasText && !isWaiting(item)) return <StatusMark status="ok">Nothing is written on it</StatusMark>;
  if (isWaiting(item)) return <StatusMark status="waiting">{words}</StatusMark>;
  return <StatusMark status={item.scan.unsure > 0 ? 'warn' : 'ok'}>{words}</StatusMark>;
}
