import { backupSentence, needsBackup } from '../../state/backup-words.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Banner } from '../../ui/Banner.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** Says that the newest backup is old, or that there is nowhere to put one; nothing while all is well. */
export function BackupBanner() {
  const view = useStore((state) => state.backups);
  const clock = useStore((state) => state.settings.clock);
  const goTo = useStore((state) => state.goTo);
  const now = useNow();
  if (!view || !needsBackup(view, now)) return null;
  return (
    <Banner
      tone="warn"
      title={view.folder === null ? 'This engagement is not backed up.' : 'The newest backup is old.'}
      actions={<LinkButton onClick={() => goTo({ name: 'settings' })}>Backups</LinkButton>}
    >
      {view.folder === null
        ? 'Choose a folder for backups, such as a USB stick.'
        : backupSentence(view, { now, clock })}
    </Banner>
  );
}
