import type { RefObject } from 'react';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { announce } from '../../ui/announce.ts';
import { alternativesFor } from './alternatives.ts';
import { countMeetings, doneWords } from './bulk-words.ts';
import type { Hand, Move } from './hand.ts';
import { type Candidate, type MeetingWrite, writeFor } from './move-candidate.ts';
import type { MoveActions, MoveSetting } from './move-state.ts';
import { movedTogether, type Together, verdictOnTogether } from './move-together.ts';
import { verdictOnMove } from './move-verdict.ts';
import { placedWords, refusedWords } from './move-words.ts';
import { titleOf } from './timetable-model.ts';
import { tellDone } from './useMeetingActions.ts';

const saveAtMost = 2_000;

/** The ways in which what is in the hand is let go of: where it is, elsewhere, in the tray, or back where it was. */
export function puttingDown(
  latest: RefObject<MoveSetting>,
  hand: Hand,
): Pick<MoveActions, 'drop' | 'putBack' | 'dropInTray' | 'take' | 'placeAnyway'> {
  const carried = () => {
    const move = hand.move();
    const meeting = move && latest.current.timetable.byId.get(move.meetingId);
    return move && meeting && move.phase !== 'saving' ? { move, meeting } : null;
  };
  const save = async (candidate: Candidate, overrideReason?: string): Promise<void> => {
    const found = carried();
    if (found) await saveMove(latest, hand, { ...found, candidate, overrideReason });
  };

  return {
    drop: () => {
      const found = carried();
      if (!found) return;
      const { move, meeting } = found;
      const { timetable, now } = latest.current;
      const together = movedTogether(timetable, move);
      const { refused } = verdictOnMove(timetable, move);
      if (together) void saveShift(latest, hand, together);
      else if (refused.length === 0 || !writeFor(meeting, move.candidate)) void save(move.candidate);
      else {
        hand.change((one) => ({ ...one, phase: 'held', over: 'grid' }));
        const free = alternativesFor(timetable, move.meetingId, move.candidate, now);
        announce(refusedWords(refused, free), 'assertive');
      }
    },
    putBack: () => {
      const { timetable, showDay, focusCard } = latest.current;
      const found = carried();
      if (hand.move()?.phase !== 'saving') hand.set(null);
      if (!found) return;
      announce(`${titleOf(found.meeting, timetable.names)} put back`);
      if (found.meeting.day) showDay(found.meeting.day);
      focusCard(found.meeting.id);
    },
    dropInTray: () => {
      const found = carried();
      hand.set(null);
      if (found && found.meeting.start !== null) unschedule(latest.current, found.move, found.meeting);
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

type Saving = {
  readonly move: Move;
  readonly meeting: MeetingWithPeople;
  readonly candidate: Candidate;
  readonly overrideReason: string | undefined;
};

async function saveMove(
  latest: RefObject<MoveSetting>,
  hand: Hand,
  { move, meeting, candidate, overrideReason }: Saving,
): Promise<void> {
  const write = writeFor(meeting, candidate);
  if (!write) {
    hand.set(null);
    announce('Put back where it was');
    latest.current.focusCard(meeting.id);
    return;
  }
  hand.change((now) => ({ ...now, candidate, phase: 'saving', over: 'grid', failure: null }));
  const done = await send(write, overrideReason, (failure) => {
    if (failure.code !== 'timetable/clash') {
      useStore.getState().showFailure(failure);
      hand.set(null);
      return;
    }
    const sentence = latest.current.timetable.names.withoutNames(sentenceFor(failure));
    hand.set({ ...move, candidate, phase: 'held', over: 'grid', failure: sentence });
    announce(sentence);
  });
  if (!done) return;
  announce(placedWords(latest.current.timetable, done.meeting, done.clashes));
  latest.current.focusCard(meeting.id);
  endSaving(hand);
}

function send(
  write: MeetingWrite,
  overrideReason: string | undefined,
  refuse: (failure: AppFailure) => void,
) {
  const { act } = useStore.getState();
  const override = overrideReason ? { overrideReason } : {};
  return write.channel === 'timetable:moveMeeting'
    ? act(write.channel, { ...write.input, ...override }, refuse)
    : act(write.channel, { ...write.input, ...override }, refuse);
}

async function saveShift(
  latest: RefObject<MoveSetting>,
  hand: Hand,
  { meetings, by, plan }: Together,
): Promise<void> {
  const { timetable, openShift, focusCard } = latest.current;
  const { act, showDone, showFailure } = useStore.getState();
  const ids = meetings.map(({ id }) => id);
  const isStill = by.minutes === 0 && by.days === 0;
  const isClear = verdictOnTogether(timetable, { meetings, by, plan }).refused.length === 0;
  if (isStill || !isClear || plan.changes.length === 0) {
    hand.set(null);
    if (isStill) announce('Put back where they were');
    else openShift(ids, by);
    return;
  }
  hand.change((now) => ({ ...now, phase: 'saving', over: 'grid', failure: null }));
  const done = await act('timetable:shiftMeetings', { meetings: seen(meetings), ...by }, (failure) => {
    showFailure(failure);
    hand.set(null);
  });
  if (!done) return;
  showDone(doneWords(timetable, `Moved ${countMeetings(done.ids.length)}`, done));
  if (ids[0]) focusCard(ids[0]);
  endSaving(hand);
}

/** Takes what was dropped on the tray off the timetable. */
function unschedule({ timetable, focusCard }: MoveSetting, move: Move, meeting: MeetingWithPeople): void {
  const { act } = useStore.getState();
  const together = movedTogether(timetable, move);
  if (together) {
    void act('timetable:unscheduleMeetings', { meetings: seen(together.meetings) }).then(
      (done) => done && tellDone(timetable, 'Unscheduled', done),
    );
    return;
  }
  const { id, version } = meeting;
  void act('timetable:unscheduleMeeting', { id, version }).then((done) => {
    if (!done) return;
    announce(`${titleOf(meeting, timetable.names)} is unscheduled`);
    focusCard(id);
  });
}

const seen = (meetings: readonly MeetingWithPeople[]) => meetings.map(({ id, version }) => ({ id, version }));

/** The card goes once the timetable that was read anew has it; if none is, after a while. */
function endSaving(hand: Hand): void {
  setTimeout(() => {
    if (hand.move()?.phase === 'saving') hand.set(null);
  }, saveAtMost);
}
