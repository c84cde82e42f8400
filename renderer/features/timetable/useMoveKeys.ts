import { useEffect } from 'react';
import type { MoveControl } from './move-state.ts';

/** While a meeting is held, Esc puts it back and 1 to 9 take a free place, wherever on the page the focus is. */
export function useMoveKeys({ held, alternatives, actions }: MoveControl, isDialogOpen: boolean): void {
  const isHeld = held !== null && !isDialogOpen;
  useEffect(() => {
    if (!isHeld) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        actions.putBack();
      }
      const chosen = alternatives.find(({ number }) => String(number) === event.key);
      if (!chosen) return;
      event.preventDefault();
      actions.take(chosen);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [isHeld, alternatives, actions]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null
  );
}
