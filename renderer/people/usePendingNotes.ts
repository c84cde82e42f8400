import { useMemo } from 'react';
import { type PendingNote, pendingNotes } from '../../shared/domain/availability/pending.ts';
import { useStore } from '../state/store.ts';

const nothing: readonly PendingNote[] = [];

/** What people say of their availability that nobody has looked at yet, in order of name. */
export function usePendingNotes(): readonly PendingNote[] {
  const people = useStore((state) => state.data.people?.people);
  const view = useStore((state) => state.data.availability);
  return useMemo(
    () => (people && view ? pendingNotes(people, view.checked, view.firstDay) : nothing),
    [people, view],
  );
}
