import { FilePlus } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';

export type DropZoneProps = {
  /** The visible button, so that dragging is never the only way: "Choose files...". */
  readonly buttonLabel: string;
  readonly onChoose: () => void;
  /** The DOM event of the drop, untouched but for preventDefault. */
  readonly onDrop: (event: DragEvent<HTMLElement>) => void;
  /** Said over the zone while files hang above it: "Drop to add to evidence". */
  readonly dropLabel: string;
  readonly hint?: ReactNode;
  /** Left out: a dashed box with the button. Given: the zone is this content, which brings its own button. */
  readonly children?: ReactNode;
};

/** Takes files dragged from outside, beside a button that does the same. */
export function DropZone({ buttonLabel, onChoose, onDrop, dropLabel, hint, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  // Entering a child fires before leaving its parent, so only the count tells when the files have gone.
  const depth = useRef(0);

  function change(by: 1 | -1, event: DragEvent<HTMLElement>) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has the visible button as its other way
    <div
      className={classNames(
        'drop-zone',
        children ? 'drop-zone-whole' : 'drop-zone-boxed',
        isOver && !children && 'drop-zone-over',
      )}
      onDragEnter={(event) => change(1, event)}
      onDragLeave={(event) => change(-1, event)}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onDrop(event);
      }}
    >
      {children ?? (
        <>
          <Button icon={FilePlus} onClick={onChoose}>
            {buttonLabel}
          </Button>
          <span className="drop-zone-hint">{isOver ? dropLabel : (hint ?? 'or drop them here')}</span>
        </>
      )}
      {isOver && children && <div className="drop-zone-cover">{dropLabel}</div>}
    </div>
  );
}

function hasFiles(event: DragEvent<HTMLElement>): boolean {
  return event.dataTransfer.types.includes('Files');
}
