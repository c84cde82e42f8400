import { Check } from 'lucide-react';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { Choice } from './option-match.ts';
import type { Combo } from './useCombo.ts';

export type OptionListProps = {
  readonly combo: Combo;
  readonly label: string;
  /** Said when nothing matches. */
  readonly none: string;
  readonly chosen: readonly string[];
  readonly isSeveral?: boolean;
  readonly onChoose: (choice: Choice) => void;
};

/** The list under a combo box, in the top layer so that no dialog or panel cuts it off. */
export function OptionList({ combo, label, none, chosen, isSeveral = false, onChoose }: OptionListProps) {
  const ref = useRef<HTMLDivElement>(null);
  const { isOpen, active, optionId } = combo;
  const activeId = active && optionId(active);

  useEffect(() => {
    const list = ref.current;
    if (list?.isConnected && list.matches(':popover-open') !== isOpen) list.togglePopover(isOpen);
  }, [isOpen]);

  useEffect(() => {
    if (isOpen && activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, activeId]);

  return (
    <div
      ref={ref}
      popover="manual"
      className="option-popover"
      style={{ positionAnchor: combo.anchor } as CSSProperties}
    >
      <div id={combo.listId} role="listbox" aria-label={label} aria-multiselectable={isSeveral || undefined}>
        {combo.shown.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the box above
          // biome-ignore lint/a11y/useFocusableInteractive: reached through aria-activedescendant
          <div
            key={choice.id}
            id={optionId(choice)}
            role="option"
            className="option"
            aria-selected={chosen.includes(choice.id)}
            data-focused={choice === active || undefined}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={choice === active ? undefined : () => combo.setAt(index)}
            onClick={() => onChoose(choice)}
          >
            <span className="option-check">{chosen.includes(choice.id) && <Check aria-hidden />}</span>
            <span className="option-text">
              <span>{choice.label}</span>
              {choice.hint && <span className="option-hint">{choice.hint}</span>}
            </span>
          </div>
        ))}
      </div>
      {isOpen && combo.shown.length === 0 && (
        <p className="option-none" role="status">
          {none}
        </p>
      )}
      {combo.hiddenCount > 0 && <p className="option-none">{combo.hiddenCount} more: type to find them</p>}
    </div>
  );
}
