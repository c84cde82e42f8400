import { useStore } from '../../state/store.ts';
import { runCommand } from '../../state/useMainEvents.ts';
import { CommandPalette } from '../../ui/CommandPalette.tsx';
import type { Command } from '../../ui/command-match.ts';
import { useFound } from '../search/useFound.ts';
import { useNav } from './useNav.ts';
import { useThings } from './useThings.ts';

/** Ctrl+K: goes anywhere, does anything, finds any meeting, person, child, request or document by its title. */
export function Palette() {
  const setPaletteOpen = useStore((state) => state.setPaletteOpen);
  const setNamesAsCodes = useStore((state) => state.setNamesAsCodes);
  const namesAsCodes = useStore((state) => state.namesAsCodes);
  const openCapture = useStore((state) => state.openCapture);
  const openHandOver = useStore((state) => state.openHandOver);
  const { groups, actions = [], onNavigate } = useNav();
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
    {
      id: 'do-codes',
      label: namesAsCodes ? 'Show names again' : 'Show names as codes',
      group: 'Do',
      onRun: () => setNamesAsCodes(!namesAsCodes),
    },
    {
      id: 'do-hand-over',
      label: 'Hand over a copy...',
      group: 'Do',
      onRun: () => openHandOver('hand-over'),
    },
    {
      id: 'do-bring-back',
      label: 'Bring back a copy...',
      group: 'Do',
      onRun: () => openHandOver('bring-back'),
    },
    { id: 'do-undo', label: 'Undo', group: 'Do', keys: 'Ctrl Z', onRun: () => runCommand('undo') },
    { id: 'do-redo', label: 'Redo', group: 'Do', keys: 'Ctrl Y', onRun: () => runCommand('redo') },
    { id: 'do-lock', label: 'Lock', group: 'Do', keys: 'Ctrl L', onRun: () => runCommand('lock') },
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
