import type { StateCreator } from 'zustand';

/** Whose absence is being dealt with; with a meeting, for that one alone. */
export type CoverStart = { readonly personId: string; readonly meetingId?: string };

export type AttendanceSlice = {
  readonly cover: CoverStart | null;
  /** Opens what depends on somebody, with who could stand in. */
  readonly openCover: (start: CoverStart) => void;
  readonly closeCover: () => void;
  /** The meeting of which somebody is saying how it went. */
  readonly markingId: string | null;
  readonly openMarking: (meetingId: string) => void;
  readonly closeMarking: () => void;
  /** The meeting that the board's user is looking at: a note is about it. */
  readonly currentMeetingId: string | null;
  readonly setCurrentMeeting: (meetingId: string | null) => void;
  /** The board has the whole window. */
  readonly isBoardFull: boolean;
  readonly setBoardFull: (isFull: boolean) => void;
  /** Meetings that were held, and what to do once the user has said that they are to be moved all the same. */
  readonly heldMove: { readonly meetingIds: readonly string[]; readonly go: () => void } | null;
  /** Held meetings that the user has said may be moved. */
  readonly movableHeldIds: readonly string[];
  readonly askToMoveHeld: (meetingIds: readonly string[], go: () => void) => void;
  readonly answerHeldMove: (isYes: boolean) => void;
};

export const createAttendanceSlice: StateCreator<AttendanceSlice> = (set, get) => ({
  cover: null,
  openCover: (cover) => set({ cover }),
  closeCover: () => set({ cover: null }),
  markingId: null,
  openMarking: (markingId) => set({ markingId }),
  closeMarking: () => set({ markingId: null }),
  currentMeetingId: null,
  setCurrentMeeting: (currentMeetingId) => set({ currentMeetingId }),
  isBoardFull: false,
  setBoardFull: (isBoardFull) => set({ isBoardFull }),
  heldMove: null,
  movableHeldIds: [],
  askToMoveHeld: (meetingIds, go) => set({ heldMove: { meetingIds, go } }),
  answerHeldMove: (isYes) => {
    const { heldMove, movableHeldIds } = get();
    set({
      heldMove: null,
      ...(isYes && heldMove ? { movableHeldIds: [...movableHeldIds, ...heldMove.meetingIds] } : {}),
    });
    if (isYes) heldMove?.go();
  },
});
