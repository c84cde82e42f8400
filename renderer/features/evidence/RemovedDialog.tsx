import { useEffect, useState } from 'react';
import { formatSize } from '../../../shared/domain/file-size.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { RemovedDocument } from '../../../shared/ipc/evidence.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NearList } from '../../ui/NearList.tsx';
import { typeWords } from './evidence-words.ts';

/** The documents that were removed, each with a way back. */
export function RemovedDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const clock = useStore((state) => state.settings.clock);
  const items = useStore((state) => state.data.evidence?.items);
  const [removed, setRemoved] = useState<readonly RemovedDocument[] | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is here decides what can be restored
  useEffect(() => {
    void act('evidence:readRemoved', {}).then(setRemoved);
  }, [act, items]);

  async function restore({ id, title }: RemovedDocument) {
    if ((await act('evidence:restoreEvidence', { id })) === null) showDone(`Restored “${title}”`);
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Removed documents"
      fact="Kept in the engagement, with what they were for"
      foot={<Button onClick={onClose}>Close</Button>}
    >
      {removed?.length === 0 && <p>Nothing has been removed.</p>}
      <NearList
        label="Removed documents"
        itemClassName="evidence-removed-row"
        items={removed ?? []}
        itemKey={({ id }) => id}
        usual={56}
      >
        {(one) => (
          <>
            <span className="stack stack-tight">
              <span className="type-name">{one.title}</span>
              <span className="text-3 type-small num">
                {typeWords(one.type)}, {formatSize(one.size)}. Removed{' '}
                {formatInstantShort(one.removedAt, clock)}
              </span>
            </span>
            <Button size="small" aria-label={`Restore ${one.title}`} onClick={() => void restore(one)}>
              Restore
            </Button>
          </>
        )}
      </NearList>
    </Dialog>
  );
}
