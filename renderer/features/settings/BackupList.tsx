import { useState } from 'react';
import { formatSize } from '../../../shared/domain/file-size.ts';
import { formatInstantLong, formatInstantShort } from '../../../shared/domain/time-words.ts';
import type { BackupEntry } from '../../../shared/ipc/backups.ts';
import { useStore } from '../../state/store.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';

/** The backups in the folder, each with the way to open a copy of it. */
export function BackupList({ backups }: { readonly backups: readonly BackupEntry[] }) {
  const clock = useStore((state) => state.settings.clock);
  const act = useStore((state) => state.act);
  const [chosen, setChosen] = useState<BackupEntry | null>(null);
  if (backups.length === 0) return null;
  return (
    <>
      <DataTable
        label="Backups"
        rows={backups}
        rowKey={(backup) => backup.name}
        columns={[
          {
            id: 'at',
            head: 'Made',
            name: true,
            cell: (backup) => <span className="num">{formatInstantShort(backup.at, clock)}</span>,
          },
          {
            id: 'size',
            head: 'Size',
            number: true,
            width: '7rem',
            cell: (backup) => <span className="nowrap">{formatSize(backup.bytes)}</span>,
          },
          {
            id: 'open',
            head: 'Open',
            headHidden: true,
            actions: true,
            width: '9rem',
            cell: (backup) => (
              <Button size="small" onClick={() => setChosen(backup)}>
                Open a copy...
                <span className="visually-hidden"> of {formatInstantShort(backup.at, clock)}</span>
              </Button>
            ),
          },
        ]}
      />
      <AlertDialog
        isOpen={chosen !== null}
        title="Open a copy of this backup?"
        confirmLabel="Lock and open the copy"
        onClose={() => setChosen(null)}
        onConfirm={() => {
          if (chosen) void act('backups:openBackup', { name: chosen.name });
          setChosen(null);
        }}
      >
        <p>
          It is the engagement as it was on {chosen && formatInstantLong(chosen.at, clock)}. A copy is put
          beside the file you work in, which stays as it is, and opens by the passphrase it had then.
        </p>
      </AlertDialog>
    </>
  );
}
