import type { RefObject } from 'react';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { asksBeforeMoving, beforeMovingAll } from '../../people/useAttendance.ts';
import { useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { alternativesFor } from './alternatives.ts';
import { idsOf } from './grouping.ts';
import type { Hand } from './hand.ts';
import { type Candidate, candidateOf } from './move-candidate.ts';
import type { MoveActions, MoveSetting } from './move-state.ts';
import { andMore, goingAlong } from './move-together.ts';
import { liftedWords } from './move-words.ts';
import { titleOf } from './timetable-model.ts';

type Phase = 'carried' | 'held';

/** Takes a meeting into the hand, with the selected ones that go along; false where it has to stay. */
export function liftMeeting(latest: RefObject<MoveSetting>, hand: Hand): MoveActions['lift'] {
  return (meetingId, heldId, phase) => {
    const setting = latest.current;
    const { timetable, grouping } = setting;
    const meeting = timetable.byId.get(meetingId);
    if (!meeting) return false;
    const others = goingAlong(meeting, useStore.getState().timetableScreen.picked);
    if (hasToStay(meeting, others, setting)) return false;
    const first = firstPlace(meeting, phase, setting);
    if (!first) return false;
    const { candidate, isFound } = first;
    const held = heldId ?? idsOf(grouping, candidate)[0] ?? null;
    const over = meeting.start === null && phase === 'carried' ? 'tray' : 'grid';
    hand.set({ meetingId, others, heldId: held, fromId: held, candidate, phase, over, failure: null });
    if (isFound) setting.showDay(candidate.day);
    if (phase === 'held') announce(liftedWords(timetable, meeting, candidate, andMore(others)));
    return true;
  };
}

/** Whether a meeting is pinned or has been held already, which is said. */
function hasToStay(
  meeting: MeetingWithPeople,
  others: readonly string[],
  { timetable }: MoveSetting,
): boolean {
  const title = titleOf(meeting, timetable.names);
  if (meeting.isPinned) {
    // The panel shows it with its padlock, and how to unpin it.
    useStore.getState().showTimetable({ selectedId: meeting.id });
    announce(`${title} is pinned. Unpin it to move it.`);
    return true;
  }
  const all = [meeting.id, ...others];
  if (!all.some(asksBeforeMoving)) return false;
  const can = others.length === 0 ? `${title} can be moved now.` : 'They can be moved now.';
  beforeMovingAll(all, () => useStore.getState().showDone(can));
  return true;
}

/** Where a meeting is; one that is nowhere begins, for the keys, at the nearest free place that was found for it. */
function firstPlace(
  meeting: MeetingWithPeople,
  phase: Phase,
  { timetable, columns, hours, now }: MoveSetting,
): { readonly candidate: Candidate; readonly isFound: boolean } | null {
  const day = columns[0]?.day ?? timetable.days[0];
  if (!day) return null;
  const candidate = candidateOf(meeting, { day, start: hours.from });
  const nearest =
    meeting.start === null && phase === 'held'
      ? alternativesFor(timetable, meeting.id, candidate, now)[0]
      : undefined;
  return { candidate: nearest?.candidate ?? candidate, isFound: nearest !== undefined };
}
