import { Check, History, Send, WifiOff } from 'lucide-react';
import { backupStatus } from '../../state/backup-words.ts';
import { draftWords } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { runCommand } from '../../state/useMainEvents.ts';
import { useNow } from '../../state/useNow.ts';
import type { StatusLineProps } from '../../ui/shell/StatusLine.tsx';
import type { StatusItem } from '../../ui/shell/shell-types.ts';

/** What the status line says: that everything is saved, when it was backed up, that nothing is sent, and what Undo would take back. */
export function useStatus(): StatusLineProps {
  const undo = useStore((state) => state.data.history?.undo);
  const draft = useStore((state) => draftWords(state.data.versions));
  return {
    items: [
      { id: 'saved', icon: Check, text: 'All changes saved' },
      ...useBackupItem(),
      { id: 'offline', icon: WifiOff, text: 'Works offline, nothing is sent' },
      ...(draft ? [{ id: 'draft', icon: Send, text: draft }] : []),
    ],
    ...(undo ? { lastChange: undo.summary, onUndo: () => runCommand('undo'), undoKeys: 'Ctrl Z' } : {}),
  };
}

function useBackupItem(): readonly StatusItem[] {
  const view = useStore((state) => state.backups);
  const clock = useStore((state) => state.settings.clock);
  const now = useNow();
  const said = view && backupStatus(view, { now, clock });
  if (!said) return [];
  return [{ id: 'backup', icon: History, text: said.text, ...(said.isWarning ? { tone: 'warn' } : {}) }];
}
