import { Check, WifiOff } from 'lucide-react';
import { useStore } from '../../state/store.ts';
import { runCommand } from '../../state/useMainEvents.ts';
import type { StatusLineProps } from '../../ui/shell/StatusLine.tsx';

/** What the status line says: that everything is saved and nothing is sent, and what Undo would take back. */
export function useStatus(): StatusLineProps {
  const undo = useStore((state) => state.data.history?.undo);
  return {
    items: [
      { id: 'saved', icon: Check, text: 'All changes saved' },
      { id: 'offline', icon: WifiOff, text: 'Works offline, nothing is sent' },
    ],
    ...(undo ? { lastChange: undo.summary, onUndo: () => runCommand('undo'), undoKeys: 'Ctrl Z' } : {}),
  };
}
