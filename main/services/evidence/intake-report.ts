import { basename } from 'node:path';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { hasUnseenMarks, shownFileName } from '../../../shared/domain/file-name.ts';
import { heicAdvice, isNamedRightly, typeFacts } from '../../../shared/domain/file-type.ts';
import { type HiddenFact, intakeNotes } from '../../../shared/domain/hidden-data.ts';
import type { AddedFile } from '../../../shared/ipc/evidence.ts';

/** A file that is ready: a new item, or one that is here already. */
export type Ready = {
  readonly path: string;
  readonly item: EvidenceItem;
  readonly isNew: boolean;
  readonly facts?: readonly HiddenFact[];
};
/** What came with a message is taken in too, each as a document of its own. */
export type Outcome = Ready | { readonly path: string; readonly refused: string };

/** What the user is told became of one file, with children's names as codes. */
export function addedFile(outcome: Outcome, mask: (text: string) => string): AddedFile {
  const called = basename(outcome.path);
  const fileName = mask(shownFileName(called)) || 'A dropped file';
  if ('refused' in outcome)
    return { fileName, outcome: 'refused', evidenceId: null, reason: outcome.refused };
  const { item, isNew, facts = [] } = outcome;
  if (!isNew) {
    return {
      fileName,
      outcome: 'already-here',
      evidenceId: item.id,
      reason: `It is the very same file as “${mask(item.title)}”.`,
    };
  }
  const notes = [
    !isNamedRightly(item.fileName, item.type) &&
      `It is really a ${typeFacts[item.type].label}, whatever its name says.`,
    hasUnseenMarks(called) && 'Its name had marks that make it read as something else; they are left out.',
    item.type === 'heic' && heicAdvice,
    ...intakeNotes(facts),
  ];
  return { fileName, outcome: 'added', evidenceId: item.id, reason: notes.filter(Boolean).join(' ') };
}
