import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

/** More, when asked for. Without isOpen it keeps its own state. */
export function Disclosure({
  summary,
  isOpen: givenOpen,
  onToggle,
  startsOpen = false,
  children,
}: {
  readonly summary: ReactNode;
  readonly isOpen?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [ownOpen, setOwnOpen] = useState(startsOpen);
  const isOpen = givenOpen ?? ownOpen;
  return (
    <div className="disclosure">
      <button
        type="button"
        className="disclosure-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          setOwnOpen(!isOpen);
          onToggle?.(!isOpen);
        }}
      >
        <ChevronRight aria-hidden />
        {summary}
      </button>
      {isOpen && (
        <div id={id} className="disclosure-content">
          {children}
        </div>
      )}
    </div>
  );
}
