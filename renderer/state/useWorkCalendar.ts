import { useMemo } from 'react';
import { type WorkCalendar, workCalendar } from '../../shared/domain/working-days.ts';
import { useStore } from './store.ts';

/** The days on which work is counted here: England's bank holidays and the engagement's own days. */
export function useWorkCalendar(): WorkCalendar {
  const closureDays = useStore((state) => state.data.engagement?.closureDays);
  return useMemo(() => workCalendar(closureDays), [closureDays]);
}
