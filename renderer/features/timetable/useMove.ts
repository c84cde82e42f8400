import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import { announce } from '../../ui/announce.ts';
import { type Alternative, alternativesFor } from './alternatives.ts';
import { createMoveActions } from './move-actions.ts';
import { type Candidate, mutable } from './move-candidate.ts';
import { noVerdict, type Verdict, verdictOn } from './move-check.ts';
import type { Move, MoveControl, MoveSetting } from './move-state.ts';
import { movedTogether, verdictOnTogether } from './move-together.ts';
import { spotWords } from './move-words.ts';
import type { Timetable } from './timetable-model.ts';

const announceAfter = 350;
const noAlternatives: readonly Alternative[] = [];

/** Picking a meeting up, trying places for it, and putting it down or back. */
export function useMove(setting: MoveSetting): MoveControl {
  const { timetable, now } = setting;
  const [move, setMove] = useState<Move | null>(null);
  const latest = useRef({ ...setting, move });
  useLayoutEffect(() => {
    latest.current = { ...setting, move };
  });

  const meeting = move ? timetable.byId.get(move.meetingId) : undefined;
  const verdict = useMemo(
    () => (meeting && move ? verdictOnMove(timetable, meeting, move) : noVerdict),
    [timetable, meeting, move],
  );
  const isStuck = move?.phase === 'held' && move.others.length === 0 && verdict.refused.length > 0;
  const alternatives = useMemo(
    () =>
      isStuck && move ? alternativesFor(timetable, move.meetingId, move.candidate, now) : noAlternatives,
    [timetable, isStuck, move, now],
  );

  const [actions] = useState(() => createMoveActions(latest, setMove));
  const { forget } = actions;

  useEndOfSaving(timetable, move, forget);
  useSpokenSpot(timetable, move, verdict);
  return useMemo(() => ({ move, verdict, alternatives, actions }), [move, verdict, alternatives, actions]);
}

function verdictOnMove(timetable: Timetable, meeting: MeetingWithPeople, move: Move): Verdict {
  const together = movedTogether(timetable, move);
  return together
    ? verdictOnTogether(timetable, together)
    : verdictOn(timetable, { ...meeting, ...mutable(move.candidate) });
}

/** The carried card stands where it was put until the timetable that says so has been read. */
function useEndOfSaving(timetable: Timetable, move: Move | null, end: () => void): void {
  const seen = useRef<Timetable | null>(null);
  useEffect(() => {
    if (move?.phase !== 'saving') {
      seen.current = timetable;
      return;
    }
    if (seen.current !== timetable) end();
  }, [timetable, move, end]);
}

/** Says each new place once it has been rested on: people, day, time, and what clashes there. */
function useSpokenSpot(timetable: Timetable, move: Move | null, verdict: Verdict): void {
  const spoken = useRef<Candidate | null>(null);
  const candidate = move?.phase === 'saving' ? null : (move?.candidate ?? null);
  const isCarried = move?.phase === 'carried';
  useEffect(() => {
    const isFirst = spoken.current === null;
    const isNew = candidate !== null && spoken.current !== candidate;
    spoken.current = candidate;
    if (!isNew || isFirst) return;
    const words = spotWords(timetable, candidate, verdict);
    const timer = setTimeout(() => announce(words), isCarried ? announceAfter : 0);
    return () => clearTimeout(timer);
  }, [timetable, candidate, isCarried, verdict]);
}
