import type { StateCreator } from 'zustand';
import type { FeedbackEntry } from '../../shared/domain/feedback.ts';

/** A piece of feedback while it is being written. */
export type FeedbackDraft = Omit<FeedbackEntry, 'id' | 'at' | 'isActionDone'>;

export type FeedbackDraftSlice = {
  /** What was being written when the capture was closed; forgotten once it is logged, and on lock. */
  readonly feedbackDraft: FeedbackDraft | null;
  readonly keepFeedbackDraft: (draft: FeedbackDraft | null) => void;
};

export const createFeedbackDraftSlice: StateCreator<FeedbackDraftSlice> = (set) => ({
  feedbackDraft: null,
  keepFeedbackDraft: (feedbackDraft) => set({ feedbackDraft }),
});
