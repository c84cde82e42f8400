import { useMemo } from 'react';
import { useCancelledIds } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { type Timetable, timetableFrom } from './timetable-model.ts';

/** The timetable as it is now; null while it is being read. */
export function useTimetable(): Timetable | null {
  const engagement = useStore((state) => state.data.engagement);
  const timetable = useStore((state) => state.data.timetable);
  const people = useStore((state) => state.data.people);
  const children = useStore((state) => state.data.children);
  const clock = useStore((state) => state.settings.clock);
  const cancelledIds = useCancelledIds();
  const names = useNames();
  return useMemo(
    () =>
      engagement && timetable && people && children
        ? timetableFrom({ engagement, timetable, people, children, cancelledIds, names, clock })
        : null,
    [engagement, timetable, people, children, cancelledIds, names, clock],
  );
}
