import { useEffect } from 'react';
import { runCommand } from '../../state/useMainEvents.ts';

/** Keys that work anywhere on the desk; while text is being typed, Undo is the text's own. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = commandFor(event);
      if (!command) return;
      event.preventDefault();
      runCommand(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function commandFor(event: KeyboardEvent): Parameters<typeof runCommand>[0] | null {
  const key = event.key.toLowerCase();
  const isControl = event.ctrlKey || event.metaKey;
  if (event.key === 'F8') return 'log-feedback';
  if (event.key === 'F9') return 'add-request';
  if (isControl && key === 'k') return 'search';
  if (isControl && key === 'l') return 'lock';
  if (!isControl || isTyping(event.target)) return null;
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
  );
}
