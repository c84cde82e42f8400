import { type DragEvent, useRef, useState } from 'react';
import type { ChecklistItemId, ChildId } from '../../../shared/domain/ids.ts';
import { attachEvidence } from '../../state/attach-evidence.ts';

/** Where files that hang over the page would go: a line of the checklist, or the child; null while none do. */
export type DropPlace = ChecklistItemId | 'child' | null;

/** Takes files dropped on a child's page: on a line of the checklist they answer it, anywhere else they are the child's. */
export function useDroppedFiles(childId: ChildId) {
  const [over, setOver] = useState<DropPlace>(null);
  // Entering a child element fires before leaving its parent, so only the count tells when the files have gone.
  const depth = useRef(0);

  const handlers = {
    onDragEnter: (event: DragEvent<HTMLElement>) => {
      if (hasFiles(event)) depth.current += 1;
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(placeUnder(event));
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!hasFiles(event)) return;
      depth.current -= 1;
      if (depth.current <= 0) setOver(null);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(null);
      const place = placeUnder(event);
      const files = [...event.dataTransfer.files];
      void attachEvidence(place === 'child' ? { childId } : { checklistItemId: place }, files);
    },
  };
  return { over, handlers };
}

function placeUnder(event: DragEvent<HTMLElement>): ChecklistItemId | 'child' {
  const row =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-checklist] [data-row]') : null;
  return (row?.dataset.row as ChecklistItemId | undefined) ?? 'child';
}

function hasFiles(event: DragEvent<HTMLElement>): boolean {
  return event.dataTransfer.types.includes('Files');
}
