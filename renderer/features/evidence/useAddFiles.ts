import { useState } from 'react';
import type { AddedFile } from '../../../shared/ipc/evidence.ts';
import { takeFiles } from '../../state/take-files.ts';

/** Adds files that the user chooses, drops or pastes, tied to nothing yet, and keeps what became of each to be shown. */
export function useAddFiles(onAdded: (evidenceId: string) => void) {
  const [outcome, setOutcome] = useState<readonly AddedFile[]>([]);

  async function add(dropped?: readonly File[]) {
    const files = await takeFiles([], dropped);
    if (!files) return;
    setOutcome(files);
    // Where a document covers the list, as in a narrow window, it would cover what was refused too.
    if (files.some((file) => file.outcome === 'refused')) return;
    const first = files.find((file) => file.evidenceId !== null);
    if (first?.evidenceId) onAdded(first.evidenceId);
  }
  return { add, outcome, dismiss: () => setOutcome([]) };
}
