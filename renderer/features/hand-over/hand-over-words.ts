import { counted } from '../../../shared/domain/counted.ts';
import type { BroughtBack } from '../../../shared/ipc/hand-over.ts';

/** "1 step", "12 steps". */

/** What came of bringing a copy back, in a sentence or two. */
export function broughtWords({ who, steps, newClashes }: BroughtBack): string {
  const done = `Brought back ${counted(steps, 'step')} of ${who}.`;
  if (newClashes === 0) return done;
  const clashes = newClashes === 1 ? '1 clash' : `${newClashes} clashes`;
  return `${done} The timetable has ${clashes} that it did not have before: look at them there.`;
}
