import type { AddedFile, LinkTarget } from '../../shared/ipc/evidence.ts';
import { useStore } from './store.ts';
import { takeFiles } from './take-files.ts';

/** Ties files to one thing: those dropped on the window, or those the user now chooses. Says what became of them. */
export async function attachEvidence(target: LinkTarget, dropped?: readonly File[]): Promise<void> {
  const { showDone, showFailure } = useStore.getState();
  const files = await takeFiles([target], dropped);
  if (!files || files.length === 0) return;
  const refused = files.filter((file) => file.outcome === 'refused');
  const done = doneWords(files.filter((file) => file.outcome !== 'refused'));
  if (done) showDone(done);
  for (const file of refused) {
    showFailure({ code: 'input/invalid', detail: `${file.fileName} was not attached. ${file.reason}` });
  }
}

function doneWords(files: readonly AddedFile[]): string {
  const known = files.filter((file) => file.outcome === 'already-here').length;
  if (files.length === 0) return '';
  const attached = files.length === 1 ? 'Attached 1 document' : `Attached ${files.length} documents`;
  if (known === 0) return attached;
  return known === files.length
    ? `${attached}, already kept here`
    : `${attached}, ${known} of them already kept here`;
}
