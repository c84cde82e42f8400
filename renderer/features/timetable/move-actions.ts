import type { RefObject } from 'react';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { asksBeforeMoving, beforeMovingAll } from '../../people/useAttendance.ts';
import { useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { alternativesFor } from './alternatives.ts';
import { countMeetings, doneWords } from './bulk-words.ts';
import { idsOf } from './grouping.ts';
import type { Hand, Move } from './hand.ts';
import { type Candidate, candidateOf, writeFor } from './move-candidate.ts';
import type { MoveActions, MoveSetting } from './move-state.ts';
import { byColumn, byLength, bySlot, toColumn, toMinutes, withCandidate } from './move-steps.ts';
import { andMore, goingAlong, movedTogether, type Together, verdictOnTogether } from './move-together.ts';
import { verdictOnMove } from './move-verdict.ts';
import { liftedWords, placedWords, refusedWords } from './move-words.ts';
import { titleOf } from './timetable-model.ts';
import { tellDone } from './useMeetingActions.ts';

const saveAtMost = 2_000;

/** The actions on a meeting in the hand. They are made once and read the newest state, so that nothing is drawn again for them. */
export function createMoveActions(latest: RefObject<MoveSetting>, hand: Hand): MoveActions {
  const change = (update: (move: Move) => Move) => {
    const before = hand.move();
    if (before && before.phase !== 'saving') hand.set(update(before));
  };
  const end = () => hand.set(null);
  const { act, showFailure } = useStore.getState();

  const endSaving = () =>
    setTimeout(() => {
      if (hand.move()?.phase === 'saving') end();
    }, saveAtMost);

  async function save(candidate: Candidate, overrideReason?: string): Promise<void> {
    const move = hand.move();
    const { timetable } = latest.current;
    const meeting = move && timetable.byId.get(move.meetingId);
    if (!move || !meeting || move.phase === 'saving') return;
    const write = writeFor(meeting, candidate);
    if (!write) {
      end();
      announce('Put back where it was');
      latest.current.focusCard(meeting.id);
      return;
    }
    change((now) => ({ ...now, candidate, phase: 'saving', over: 'grid', failure: null }));
    const refuse = (failure: AppFailure) => {
      if (failure.code !== 'timetable/clash') {
        showFailure(failure);
        end();
        return;
      }
      const sentence = latest.current.timetable.names.withoutNames(sentenceFor(failure));
      hand.set({ ...move, candidate, phase: 'held', over: 'grid', failure: sentence });
      announce(sentence);
    };
    const override = overrideReason ? { overrideReason } : {};
    const done =
      write.channel === 'timetable:moveMeeting'
        ? await act(write.channel, { ...write.input, ...override }, refuse)
        : await act(write.channel, { ...write.input, ...override }, refuse);
    if (!done) return;
    announce(placedWords(latest.current.timetable, done.meeting, done.clashes));
    latest.current.focusCard(meeting.id);
    endSaving();
  }

  async function shift({ meetings, by, plan }: Together): Promise<void> {
    const { timetable, openShift, focusCard } = latest.current;
    const [lead] = meetings;
    const isStill = by.minutes === 0 && by.days === 0;
    const isClear = verdictOnTogether(timetable, { meetings, by, plan }).refused.length === 0;
    if (isStill || !isClear || plan.changes.length === 0) {
      end();
      if (isStill) announce('Put back where they were');
      else
        openShift(
          meetings.map(({ id }) => id),
          by,
        );
      return;
    }
    change((now) => ({ ...now, phase: 'saving', over: 'grid', failure: null }));
    const seen = meetings.map(({ id, version }) => ({ id, version }));
    const done = await act('timetable:shiftMeetings', { meetings: seen, ...by }, (failure) => {
      showFailure(failure);
      end();
    });
    if (!done) return;
    const { showDone } = useStore.getState();
    showDone(doneWords(timetable, `Moved ${countMeetings(done.ids.length)}`, done));
    if (lead) focusCard(lead.id);
    endSaving();
  }

  return {
    lift: (meetingId, heldId, phase) => {
      const { timetable, columns, grouping, hours, now } = latest.current;
      const meeting = timetable.byId.get(meetingId);
      if (!meeting) return false;
      const title = titleOf(meeting, timetable.names);
      if (meeting.isPinned) {
        // The panel shows it with its padlock, and how to unpin it.
        useStore.getState().showTimetable({ selectedId: meetingId });
        announce(`${title} is pinned. Unpin it to move it.`);
        return false;
      }
      const others = goingAlong(meeting, useStore.getState().timetableScreen.picked);
      const all = [meetingId, ...others];
      if (all.some(asksBeforeMoving)) {
        const can = others.length === 0 ? `${title} can be moved now.` : 'They can be moved now.';
        beforeMovingAll(all, () => useStore.getState().showDone(can));
        return false;
      }
      const first = columns[0];
      const day = first?.day ?? timetable.days[0];
      if (!day) return false;
      const nearest =
        meeting.start === null && phase === 'held'
          ? alternativesFor(timetable, meetingId, candidateOf(meeting, { day, start: hours.from }), now)[0]
          : undefined;
      const candidate = nearest?.candidate ?? candidateOf(meeting, { day, start: hours.from });
      const held = heldId ?? idsOf(grouping, candidate)[0] ?? null;
      const over = meeting.start === null && phase === 'carried' ? 'tray' : 'grid';
      const from = { heldId: held, fromId: held, candidate };
      hand.set({ meetingId, others, ...from, phase, over, failure: null });
      if (nearest) latest.current.showDay(nearest.candidate.day);
      if (phase === 'held') announce(liftedWords(timetable, meeting, candidate, andMore(others)));
      return true;
    },
    carryTo: ({ column, start }) => {
      const to = latest.current.columns[column];
      if (to) change((now) => toColumn(now, latest.current, to, start));
    },
    carryOut: (over) => change((now) => (now.over === over ? now : { ...now, over })),
    setMinutes: (minutes) => change((now) => toMinutes(now, minutes)),
    stepSlot: (by) => change((now) => bySlot(now, latest.current, by)),
    stepLength: (by) => change((now) => byLength(now, latest.current, by)),
    stepColumn: (by) => change((now) => byColumn(now, latest.current, by)),
    stepDay: (by) => {
      const { timetable } = latest.current;
      const move = hand.move();
      const day = move && timetable.days[timetable.days.indexOf(move.candidate.day) + by];
      if (!day) return;
      latest.current.showDay(day);
      change((now) => withCandidate(now, { day }));
    },
    toDay: (day) => {
      latest.current.showDay(day);
      change((now) => withCandidate(now, { day }));
    },
    forget: end,
    drop: () => {
      const { timetable, now } = latest.current;
      const move = hand.move();
      const meeting = move && timetable.byId.get(move.meetingId);
      if (!move || !meeting || move.phase === 'saving') return;
      const together = movedTogether(timetable, move);
      if (together) {
        void shift(together);
        return;
      }
      const { refused } = verdictOnMove(timetable, move);
      if (refused.length === 0 || !writeFor(meeting, move.candidate)) {
        void save(move.candidate);
        return;
      }
      change((now) => ({ ...now, phase: 'held', over: 'grid' }));
      announce(
        refusedWords(refused, alternativesFor(timetable, move.meetingId, move.candidate, now)),
        'assertive',
      );
    },
    putBack: () => {
      const { timetable } = latest.current;
      const move = hand.move();
      const meeting = move && timetable.byId.get(move.meetingId);
      if (!move || move.phase === 'saving') return;
      end();
      if (!meeting) return;
      announce(`${titleOf(meeting, timetable.names)} put back`);
      if (meeting.day) latest.current.showDay(meeting.day);
      latest.current.focusCard(meeting.id);
    },
    dropInTray: () => {
      const { timetable } = latest.current;
      const move = hand.move();
      const meeting = move && timetable.byId.get(move.meetingId);
      const together = move && movedTogether(timetable, move);
      end();
      if (!meeting || meeting.start === null) return;
      if (together) {
        const meetings = together.meetings.map(({ id, version }) => ({ id, version }));
        void act('timetable:unscheduleMeetings', { meetings }).then(
          (done) => done && tellDone(timetable, 'Unscheduled', done),
        );
        return;
      }
      const { id, version } = meeting;
      void act('timetable:unscheduleMeeting', { id, version }).then((done) => {
        if (!done) return;
        announce(`${titleOf(meeting, timetable.names)} is unscheduled`);
        latest.current.focusCard(id);
      });
    },
    take: ({ candidate }) => {
      latest.current.showDay(candidate.day);
      void save(candidate);
    },
    placeAnyway: (reason) => {
      const move = hand.move();
      if (move) void save(move.candidate, reason);
    },
  };
}
