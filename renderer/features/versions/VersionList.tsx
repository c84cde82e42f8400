import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { ListedVersion } from '../../../shared/ipc/versions.ts';
import { useStore } from '../../state/store.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import type { Pair } from './useComparison.ts';
import { useSeenNames } from './useSeenNames.ts';

/** Every version that was published; each can be looked at, compared, sent again and restored. */
export function VersionList({
  versions,
  onCompare,
  onSave,
}: {
  readonly versions: readonly ListedVersion[];
  readonly onCompare: (pair: Pair) => void;
  readonly onSave: (pair: { readonly from: number | null; readonly to: number }) => void;
}) {
  const { clock } = useStore((state) => state.settings);
  const names = useSeenNames();
  const [restoring, setRestoring] = useState<number | null>(null);
  const before = (number: number) => (number > 1 ? number - 1 : null);
  return (
    <>
      <DataTable<ListedVersion>
        label="Versions"
        rows={versions}
        rowKey={(version) => version.id}
        columns={[
          {
            id: 'number',
            head: 'Version',
            name: true,
            width: '6rem',
            cell: ({ number }) => `Version ${number}`,
          },
          {
            id: 'at',
            head: 'Published',
            width: '11rem',
            cell: ({ at, publishedBy }) => (
              <>
                {formatInstantShort(at, clock)}
                <span className="table-second">{names.text(publishedBy)}</span>
              </>
            ),
          },
          { id: 'counts', head: 'What changed', width: '12rem', cell: ({ counts }) => counts },
          { id: 'note', head: 'Note', cell: ({ note }) => names.text(note) },
          {
            id: 'actions',
            head: 'Actions',
            headHidden: true,
            actions: true,
            cell: ({ number }) => (
              <MenuButton
                label={`Actions for version ${number}`}
                icon={Ellipsis}
                iconOnly
                kind="quiet"
                size="small"
                entries={[
                  {
                    id: 'changes',
                    label: 'What it changed',
                    onPress: () => onCompare({ from: before(number), to: number }),
                  },
                  {
                    id: 'since',
                    label: 'Compare with the draft',
                    onPress: () => onCompare({ from: number, to: null }),
                  },
                  {
                    id: 'ics',
                    label: 'Save its calendar files...',
                    onPress: () => onSave({ from: before(number), to: number }),
                  },
                  { id: 'restore', label: 'Restore...', onPress: () => setRestoring(number) },
                ]}
              />
            ),
          },
        ]}
      />
      {restoring !== null && <RestoreDialog number={restoring} onClose={() => setRestoring(null)} />}
    </>
  );
}

function RestoreDialog({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const names = useSeenNames();

  async function restore() {
    onClose();
    const done = await act('versions:restoreVersion', { number });
    if (!done) return;
    const left = done.leftOut.map((name) => (names.areCoded ? 'Somebody' : name)).join(', ');
    showDone(`Restored version ${number}.${left ? ` No longer there, and left out: ${left}.` : ''}`);
  }

  return (
    <AlertDialog
      isOpen
      title={`Restore version ${number}?`}
      confirmLabel={`Restore version ${number}`}
      onConfirm={() => void restore()}
      onClose={onClose}
    >
      <div className="stack">
        <p>
          The draft becomes what version {number} was. A meeting that was not in it goes to the tray, so
          nothing is lost. Nobody is told until you publish.
        </p>
        <p>One Undo takes it back.</p>
      </div>
    </AlertDialog>
  );
}
