import { type PointerEvent, useRef, useState } from 'react';
import { type Box, onPage } from '../../../shared/domain/redaction/boxes.ts';

type Point = { readonly x: number; readonly y: number };
export type DragKind = 'draw' | 'move' | 'resize';
type Drag = { readonly kind: DragKind; readonly from: Point; readonly box: Box; readonly id: string | null };

/** Less than this share of the page is a click that trembled. */
const least = 0.006;

/**
 * Draws, moves and resizes boxes on a page with the pointer; Esc gives the box back as it was. `onDone` hears of the box
 * when the pointer is let go.
 */
export function useBoxDrag(onDone: (box: Box, id: string | null) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [box, setBox] = useState<Box | null>(null);
  const page = useRef<HTMLDivElement>(null);

  const pointAt = (event: PointerEvent): Point => {
    const room = page.current?.getBoundingClientRect();
    if (!room) return { x: 0, y: 0 };
    return { x: (event.clientX - room.left) / room.width, y: (event.clientY - room.top) / room.height };
  };

  const begin = (event: PointerEvent, kind: DragKind, own: Box | null, id: string | null): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    page.current?.setPointerCapture(event.pointerId);
    const from = pointAt(event);
    setDrag({ kind, from, id, box: own ?? { left: from.x, top: from.y, width: 0, height: 0 } });
    setBox(own);
  };

  const move = (event: PointerEvent): void => {
    if (drag) setBox(onPage(dragged(drag, pointAt(event))));
  };

  const end = (): void => {
    if (drag && box && isMeant(drag, box)) onDone(box, drag.id);
    stop();
  };

  const stop = (): void => {
    setDrag(null);
    setBox(null);
  };

  return { page, begin, move, end, stop, dragged: drag && box ? { box, id: drag.id } : null };
}

function dragged({ kind, from, box }: Drag, at: Point): Box {
  const [x, y] = [at.x - from.x, at.y - from.y];
  if (kind === 'move') return { ...box, left: box.left + x, top: box.top + y };
  if (kind === 'resize') return { ...box, width: box.width + x, height: box.height + y };
  return {
    left: Math.min(from.x, at.x),
    top: Math.min(from.y, at.y),
    width: Math.abs(x),
    height: Math.abs(y),
  };
}

const isMeant = ({ kind, box: before }: Drag, box: Box): boolean =>
  kind === 'draw'
    ? box.width > least && box.height > least / 2
    : box.left !== before.left ||
      box.top !== before.top ||
      box.width !== before.width ||
      box.height !== before.height;
