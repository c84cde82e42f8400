import { type KeyboardEvent, useId, useState } from 'react';
import { type Choice, matchChoices } from './option-match.ts';

/** More than this many lines are not drawn; typing brings the rest into reach. */
const MOST_SHOWN = 100;

/** The state of a box with a list under it: what matches, which line is active, whether it is open. */
export function useCombo({
  choices,
  typed,
  onChoose,
  onClose,
}: {
  readonly choices: readonly Choice[];
  readonly typed: string;
  readonly onChoose: (choice: Choice) => void;
  /** After the list was closed without choosing. */
  readonly onClose?: () => void;
}) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const matches = isOpen ? matchChoices(choices, typed) : [];
  const shown = matches.slice(0, MOST_SHOWN);
  const activeAt = Math.min(at, shown.length - 1);
  const active = shown[activeAt];
  const optionId = (choice: Choice) => `${id}-${choice.id}`;

  function open(startAt = 0) {
    setOpen(true);
    setAt(Math.max(0, startAt));
  }

  function close() {
    if (!isOpen) return;
    setOpen(false);
    onClose?.();
  }

  function move(key: string) {
    const last = shown.length - 1;
    const to = {
      ArrowDown: activeAt >= last ? 0 : activeAt + 1,
      ArrowUp: activeAt <= 0 ? last : activeAt - 1,
      PageDown: Math.min(last, activeAt + 8),
      PageUp: Math.max(0, activeAt - 8),
    }[key];
    if (to !== undefined) setAt(to);
    return to !== undefined;
  }

  function steer(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const isHandled = isOpen ? steerOpen(event) : steerClosed(event);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function steerClosed({ key }: KeyboardEvent): boolean {
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
    open();
    return true;
  }

  function steerOpen({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (key === 'Escape' || (key === 'ArrowUp' && altKey)) {
      close();
      return true;
    }
    if (key === 'Enter' && active && !ctrlKey && !metaKey) {
      onChoose(active);
      return true;
    }
    return move(key);
  }

  return {
    isOpen,
    open,
    close,
    /** Closes without calling onClose, after a choice. */
    shut: () => setOpen(false),
    steer,
    setAt,
    shown,
    hiddenCount: matches.length - shown.length,
    active,
    optionId,
    listId: `${id}-list`,
    anchor: `--combo${id.replaceAll(/[^a-z0-9]/gi, '-')}`,
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': isOpen && active ? optionId(active) : undefined,
      autoComplete: 'off',
      spellCheck: false,
    } as const,
  };
}

export type Combo = ReturnType<typeof useCombo>;
