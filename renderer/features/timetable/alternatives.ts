import type { Candidate } from './move-candidate.ts';
import type { Timetable } from './timetable-model.ts';

/** A free place for a meeting, numbered the same in panel, grid and day tabs. */
export type Alternative = {
  readonly number: number;
  readonly candidate: Candidate;
  /** "Tue 24, 3:00pm". */
  readonly when: string;
  readonly who: string;
  readonly reason: string;
};

export function alternativesFor(
  _timetable: Timetable,
  _meetingId: string,
  _near: Candidate,
  _limit = 3,
): readonly Alternative[] {
  return [];
}
