import type { EvidenceType } from './evidence.ts';
import { typeFacts } from './file-type.ts';
import { type CodedChild, givenNames, isDistinctive, nameRemover, squashed } from './name-patterns.ts';

/** Well under what any file system takes, whatever the folder it is unpacked in. */
const longestStart = 94;

/**
 * Makes what turns a title into what a document is called in a pack: without any child's name, UPN or NHS number, fit to
 * be a file's name on any system. A title that still hides a name in a longer word becomes "Document".
 */
export function titleNeutraliser(children: readonly CodedChild[]): (title: string) => string {
  const withoutNames = nameRemover(children);
  const names = children
    .flatMap((child) => [child.surname, ...givenNames(child)])
    .filter(isDistinctive)
    .map(squashed);
  return (title) => {
    const plain = withoutNames(title)
      .replaceAll(/\b[A-Za-z][ -]?(?:\d[ -]?){11}[0-9A-Za-z]\b/g, ' ')
      .replaceAll(/(?<!\d)(?:\d[ -]?){9,}\d(?!\d)/g, ' ');
    const letters = squashed(plain);
    const isHiding = names.some((name) => letters.includes(name));
    return (isHiding ? '' : tidy(plain)) || 'Document';
  };
}

/** "001": numbers of one pack are equally long, so that its files stand in their order. */
export function packNumber(number: number, of = number): string {
  return String(number).padStart(Math.max(3, String(of).length), '0');
}

/** "001 Annual review.pdf": the number, the neutral title, and the ending that the bytes deserve. */
export function neutralName(number: string, title: string, type: EvidenceType): string {
  return `${tidy(`${number} ${title}`.slice(0, longestStart))}.${typeFacts[type].extension}`;
}

/** "Child C pack 2026-11-24": what the pack's folder is called; a number is added where that is taken. */
export function packFolderName(subject: string, date: string, version = ''): string {
  const versioned = version === '' ? '' : `, ${tidy(version)}`;
  return `${tidy(subject.slice(0, 60)) || 'Evidence'} pack ${date}${versioned}`;
}

/** What a pack's folder or zip is called until it is whole, so that nothing cut short can be taken for a pack. */
export const unfinishedName = (folder: string): string => `${folder}${unfinishedMark}`;

/** Whether a name is one that only a pack which is not whole has. */
export const isUnfinishedPack = (name: string): boolean =>
  / pack \d{4}-\d\d-\d\d(?:, .+)?(?: \(\d+\))?$/.test(stemOf(name) ?? '');

const unfinishedMark = ' (unfinished)';

function stemOf(name: string): string | null {
  const folder = name.replace(/\.zip$/, '');
  return folder.endsWith(unfinishedMark) ? folder.slice(0, -unfinishedMark.length) : null;
}

/** Letters, digits and the few marks that every file system, and a list of hashes, takes as they are. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[“”"]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N} '’(),&+_-]/gu, ' ')
    .replaceAll(/\(\s*\p{L}?\s*\)/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/( ,)+/g, ',')
    .replace(/^[\s'’,&+_-]+/, '')
    .replace(/[\s'’,&+_-]+$/, '');
}
