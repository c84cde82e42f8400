import { create } from 'zustand';
import { type AppSlice, createAppSlice } from './app.ts';
import { createDataSlice, type DataSlice } from './data.ts';
import { createTimetableSlice, type TimetableSlice } from './timetable.ts';

export type Store = AppSlice & DataSlice & TimetableSlice;

/** The one store: a cache of the main process's answers, plus what is on screen. */
export const useStore = create<Store>()((...parts) => ({
  ...createAppSlice(...parts),
  ...createDataSlice(...parts),
  ...createTimetableSlice(...parts),
}));

/** Forgets everything that came from an engagement: on lock, and after each test. */
export function resetAll(): void {
  useStore.setState(useStore.getInitialState(), true);
}
