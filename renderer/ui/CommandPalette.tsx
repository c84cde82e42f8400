import './pressable-style.ts';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { type Command, groupCommands, matchCommands } from './command-match.ts';
import { Kbd } from './Kbd.tsx';

export type CommandPaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  /** Already searched for elsewhere with what was typed; shown after the commands as they are. */
  readonly found?: readonly Command[];
  readonly onType?: (typed: string) => void;
  readonly label?: string;
};

/** Finds and runs anything: type, arrow to a line, Enter. */
export function CommandPalette({
  isOpen,
  onClose,
  label = 'Search or do anything',
  ...rest
}: CommandPaletteProps) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-frame dialog-palette">
        <AriaDialog className="palette" aria-label={label}>
          <PaletteContent {...rest} label={label} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteContent({
  commands,
  found = [],
  onType,
  onClose,
  label,
}: Omit<CommandPaletteProps, 'isOpen' | 'label'> & { readonly label: string }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const matched = matchCommands(commands, typed);
  const isNew = ({ id: foundId }: Command) => !matched.some((command) => command.id === foundId);
  const groups = groupCommands([...matched, ...(typed.trim() ? found.filter(isNew) : [])]);
  const shown = groups.flatMap((group) => group.commands);
  const active = shown[Math.min(at, shown.length - 1)];
  const optionId = (command: Command | undefined) => command && `${id}-${command.id}`;
  const activeId = optionId(active);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    command.onRun();
  }

  function steer(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    const here = Math.min(at, last);
    const to = {
      ArrowDown: here >= last ? 0 : here + 1,
      ArrowUp: here <= 0 ? last : here - 1,
      PageDown: Math.min(last, here + 8),
      PageUp: Math.max(0, here - 8),
    }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter') run(active);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="palette-box">
        <Search aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened in order to type
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          className="palette-input ring-none"
          placeholder={label}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            onType?.(event.target.value);
          }}
          onKeyDown={steer}
        />
        <Kbd keys="Esc" />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={label} className="palette-list">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="palette-group-title" aria-hidden>
              {group.title}
            </div>
            {group.commands.map((command) => (
              <Line
                key={command.id}
                id={optionId(command)}
                command={command}
                isActive={command === active}
                onPoint={() => setAt(shown.indexOf(command))}
                onRun={() => run(command)}
              />
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className="palette-none">Nothing matches "{typed}". Try fewer letters or a code.</p>
      )}
      <div className="visually-hidden" role="status">
        {shown.length === 1 ? '1 result' : `${shown.length} results`}
      </div>
      <div className="palette-foot" aria-hidden>
        <span>
          <Kbd keys="↑" /> <Kbd keys="↓" /> choose
        </span>
        <span>
          <Kbd keys="Enter" /> open or do
        </span>
      </div>
    </>
  );
}

function Line({
  id,
  command,
  isActive,
  onPoint,
  onRun,
}: {
  readonly id: string | undefined;
  readonly command: Command;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}) {
  const { label, hint, keys, icon: Icon } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the box above
    // biome-ignore lint/a11y/useFocusableInteractive: reached through aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="palette-item"
      onPointerMove={isActive ? undefined : onPoint}
      onClick={onRun}
    >
      {Icon && <Icon aria-hidden />}
      <span className="palette-label">{label}</span>
      {hint && <span className="palette-hint">{hint}</span>}
      {keys && <Kbd keys={keys} />}
    </div>
  );
}
