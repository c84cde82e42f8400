import type { Move } from './hand.ts';
import { mutable } from './move-candidate.ts';
import { noVerdict, type Verdict, verdictOn } from './move-check.ts';
import { movedTogether, verdictOnTogether } from './move-together.ts';
import type { Timetable } from './timetable-model.ts';

const known = new WeakMap<Move, { readonly timetable: Timetable; readonly verdict: Verdict }>();

/** What would come of putting down what is in the hand; worked out once for each place, however many ask. */
export function verdictOnMove(timetable: Timetable, move: Move): Verdict {
  const before = known.get(move);
  if (before?.timetable === timetable) return before.verdict;
  const verdict = workedOut(timetable, move);
  known.set(move, { timetable, verdict });
  return verdict;
}

function workedOut(timetable: Timetable, move: Move): Verdict {
  const meeting = timetable.byId.get(move.meetingId);
  if (!meeting) return noVerdict;
  const together = movedTogether(timetable, move);
  return together
    ? verdictOnTogether(timetable, together)
    : verdictOn(timetable, { ...meeting, ...mutable(move.candidate) });
}
