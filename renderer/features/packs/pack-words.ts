import { childLabel, compareCodes } from '../../../shared/domain/child-code.ts';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import { formatSize } from '../../../shared/domain/file-size.ts';
import type { ChildSummary } from '../../../shared/ipc/children.ts';
import type { PackDocument, PackPreview, PackSubject } from '../../../shared/ipc/packs.ts';

/** Which child or line of enquiry, as one value of a list. */
export type SubjectKey = `child:${string}` | `criterion:${string}`;

export type Subjects = {
  readonly children: readonly Pick<ChildSummary, 'id' | 'code'>[];
  readonly criteria: readonly Criterion[];
};

/** What a pack can be about, as a list to choose from: children by code, then what the framework asks. */
export function subjectOptions({ children, criteria }: Subjects) {
  return [
    ...children
      .toSorted((a, b) => compareCodes(a.code, b.code))
      .map((child) => ({
        value: `child:${child.id}` as SubjectKey,
        label: childLabel(child),
        group: 'Children',
      })),
    ...criteria.map((criterion) => ({
      value: `criterion:${criterion.id}` as SubjectKey,
      label: criterion.code ? `${criterion.code}: ${criterion.title}` : criterion.title,
      group: 'Lines of enquiry and criteria',
    })),
  ];
}

export const firstSubject = (known: Subjects): SubjectKey | null => subjectOptions(known)[0]?.value ?? null;

/** The subject that a value of the list stands for; null when it is gone. */
export function subjectOf(key: SubjectKey, { children, criteria }: Subjects): PackSubject | null {
  const id = key.slice(key.indexOf(':') + 1);
  const child = key.startsWith('child:') ? children.find((one) => one.id === id) : undefined;
  if (child) return { childId: child.id };
  const criterion = key.startsWith('criterion:') ? criteria.find((one) => one.id === id) : undefined;
  return criterion ? { criterionId: criterion.id } : null;
}

/** "11 documents, 6.4 MB". */
export function sumWords(documents: readonly PackDocument[]): string {
  const inPack = documents.filter((document) => document.number !== null);
  const bytes = inPack.reduce((sum, document) => sum + document.bytes, 0);
  const count = counted(inPack.length, 'document');
  return bytes === 0 ? count : `${count}, ${formatSize(bytes)}`;
}

/** What making the pack waits for, in words; null when it can be made. */
export function waitsFor(
  { stops, cautions }: Pick<PackPreview, 'stops' | 'cautions'>,
  reason: string,
): string | null {
  const unexplained = cautions.length > 0 && reason.trim() === '';
  const waits = [stops.length > 0 ? 'what stops it' : '', unexplained ? 'your reason' : ''].filter(Boolean);
  return waits.length === 0 ? null : `Waits for ${waits.join(' and ')}. Nothing has been written yet.`;
}

/** What a document is called in the pack, where that is not its own title; null where it is, or while it is left out. */
export function renamedInPack({
  title,
  neutralName,
}: Pick<PackDocument, 'title' | 'neutralName'>): string | null {
  const stem = neutralName.replace(/^\d+ /, '').replace(/\.[a-z]+$/, '');
  return stem === '' || stem === title ? null : neutralName;
}

/** "1 document", "2 documents". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
