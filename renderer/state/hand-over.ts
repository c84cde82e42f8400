import type { StateCreator } from 'zustand';

export type HandOverSlice = {
  /** Which of the two dialogs about a colleague's copy is open. */
  readonly handOverOpen: 'hand-over' | 'bring-back' | null;
  readonly openHandOver: (what: 'hand-over' | 'bring-back') => void;
  readonly closeHandOver: () => void;
};

export const createHandOverSlice: StateCreator<HandOverSlice> = (set) => ({
  handOverOpen: null,
  openHandOver: (handOverOpen) => set({ handOverOpen }),
  closeHandOver: () => set({ handOverOpen: null }),
});
