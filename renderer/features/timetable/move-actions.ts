import type { RefObject } from 'react';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { asksBeforeMoving, beforeMovingAll } from '../../people/useAttendance.ts';
import { useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { alternativesFor } from './alternatives.ts';
import { countMeetings, doneWords } from './bulk-words.ts';
import { type GridColumn, isColumnOf, keepWithin, stepStart } from './grid-geometry.ts';
import { idsOf } from './grouping.ts';
import { type Candidate, candidateOf, inColumn, mutable, writeFor } from './move-candidate.ts';
import { verdictOn } from './move-check.ts';
import type { Move, MoveActions, MoveSetting } from './move-state.ts';
import { andMore, goingAlong, movedTogether, type Together, verdictOnTogether } from './move-together.ts';
import { liftedWords, placedWords, refusedWords } from './move-words.ts';
import { titleOf } from './timetable-model.ts';
import { tellDone } from './useMeetingActions.ts';

/** What the actions see of the page, always the newest. */
export type Latest = MoveSetting & { move: Move | null };

const saveAtMost = 2_000;

/** The actions on a meeting in the hand. They are made once and read the newest state, so that nothing is drawn again for them. */
export function createMoveActions(
  latest: RefObject<Latest>,
  setMove: (move: Move | null) => void,
): MoveActions {
  const set = (move: Move | null) => {
    latest.current.move = move;
    setMove(move);
  };
  const change = (update: (move: Move) => Move) => {
    const before = latest.current.move;
    if (!before || before.phase === 'saving') return;
    const after = update(before);
    if (after !== before) set(after);
  };
  const end = () => set(null);
  const { act, showFailure } = useStore.getState();

  const endSaving = () =>
    setTimeout(() => {
      if (latest.current.move?.phase === 'saving') end();
    }, saveAtMost);

  async function save(candidate: Candidate, overrideReason?: string): Promise<void> {
    const { move, timetable } = latest.current;
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
      setMove({ ...move, candidate, phase: 'held', over: 'grid', failure: sentence });
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

  const toColumn = (now: Move, column: GridColumn, start: number): Move => {
    const { timetable, grouping } = latest.current;
    const meeting = timetable.byId.get(now.meetingId);
    if (!meeting) return now;
    const isAlone = now.others.length === 0;
    const moved = isAlone
      ? inColumn(now.candidate, grouping, now.heldId, column)
      : { ...now.candidate, day: column.day };
    const candidate = { ...moved, start };
    const ids = idsOf(grouping, candidate);
    const isStill = column.isWhole || idsOf(grouping, now.candidate).includes(column.id ?? '');
    const heldId =
      !isAlone || (isStill && ids.includes(now.heldId ?? '')) ? now.heldId : (column.id ?? ids[0] ?? null);
    return isSame(candidate, now.candidate) && now.over === 'grid'
      ? now
      : { ...now, candidate, heldId, over: 'grid', failure: null };
  };

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
      const move: Move = { meetingId, others, ...from, phase, over, failure: null };
      latest.current.move = move;
      setMove(move);
      if (nearest) latest.current.showDay(nearest.candidate.day);
      if (phase === 'held') announce(liftedWords(timetable, meeting, candidate, andMore(others)));
      return true;
    },
    carryTo: ({ column, start }) => {
      const to = latest.current.columns[column];
      if (to) change((now) => toColumn(now, to, start));
    },
    carryOut: (over) => change((now) => (now.over === over ? now : { ...now, over })),
    setMinutes: (minutes) =>
      change((now) =>
        now.candidate.minutes === minutes
          ? now
          : { ...now, others: [], candidate: { ...now.candidate, minutes }, failure: null },
      ),
    stepSlot: (by) =>
      change((now) => {
        const { start, minutes } = now.candidate;
        const next = keepWithin(stepStart(start, by), minutes, latest.current.hours);
        return next === start ? now : withCandidate(now, { start: next });
      }),
    stepLength: (by) =>
      change((now) => {
        const { start, minutes } = now.candidate;
        const end = stepStart(start + minutes, by);
        const next = Math.max(slotMinutes, Math.min(end, latest.current.hours.to) - start);
        return next === minutes ? now : { ...withCandidate(now, { minutes: next }), others: [] };
      }),
    stepColumn: (by) =>
      change((now) => {
        const { columns, grouping } = latest.current;
        if (now.others.length > 0) return now;
        const ids = idsOf(grouping, now.candidate);
        const at = columns.findIndex(
          (column) => column.day === now.candidate.day && (column.isWhole || column.id === now.heldId),
        );
        // A meeting stays with its child, so columns of children are stepped through by day.
        const isFree = (column: GridColumn) =>
          column.day !== now.candidate.day || (grouping.by !== 'children' && !isColumnOf(column, ids));
        const ahead = by === 1 ? columns.slice(at + 1) : columns.slice(0, Math.max(at, 0)).reverse();
        const column = ahead.find(isFree);
        return column ? toColumn(now, column, now.candidate.start) : now;
      }),
    stepDay: (by) => {
      const { timetable, move } = latest.current;
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
      const { move, timetable, now } = latest.current;
      const meeting = move && timetable.byId.get(move.meetingId);
      if (!move || !meeting || move.phase === 'saving') return;
      const together = movedTogether(timetable, move);
      if (together) {
        void shift(together);
        return;
      }
      const { refused } = verdictOn(timetable, { ...meeting, ...mutable(move.candidate) });
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
      const { move, timetable } = latest.current;
      const meeting = move && timetable.byId.get(move.meetingId);
      if (!move || move.phase === 'saving') return;
      end();
      if (!meeting) return;
      announce(`${titleOf(meeting, timetable.names)} put back`);
      if (meeting.day) latest.current.showDay(meeting.day);
      latest.current.focusCard(meeting.id);
    },
    dropInTray: () => {
      const { move, timetable } = latest.current;
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
      const { move } = latest.current;
      if (move) void save(move.candidate, reason);
    },
  };
}

function withCandidate(move: Move, changes: Partial<Candidate>): Move {
  return { ...move, candidate: { ...move.candidate, ...changes }, failure: null };
}

function isSame(a: Candidate, b: Candidate): boolean {
  return (
    a.day === b.day &&
    a.start === b.start &&
    a.minutes === b.minutes &&
    a.placeId === b.placeId &&
    a.strandIds.join() === b.strandIds.join() &&
    a.personIds.join() === b.personIds.join()
  );
}
