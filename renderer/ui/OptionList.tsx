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
          <ListBoxItem className="option" textValue={choice.label}>
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

/** A filter that finds a choice by its label or its hint; the list hands it only the label. */
export function choiceFilter(choices: readonly Choice[]): (label: string, typed: string) => boolean {
  const texts = new Map<string, string>();
  for (const { label, hint = '' } of choices) texts.set(label, `${texts.get(label) ?? label} ${hint}`);
  return (label, typed) => matchesWords(texts.get(label) ?? label, typed);
}

/** Whether every typed word begins a word of the text, in any order. */
function matchesWords(text: string, typed: string): boolean {
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
