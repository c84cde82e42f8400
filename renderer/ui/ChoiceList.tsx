import { ChevronDown } from 'lucide-react';
import type { RefObject } from 'react';
import { OptionList, type OptionListProps } from './OptionList.tsx';

/** What stands after the box of a long list: the button that shows the choices, and the choices. */
export function ChoiceList({
  box,
  onToggle,
  ...list
}: OptionListProps & {
  /** Where the cursor goes back to. */
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onToggle: () => void;
}) {
  return (
    <>
      <button
        type="button"
        className="input-inner-button"
        tabIndex={-1}
        aria-label={`Show choices for ${list.label.toLowerCase()}`}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => {
          onToggle();
          box.current?.focus();
        }}
      >
        <ChevronDown aria-hidden />
      </button>
      <OptionList {...list} />
    </>
  );
}
