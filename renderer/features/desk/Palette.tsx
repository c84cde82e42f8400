import { useStore } from '../../state/store.ts';
import { CommandPalette } from '../../ui/CommandPalette.tsx';
import type { Command } from '../../ui/command-match.ts';
import { useFound } from '../search/useFound.ts';
import { useDoings } from './useDoings.ts';
import { useNav } from './useNav.ts';
import { useThings } from './useThings.ts';

/** Ctrl+K: goes anywhere, does anything, finds any meeting, person, child, request or document by its title. */
export function Palette() {
  const setPaletteOpen = useStore((state) => state.setPaletteOpen);
  const openCapture = useStore((state) => state.openCapture);
  const { groups, actions = [], onNavigate } = useNav();
  const doings = useDoings();
  const things = useThings();
  const { found, onType } = useFound();
  const commands: Command[] = [
    ...groups.flat().map((item) => ({
      id: `go-${item.id}`,
      label: item.label,
      group: 'Go to',
      icon: item.icon,
      onRun: () => onNavigate(item.id),
    })),
    ...actions.map((action) => ({
      id: `do-${action.id}`,
      label: action.label,
      group: 'Do',
      icon: action.icon,
      ...(action.keys ? { keys: action.keys } : {}),
      onRun: action.id === 'log-feedback' ? () => openCapture({}) : action.onPress,
    })),
    ...doings,
    ...things,
  ];
  return (
    <CommandPalette
      isOpen
      onClose={() => setPaletteOpen(false)}
      commands={commands}
      found={found}
      onType={onType}
    />
  );
}
