import { type RefObject, useMemo } from 'react';
import type { Shift } from '../../../shared/domain/bulk-moves.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { IsoDate, Minutes } from '../../../shared/domain/time.ts';
import type { MeetingsChanged } from '../../../shared/ipc/timetable.ts';
import { beforeMoving, beforeMovingAll } from '../../people/useAttendance.ts';
import { attachEvidence } from '../../state/attach-evidence.ts';
import { useStore } from '../../state/store.ts';
import type { MeetingStart } from '../../state/store-types.ts';
import { announce } from '../../ui/announce.ts';
import { countMeetings, doneWords } from './bulk-words.ts';
import type { ShownClash, Timetable } from './timetable-model.ts';

/** The dialog that is open over the timetable. */
export type TimetableDialog =
  | { readonly kind: 'editor'; readonly meetingId: string | null; readonly given: MeetingStart }
  | { readonly kind: 'move'; readonly meetingId: string }
  | { readonly kind: 'block' }
  | { readonly kind: 'add-several' }
  | { readonly kind: 'place-all' }
  | { readonly kind: 'export' }
  | { readonly kind: 'swap'; readonly meetingId: string; readonly withId: string | null }
  | { readonly kind: 'shift'; readonly ids: readonly string[]; readonly by?: Shift }
  | { readonly kind: 'late'; readonly from: Late }
  | { readonly kind: 'copy-day' }
  | { readonly kind: 'remove-all'; readonly ids: readonly string[] }
  | { readonly kind: 'remove'; readonly meetingId: string }
  | { readonly kind: 'acknowledge'; readonly clash: ShownClash }
  | { readonly kind: 'place-anyway' };

/** Where pushing back starts from; what is left out is where and when it is now. */
export type Late = {
  readonly strandId?: string | null;
  readonly day?: IsoDate | null;
  readonly from?: Minutes | null;
};

export type PickUp = (id: string, columnId?: string | null) => void;

/** What can be done with a meeting from its card, its line in the list, or the tray. Never changes. */
export type MeetingActions = {
  readonly select: (id: string | null) => void;
  readonly openEditor: (id: string) => void;
  readonly openNew: (given: MeetingStart) => void;
  readonly openMove: (id: string) => void;
  readonly openRemove: (id: string) => void;
  readonly openBlock: () => void;
  readonly openAddSeveral: () => void;
  readonly openPlaceAll: () => void;
  readonly openExport: () => void;
  /** Adds a meeting to those that are changed together, or takes it out again. */
  readonly pick: (id: string) => void;
  /** Makes these the meetings that are changed together, the first of them the one ranges start from. */
  readonly pickAll: (ids: readonly string[]) => void;
  readonly clearPicked: () => void;
  readonly openSwap: (id: string, withId?: string) => void;
  readonly openShift: (ids: readonly string[]) => void;
  readonly unscheduleAll: (ids: readonly string[]) => void;
  readonly openRemoveAll: (ids: readonly string[]) => void;
  readonly openLate: (from: Late) => void;
  readonly openCopyDay: () => void;
  readonly acknowledge: (clash: ShownClash) => void;
  readonly withdraw: (clash: ShownClash) => void;
  /** Picks the meeting up, to be moved with the arrow keys; null where there is no grid. */
  readonly pickUp: PickUp | null;
  readonly setPinned: (id: string, isPinned: boolean) => void;
  readonly duplicate: (id: string) => void;
  readonly unschedule: (id: string) => void;
  readonly logFeedback: (id: string) => void;
  /** Opens a new request that was made in the meeting. */
  readonly addRequest: (id: string) => void;
  /** Takes in files and ties them to the meeting. */
  readonly attach: (id: string) => void;
  /** Goes to a pack of what the meeting needs. */
  readonly makePack: (id: string) => void;
  /** Shows the meeting where it is: its day, its card, its facts. */
  readonly show: (id: string) => void;
};

