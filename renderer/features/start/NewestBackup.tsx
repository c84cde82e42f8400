import { History } from 'lucide-react';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import type { RecentFile } from '../../../shared/ipc/vault.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';

/** Offers the newest backup of a file that is damaged: a copy of it is put beside the file, which stays as it is. */
export function NewestBackup({
  file,
  onOpened,
}: {
  readonly file: RecentFile;
  readonly onOpened: (copy: RecentFile) => void;
}) {
  const act = useStore((state) => state.act);
  const clock = useStore((state) => state.settings.clock);

  async function openIt() {
    const copy = file.lastBackup
      ? await act('backups:openNewest', { token: file.token })
      : await act('backups:chooseBackup', {});
    if (copy) onOpened(copy);
  }

  return (
    <div className="start-unlock-backup">
      <Button icon={History} onClick={() => void openIt()}>
        {file.lastBackup
          ? `Open the backup of ${formatInstantLong(file.lastBackup, clock)}`
          : 'Open a backup...'}
      </Button>
    </div>
  );
}
