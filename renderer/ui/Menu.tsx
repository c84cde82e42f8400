import './pressable-style.ts';
import { Check, ChevronDown, Lock, type LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { type ButtonLook, buttonClass } from './Button.tsx';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';

/** One line of a menu. */
export type MenuEntry = {
  readonly id: string;
  /** Verb and noun; "..." when more is asked. */
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly keys?: string;
  readonly tone?: 'bad';
  /** Shows a tick: for entries that are settings. */
  readonly isChecked?: boolean;
  /** Why it cannot be used yet; the line stays, with a padlock and the reason. */
  readonly unavailable?: string | false | null;
  readonly onPress: () => void;
};

export type MenuGroup = { readonly title?: string; readonly entries: readonly MenuEntry[] };

export type MenuButtonProps = ButtonLook & {
  /** The words on the button, or its name when only the icon shows. */
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly entries?: readonly MenuEntry[];
  /** Instead of entries: groups parted by a line. */
  readonly groups?: readonly MenuGroup[];
  readonly className?: string;
};

/** A button that opens a menu. The menu is made when it is opened: a long list has one of these in each row. */
export function MenuButton({ label, icon: Icon, entries, groups, className, ...look }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<MenuFocus | null>(null);

  function openByKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    // The rows of a list would go up and down too.
    event.stopPropagation();
    setOpened(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  /** The menu is gone and its button focused before what was chosen begins: a dialog gives the focus back to what had it. */
  function choose({ onPress }: MenuEntry) {
    flushSync(() => setOpened(null));
    button.current?.focus();
    onPress();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(buttonClass(look), className)}
        aria-label={look.iconOnly ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        // A press of a key is a click without a pointer.
        onClick={(event) => setOpened(event.detail === 0 ? 'first' : true)}
        onKeyDown={openByKey}
      >
        {Icon && <Icon aria-hidden />}
        {!look.iconOnly && label}
        {!look.iconOnly && <ChevronDown aria-hidden />}
      </button>
      {opened !== null && (
        <OpenMenu
          label={label}
          groups={groups ?? [{ entries: entries ?? [] }]}
          button={button}
          focus={opened}
          onChoose={choose}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** What is focused as a menu opens: its first or last line, or for a pointer the menu itself. */
type MenuFocus = 'first' | 'last' | true;

function OpenMenu({
  label,
  groups,
  button,
  focus,
  onChoose,
  onClose,
}: {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly focus: MenuFocus;
  readonly onChoose: (entry: MenuEntry) => void;
  readonly onClose: () => void;
}) {
  const hasIcons = groups.some((group) => group.entries.some(takesIcon));
  return (
    <Popover
      className="popover"
      offset={4}
      placement="bottom end"
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <AriaMenu className="menu" aria-label={label} autoFocus={focus} onClose={onClose}>
        {groups.map((group, index) => (
          <MenuSection
            key={group.title ?? index}
            className="menu-section"
            aria-label={group.title ? undefined : label}
          >
            {group.title && <Header className="menu-section-title">{group.title}</Header>}
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} hasRoom={hasIcons} onChoose={onChoose} />
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  );
}

/** Whether any line has an icon, so that the words of all lines start at one edge. */
function takesIcon({ icon, isChecked, unavailable }: MenuEntry): boolean {
  return icon !== undefined || isChecked !== undefined || Boolean(unavailable);
}

function Entry({
  entry,
  hasRoom,
  onChoose,
}: {
  readonly entry: MenuEntry;
  readonly hasRoom: boolean;
  readonly onChoose: (entry: MenuEntry) => void;
}) {
  const { id, label, icon, keys, tone, isChecked, unavailable } = entry;
  const Icon = unavailable ? Lock : isChecked ? Check : icon;
  return (
    <MenuItem
      id={id}
      className={classNames(
        'menu-item',
        tone === 'bad' && 'menu-item-bad',
        unavailable && 'menu-item-unavailable',
      )}
      textValue={label}
      shouldCloseOnSelect={!unavailable}
      onAction={() => {
        if (!unavailable) onChoose(entry);
      }}
    >
      {Icon ? <Icon aria-hidden /> : hasRoom && <span className="menu-item-room" />}
      <span className="menu-item-text">
        {label}
        {isChecked && <span className="visually-hidden">, on</span>}
        {unavailable && <span className="menu-item-reason">{unavailable}</span>}
      </span>
      {keys && <Kbd keys={keys} />}
    </MenuItem>
  );
}
