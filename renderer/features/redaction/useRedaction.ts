import { useCallback, useEffect, useState } from 'react';
import type { RedactionMark } from '../../../shared/domain/redaction/redaction.ts';
import type { FoundPlace, PagesFound, RedactionSummary } from '../../../shared/ipc/redactions.ts';
import { useStore } from '../../state/store.ts';

/** The marks of a redaction and what is still to be decided, read again with every change; null until each is there. */
export function useRedaction(redaction: RedactionSummary) {
  const act = useStore((state) => state.act);
  const [marks, setMarks] = useState<readonly RedactionMark[] | null>(null);
  const [found, setFound] = useState<PagesFound | null>(null);
  const [isStopped, setStopped] = useState(false);
  const { id } = redaction;

  const read = useCallback(async () => {
    setStopped(false);
    const answer = await act('redactions:findPlaces', { id }, (failure) => {
      setStopped(true);
      if (failure.code !== 'evidence/cancelled') useStore.getState().showFailure(failure);
    });
    if (answer) setFound(answer);
  }, [act, id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another summary says that something about it changed
  useEffect(() => {
    let isCurrent = true;
    void act('redactions:readMarks', { id }).then((answer) => {
      if (isCurrent && answer) setMarks(answer);
    });
    void read();
    return () => {
      isCurrent = false;
    };
  }, [act, id, redaction, read]);

  return { marks: marks ?? none, found, isStopped, read };
}

const none: readonly RedactionMark[] = [];

/** A place that was found, as marks: one for each line that it stands on. */
export const marksFor = (place: FoundPlace, isLeft: boolean) =>
  place.boxes.map((box) => ({
    ...box,
    page: place.page,
    reason: place.reason,
    how: 'word' as const,
    isLeft,
  }));
