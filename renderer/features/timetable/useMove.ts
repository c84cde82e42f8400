import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { type Alternative, alternativesFor } from './alternatives.ts';
import { createHand, type Hand, heldMove, useHand } from './hand.ts';
import { createMoveActions } from './move-actions.ts';
import type { MoveControl, MoveSetting } from './move-state.ts';
import { verdictOnMove } from './move-verdict.ts';
import { spotWords } from './move-words.ts';
import type { Timetable } from './timetable-model.ts';

const announceAfter = 350;
const noAlternatives: readonly Alternative[] = [];

/** Picking a meeting up, trying places for it, and putting it down or back. */
export function useMove(setting: MoveSetting): MoveControl {
  const { timetable, now } = setting;
  const [hand] = useState(createHand);
  const latest = useRef(setting);
  useLayoutEffect(() => {
    latest.current = setting;
  });
  const [actions] = useState(() => createMoveActions(latest, hand));

  const held = useHand(hand, heldMove);
  const isStuck =
    held !== null && held.others.length === 0 && verdictOnMove(timetable, held).refused.length > 0;
  const alternatives = useMemo(
    () => (isStuck ? alternativesFor(timetable, held.meetingId, held.candidate, now) : noAlternatives),
    [timetable, isStuck, held, now],
  );

  useEndOfSaving(timetable, hand, actions.forget);
  useSpokenSpot(timetable, hand);
  return useMemo(() => ({ hand, held, alternatives, actions }), [hand, held, alternatives, actions]);
}

/** The carried card stands where it was put until the timetable that says so has been read. */
function useEndOfSaving(timetable: Timetable, hand: Hand, end: () => void): void {
  const isSaving = useHand(hand, (move) => move?.phase === 'saving');
  const seen = useRef<Timetable | null>(null);
  useEffect(() => {
    if (!isSaving) {
      seen.current = timetable;
      return;
    }
    if (seen.current !== timetable) end();
  }, [timetable, isSaving, end]);
}

/** Says each new place once it has been rested on: people, day, time, and what clashes there. */
function useSpokenSpot(timetable: Timetable, hand: Hand): void {
  const latest = useRef(timetable);
  latest.current = timetable;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let spoken = hand.move()?.candidate ?? null;
    const heard = () => {
      clearTimeout(timer);
      const move = hand.move();
      const candidate = move?.phase === 'saving' ? null : (move?.candidate ?? null);
      if (candidate === spoken) return;
      const isFirst = spoken === null;
      spoken = candidate;
      if (!move || candidate === null || isFirst) return;
      const say = () => announce(spotWords(latest.current, candidate, verdictOnMove(latest.current, move)));
      timer = setTimeout(say, move.phase === 'carried' ? announceAfter : 0);
    };
    const stop = hand.subscribe(heard);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [hand]);
}
