import type { EvidenceType } from './evidence.ts';
import { typeFacts } from './file-type.ts';
import { type CodedChild, givenNames, isDistinctive, nameRemover, squashed } from './name-patterns.ts';

/** Well under what any file system takes, whatever the folder it is unpacked in. */
const longestName = 110;

/**
 * What a document is called in a pack: its title without any child's name, UPN or NHS number, fit to be a file's name on
 * any system. A title that still hides a name in a longer word becomes "Document".
 */
export function neutralTitle(title: string, children: readonly CodedChild[]): string {
  const plain = nameRemover(children)(title)
    .replaceAll(/\b[A-Za-z][ -]?(?:\d[ -]?){11}[0-9A-Za-z]\b/g, ' ')
    .replaceAll(/(?<!\d)(?:\d[ -]?){9,}\d(?!\d)/g, ' ');
  const hidden = children
    .flatMap((child) => [child.surname, ...givenNames(child)])
    .filter((name) => isDistinctive(name) && squashed(plain).includes(squashed(name)));
  return (hidden.length > 0 ? '' : tidy(plain)) || 'Document';
}

/** "001 Annual review.pdf": the number, the neutral title, and the ending that the bytes deserve. */
export function neutralName(number: number, title: string, type: EvidenceType): string {
  const start = `${String(number).padStart(3, '0')} ${title}`;
  return `${tidy(start.slice(0, longestName))}.${typeFacts[type].extension}`;
}

/** "Child C pack 2026-11-24": what the pack's folder is called; a number is added where that is taken. */
export function packFolderName(subject: string, date: string): string {
  return `${tidy(subject.slice(0, 60)) || 'Evidence'} pack ${date}`;
}

/** Letters, digits and the few marks that every file system, and a list of hashes, takes as they are. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[“”"]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N} '’(),&+_-]/gu, ' ')
    .replaceAll(/\(\s*\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s'’,&+_-]+/, '')
    .replace(/[\s'’,&+_-]+$/, '');
}
