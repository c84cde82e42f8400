import { useState } from 'react';
import type { AddedFile } from '../../../shared/ipc/evidence.ts';
import { dropFiles } from '../../bridge.ts';
import { useStore } from '../../state/store.ts';

/** Adds files that the user chooses, drops or pastes, tied to nothing yet, and keeps what became of each to be shown. */
export function useAddFiles(onAdded: (evidenceId: string) => void) {
  const act = useStore((state) => state.act);
  const showFailure = useStore((state) => state.showFailure);
  const [outcome, setOutcome] = useState<readonly AddedFile[]>([]);

  async function add(dropped?: readonly File[]) {
    const tokens = dropped && (await dropFiles(dropped)).map((file) => file.token);
    if (tokens?.length === 0) return void showFailure({ code: 'input/invalid', detail: notAFile });
    const files = await act('evidence:addEvidence', { ...(tokens ? { tokens } : {}), targets: [] });
    if (!files) return;
    setOutcome(files);
    const first = files.find((file) => file.evidenceId !== null);
    if (first?.evidenceId) onAdded(first.evidenceId);
  }
  return { add, outcome, dismiss: () => setOutcome([]) };
}

const notAFile = 'What was dropped or pasted is not a file. Save it as a file first, and add that.';
