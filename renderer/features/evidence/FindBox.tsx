import { ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';

export type FindBoxProps = {
  readonly sought: string;
  readonly onSought: (words: string) => void;
  /** Which hit is looked at, counted from 0. */
  readonly hit: number;
  readonly hits: number;
  readonly isSearching?: boolean;
  readonly onHit: (step: 1 | -1) => void;
};

/** Finds words in the document that is open, and goes from hit to hit, by Enter as well. */
export function FindBox({ sought, onSought, hit, hits, isSearching = false, onHit }: FindBoxProps) {
  function turn(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onHit(event.shiftKey ? -1 : 1);
  }
  const words = isSearching ? 'Searching' : hits === 0 ? 'Not found' : `Hit ${hit + 1} of ${hits}`;
  return (
    <div className="pdf-tool-group pdf-find">
      <SearchBox label="Find in document" value={sought} onChange={onSought} onKeyDown={turn} />
      {sought.trim() !== '' && (
        <>
          <span className="pdf-find-count num" role="status">
            {words}
          </span>
          <IconButton icon={ChevronUp} label="Previous hit" size="small" onClick={() => onHit(-1)} />
          <IconButton icon={ChevronDown} label="Next hit" size="small" onClick={() => onHit(1)} />
        </>
      )}
    </div>
  );
}
