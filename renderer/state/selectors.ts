import type { TimetableView } from '../../shared/ipc/timetable.ts';

/** Hard clashes that nobody has knowingly accepted: the same number wherever it is shown. */
export function hardClashCount(timetable: TimetableView | null): number {
  if (!timetable) return 0;
  const accepted = new Set(timetable.acknowledgements.map((one) => one.clashKey));
  return timetable.clashes.filter((clash) => clash.severity === 'hard' && !accepted.has(clash.key)).length;
}
