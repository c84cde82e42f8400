import type { StateCreator } from 'zustand';
import type { IsoDate } from '../../shared/domain/time.ts';

/** What the timetable is looking at; kept while other pages are visited. */
export type TimetableScreen = {
  /** Null until a day is chosen: today, or the first day there is. */
  readonly day: IsoDate | null;
  readonly view: 'day' | 'week' | 'weeks' | 'list';
  readonly columns: 'strands' | 'inspectors' | 'rooms' | 'people' | 'children';
  readonly selectedId: string | null;
  /** Several meetings chosen to be changed together, the first of them first. */
  readonly picked: readonly string[];
  /** What meetings are narrowed to: "person:ID", "kind:visit", "clashes:any" and so on. */
  readonly filters: readonly string[];
  readonly isFilterOpen: boolean;
};

export type TimetableSlice = {
  readonly timetableScreen: TimetableScreen;
  readonly showTimetable: (change: Partial<TimetableScreen>) => void;
};

export const createTimetableSlice: StateCreator<TimetableSlice> = (set, get) => ({
  timetableScreen: {
    day: null,
    view: 'day',
    columns: 'strands',
    selectedId: null,
    picked: [],
    filters: [],
    isFilterOpen: false,
  },
  showTimetable: (change) => set({ timetableScreen: { ...get().timetableScreen, ...change } }),
});