export function useMeetingActions(
  timetable: RefObject<Timetable>,
  openDialog: (dialog: TimetableDialog) => void,
  pickUp: PickUp | null,
  reveal: (id: string) => void,
): MeetingActions {
  return useMemo(() => {
    const { act, showTimetable, openCapture, openRequest, goTo } = useStore.getState();
    const select = (selectedId: string | null) => showTimetable({ selectedId, picked: [] });
    const pickAll = (picked: readonly string[]) => {
      showTimetable({ picked, selectedId: null });
      announce(picked.length === 0 ? 'Nothing selected' : `${countMeetings(picked.length)} selected`);
    };
    return {
      select,
      openEditor: (meetingId) => openDialog({ kind: 'editor', meetingId, given: {} }),
      openNew: (given) => openDialog({ kind: 'editor', meetingId: null, given }),
      openMove: (meetingId) => beforeMoving(meetingId, () => openDialog({ kind: 'move', meetingId })),
      openRemove: (meetingId) => openDialog({ kind: 'remove', meetingId }),
      openBlock: () => openDialog({ kind: 'block' }),
      openAddSeveral: () => openDialog({ kind: 'add-several' }),
      openPlaceAll: () => openDialog({ kind: 'place-all' }),
      openExport: () => openDialog({ kind: 'export' }),
      pick: (id) => {
        const { picked, selectedId } = useStore.getState().timetableScreen;
        const before = picked.length > 0 || selectedId === null ? picked : [selectedId];
        pickAll(before.includes(id) ? before.filter((other) => other !== id) : [...before, id]);
      },
      pickAll,
      clearPicked: () => pickAll([]),
      openSwap: (meetingId, withId) => openDialog({ kind: 'swap', meetingId, withId: withId ?? null }),
      openShift: (ids) => openDialog({ kind: 'shift', ids }),
      unscheduleAll: (ids) => {
        const meetings = ids.flatMap((id) => {
          const meeting = meetingNow(id);
          return meeting ? [{ id: meeting.id, version: meeting.version }] : [];
        });
        if (meetings.length === 0) return;
        const unschedule = () =>
          act('timetable:unscheduleMeetings', { meetings }).then((done) => {
            if (done) tellDone(timetable.current, 'Unscheduled', done);
          });
        beforeMovingAll(
          meetings.map(({ id }) => id),
          () => void unschedule(),
        );
      },
      openRemoveAll: (ids) => openDialog({ kind: 'remove-all', ids }),
      openLate: (from) => openDialog({ kind: 'late', from }),
      openCopyDay: () => openDialog({ kind: 'copy-day' }),
      acknowledge: (clash) => openDialog({ kind: 'acknowledge', clash }),
      withdraw: (clash) => void act('timetable:withdrawAcknowledgement', { clashKey: clash.key }),
      pickUp,
      setPinned: (id, isPinned) => {
        const meeting = meetingNow(id);
        if (meeting) void act('timetable:pinMeeting', { id: meeting.id, version: meeting.version, isPinned });
      },
      duplicate: (id) => {
        void act('timetable:duplicateMeeting', { id: id as MeetingId }).then((done) => {
          if (!done) return;
          select(done.meeting.id);
          useStore.getState().showDone('Duplicated. The copy is in the unscheduled tray.');
        });
      },
      unschedule: (id) => {
        const meeting = meetingNow(id);
        if (!meeting) return;
        const { version } = meeting;
        beforeMoving(id, () => void act('timetable:unscheduleMeeting', { id: meeting.id, version }));
      },
      logFeedback: (meetingId) => openCapture({ meetingId }),
      addRequest: (id) => openRequest({ meetingId: meetingNow(id)?.id ?? null }),
      attach: (id) => {
        const meeting = meetingNow(id);
        if (meeting) void attachEvidence({ meetingId: meeting.id });
      },
      makePack: (meetingId) => goTo({ name: 'packs', meetingId }),
      show: (id) => {
        const meeting = meetingNow(id);
        if (!meeting) return;
        showTimetable({ selectedId: id, ...(meeting.day ? { day: meeting.day } : {}) });
        reveal(id);
      },
    };
  }, [timetable, openDialog, pickUp, reveal]);
}

/** Says what became of several meetings, and lets them go. */
export function tellDone(timetable: Timetable, verb: string, done: MeetingsChanged): void {
  const { showDone, showTimetable } = useStore.getState();
  showTimetable({ picked: [] });
  showDone(doneWords(timetable, `${verb} ${countMeetings(done.ids.length)}`, done));
}

/** The newest known state of a meeting, so that a write never names an old version. */
export function meetingNow(id: string): MeetingWithPeople | undefined {
  return useStore.getState().data.timetable?.meetings.find((meeting) => meeting.id === id);
}
