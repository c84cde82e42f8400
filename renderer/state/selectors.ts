import type { TimetableView } from '../../shared/ipc/timetable.ts';
import type { VersionsView } from '../../shared/ipc/versions.ts';

/** Hard clashes that nobody has knowingly accepted: the same number wherever it is shown. */
export function hardClashCount(timetable: TimetableView | null): number {
  if (!timetable) return 0;
  const accepted = new Set(timetable.acknowledgements.map((one) => one.clashKey));
  return timetable.clashes.filter((clash) => clash.severity === 'hard' && !accepted.has(clash.key)).length;
}

/** How the draft stands to what was published: "Draft: 5 changes since version 2"; null before anything was. */
export function draftWords(view: VersionsView | null): string | null {
  const latest = view?.versions[0];
  if (!view || !latest) return null;
  const changes = view.draftChanges.length;
  if (changes === 0) return `Version ${latest.number}, nothing changed since`;
  return `Draft: ${changes} ${changes === 1 ? 'change' : 'changes'} since version ${latest.number}`;
}
