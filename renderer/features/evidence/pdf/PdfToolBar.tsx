import { Minus, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { ToggleChip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { FindBox, type FindBoxProps } from '../FindBox.tsx';

export type PdfToolBarProps = FindBoxProps & {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
  readonly zoom: number;
  readonly onZoom: (step: 1 | -1) => void;
  readonly onFit: () => void;
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
      <FindBox {...props} />
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
