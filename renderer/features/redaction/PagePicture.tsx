import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Box, onPage } from '../../../shared/domain/redaction/boxes.ts';
import { type RedactionMark, reasonLabels } from '../../../shared/domain/redaction/redaction.ts';
import type { FoundPlace } from '../../../shared/ipc/redactions.ts';
import { drawPage, type PDFDocumentProxy } from '../../pdf/pdf-engine.ts';
import type { PageSize } from '../../pdf/usePdf.ts';
import { classNames } from '../../ui/class-names.ts';
import { placeWords } from './redaction-words.ts';
import { useBoxDrag } from './useBoxDrag.ts';

/** One page with what is marked on it and what was found: boxes can be drawn, moved and resized, by pointer and by keys. */
export function PagePicture({
  pdf,
  number,
  size,
  scale,
  marks,
  places,
  shownId,
  onDraw,
  onMove,
  onRemove,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly size: PageSize;
  readonly scale: number;
  readonly marks: readonly RedactionMark[];
  readonly places: readonly FoundPlace[];
  /** The mark that the list points at. */
  readonly shownId: string | null;
  readonly onDraw: (box: Box) => void;
  readonly onMove: (id: RedactionMark['id'], box: Box) => void;
  readonly onRemove: (id: RedactionMark['id']) => void;
}) {
  const canvas = usePicture(pdf, number, scale);
  const drag = useBoxDrag((box, id) => {
    const mark = marks.find((one) => one.id === id);
    if (mark) onMove(mark.id, box);
    else onDraw(box);
  });
  const style = {
    '--page-width': `${Math.floor(size.width * scale)}px`,
    '--page-height': `${Math.floor(size.height * scale)}px`,
  } as CSSProperties;
  return (
    <section className="redaction-page" style={style} aria-label={`Page ${number}`}>
      <canvas ref={canvas} className="pdf-canvas" aria-hidden />
      <div
        ref={drag.page}
        className="redaction-boxes"
        onPointerDown={(event) => drag.begin(event, 'draw', null, null)}
        onPointerMove={drag.move}
        onPointerUp={drag.end}
        onPointerCancel={drag.stop}
      >
        {places.map((place) =>
          place.boxes.map((box) => (
            <span
              key={`${place.what} ${box.left} ${box.top}`}
              className="redaction-found"
              style={styleOf(box)}
              title={placeWords(place)}
            />
          )),
        )}
        {marks.map((mark) => (
          <MarkBox
            key={mark.id}
            mark={mark}
            box={drag.dragged?.id === mark.id ? drag.dragged.box : mark}
            isShown={mark.id === shownId}
            onBegin={drag.begin}
            onMove={onMove}
            onRemove={onRemove}
          />
        ))}
        {drag.dragged?.id === null && <span className="redaction-new" style={styleOf(drag.dragged.box)} />}
      </div>
    </section>
  );
}

const styleOf = ({ left, top, width, height }: Box): CSSProperties => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

const step = 0.005;
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

function MarkBox({
  mark,
  box,
  isShown,
  onBegin,
  onMove,
  onRemove,
}: {
  readonly mark: RedactionMark;
  readonly box: Box;
  readonly isShown: boolean;
  readonly onBegin: ReturnType<typeof useBoxDrag>['begin'];
  readonly onMove: (id: RedactionMark['id'], box: Box) => void;
  readonly onRemove: (id: RedactionMark['id']) => void;
}) {
  const [typed, setTyped] = useState<Box | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const shown = typed ?? box;

  useEffect(() => {
    if (isShown) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isShown]);
  // A row of presses is one step to undo.
  useEffect(() => {
    if (!typed) return;
    const rest = setTimeout(() => {
      onMove(mark.id, typed);
      setTyped(null);
    }, 500);
    return () => clearTimeout(rest);
  }, [typed, mark.id, onMove]);

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove(mark.id);
    const [x = 0, y = 0] = steps[event.key] ?? [];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    setTyped(
      onPage(
        event.shiftKey
          ? { ...shown, width: shown.width + x, height: shown.height + y }
          : { ...shown, left: shown.left + x, top: shown.top + y },
      ),
    );
  };

  return (
    <span
      className={classNames(
        'redaction-mark',
        mark.isLeft && 'redaction-mark-left',
        isShown && 'redaction-mark-shown',
      )}
      style={styleOf(shown)}
    >
      <button
        ref={button}
        type="button"
        className="redaction-mark-body"
        aria-label={`${mark.isLeft ? 'Left as it is' : 'Taken out'}: ${reasonLabels[mark.reason]}`}
        aria-description="Arrow keys move it, with Shift they resize it, Delete removes it"
        title={reasonLabels[mark.reason]}
        onPointerDown={(event) => onBegin(event, 'move', mark, mark.id)}
        onKeyDown={press}
      />
      <span
        className="redaction-mark-corner"
        onPointerDown={(event) => onBegin(event, 'resize', mark, mark.id)}
      />
    </span>
  );
}

/** Draws the page on a canvas, again when it is another or larger. */
function usePicture(pdf: PDFDocumentProxy, number: number, scale: number) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    let cancel = () => {};
    void pdf
      .getPage(number)
      .then((page) => {
        if (isGone || !canvas.current) return;
        const drawing = drawPage(page, canvas.current, document.createElement('div'), scale);
        cancel = drawing.cancel;
        return drawing.done;
      })
      .catch(ignoreCancelled);
    return () => {
      isGone = true;
      cancel();
    };
  }, [pdf, number, scale]);
  return canvas;
}

/** Another page was asked for before this one was drawn. */
function ignoreCancelled(): void {}
