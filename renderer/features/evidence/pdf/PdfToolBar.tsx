import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { ToggleChip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';

export type PdfToolBarProps = {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly zoom: number;
  readonly onZoom: (step: 1 | -1) => void;
  readonly onFit: () => void;
  readonly sought: string;
  readonly onSought: (words: string) => void;
  readonly hit: number;
  readonly hits: number;
  readonly isSearching: boolean;
  readonly onHit: (step: 1 | -1) => void;
  readonly isOverviewOpen: boolean;
  readonly onOverview: (isOpen: boolean) => void;
};

/** Finding words, turning pages and enlarging, in one line over the document. */
export function PdfToolBar(props: PdfToolBarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form group round tools
    <div className="pdf-tools" role="group" aria-label="Document tools">
      <span className="pdf-overview-toggle">
        <ToggleChip isOn={props.isOverviewOpen} onChange={props.onOverview}>
          Pages
        </ToggleChip>
      </span>
      <Find {...props} />
      <PageBox {...props} />
      <div className="pdf-tool-group">
        <IconButton icon={Minus} label="Smaller" size="small" onClick={() => props.onZoom(-1)} />
        <button type="button" className="pdf-zoom num" onClick={props.onFit} title="Fit the width">
          <span className="visually-hidden">Zoom </span>
          {Math.round(props.zoom * 100)}%<span className="visually-hidden">, fit the width</span>
        </button>
        <IconButton icon={Plus} label="Larger" size="small" onClick={() => props.onZoom(1)} />
      </div>
    </div>
  );
}

function Find({ sought, onSought, hit, hits, isSearching, onHit }: PdfToolBarProps) {
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

function PageBox({ page, pages, onPage }: PdfToolBarProps) {
  const id = useId();
  // Kept while it is typed, whatever page is scrolled to meanwhile.
  const [typed, setTyped] = useState<string | null>(null);

  function go() {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted);
    setTyped(null);
  }

  return (
    <div className="pdf-tool-group">
      <label htmlFor={id} className="text-2">
        Page
      </label>
      <input
        id={id}
        className="input pdf-page-box num"
        inputMode="numeric"
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
        onBlur={go}
      />
      <span className="text-2 num nowrap">of {pages}</span>
    </div>
  );
}
