import type { StateCreator } from 'zustand';
import type { IsoDate } from '../../shared/domain/time.ts';

/** What the timetable is looking at; kept while other pages are visited. */
export type TimetableScreen = {
  /** Null until a day is chosen: today, or the first day there is. */
  readonly day: IsoDate | null;
  readonly view: 'day' | 'week' | 'list';
  readonly columns: 'strands' | 'rooms' | 'people';
  readonly selectedId: string | null;
};

export type TimetableSlice = {
  readonly timetableScreen: TimetableScreen;
  readonly showTimetable: (change: Partial<TimetableScreen>) => void;
};

export const createTimetableSlice: StateCreator<TimetableSlice> = (set, get) => ({
  timetableScreen: { day: null, view: 'day', columns: 'strands', selectedId: null },
  showTimetable: (change) => set({ timetableScreen: { ...get().timetableScreen, ...change } }),
});
