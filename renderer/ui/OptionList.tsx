import './pressable-style.ts';
import { Check } from 'lucide-react';
import { ListBox, ListBoxItem, Popover } from 'react-aria-components';

/** One thing that can be chosen from a list that opens. */
export type Choice = {
  readonly id: string;
  readonly label: string;
  /** A second line or fact: a role, an organisation. Searched too. */
  readonly hint?: string;
};

/** The list under a combo box; shows a tick beside what is chosen. */
export function OptionList({
  label,
  none,
  showsTicks = false,
}: {
  readonly label: string;
  /** Said when nothing matches. */
  readonly none: string;
  readonly showsTicks?: boolean;
}) {
  return (
    <Popover className="popover popover-matched" offset={4}>
      <ListBox<Choice>
        className="option-list"
        aria-label={label}
        renderEmptyState={() => <div className="option-none">{none}</div>}
      >
        {(choice) => (
          <ListBoxItem className="option" textValue={choiceText(choice)}>
            {({ isSelected }) => (
              <>
                {showsTicks && <span className="option-check">{isSelected && <Check aria-hidden />}</span>}
                <span className="option-text">{choice.label}</span>
                {choice.hint && <span className="option-hint">{choice.hint}</span>}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}

/** What typing is matched against. */
export function choiceText({ label, hint }: Choice): string {
  return hint ? `${label}, ${hint}` : label;
}

/** Whether every typed word begins a word of the text, in any order. */
export function matchesWords(text: string, typed: string): boolean {
  const words = fold(text).split(/[\s,.()/-]+/);
  return fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
