import type { FoundPlace } from '../../shared/ipc/redactions.ts';

/** Everything that was found, to be taken out. */
export const marksOfPlaces = (places: readonly FoundPlace[]) =>
  places.flatMap(({ page, boxes, reason }) =>
    boxes.map((box) => ({ page, ...box, reason, how: 'word' as const, isLeft: false })),
  );
