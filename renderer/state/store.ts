import { create } from 'zustand';
import { createAppSlice } from './app.ts';
import { createAttendanceSlice } from './attendance.ts';
import { createAvailabilitySlice } from './availability.ts';
import { createBackupsSlice } from './backups.ts';
import { createDataSlice } from './data.ts';
import { createFeedbackDraftSlice } from './feedback-draft.ts';
import { createHandOverSlice } from './hand-over.ts';
import { useJobs } from './jobs.ts';
import { createPackMakingSlice } from './pack-making.ts';
import type { Store } from './store-types.ts';
import { createTimetableSlice } from './timetable.ts';

/** The one store: a cache of the main process's answers, plus what is on screen. */
export const useStore = create<Store>()((...parts) => ({
  ...createAppSlice(...parts),
  ...createBackupsSlice(...parts),
  ...createDataSlice(...parts),
  ...createTimetableSlice(...parts),
  ...createAttendanceSlice(...parts),
  ...createAvailabilitySlice(...parts),
  ...createFeedbackDraftSlice(...parts),
  ...createPackMakingSlice(...parts),
  ...createHandOverSlice(...parts),
}));

/** Forgets everything that came from an engagement: on lock, and after each test. */
export function resetAll(): void {
  useStore.setState(useStore.getInitialState(), true);
  useJobs.setState([], true);
}
