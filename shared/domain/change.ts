import { z } from 'zod';
import { IsoInstant } from './time.ts';

/** One thing a user did, with every row that it touched. */
export const ChangeSet = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: IsoInstant,
  actor: z.string(),
  /** The verb-noun of the action, as in the channel and the service. */
  action: z.string(),
  /** A short sentence for people, with no child's name in it. */
  summary: z.string(),
  kind: z.enum(['do', 'undo', 'redo', 'record']),
  /** For an undo or redo: the set it undid or did again. */
  targetId: z.string().nullable(),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

export type UndoState = { readonly undo: ChangeSet | null; readonly redo: ChangeSet | null };

/**
 * Replays the log to find what Undo and Redo would act on.
 * `record` sets (a pack was made, a file was opened) happened outside the file and are never undone.
 */
export function undoState(sets: readonly ChangeSet[]): UndoState {
  const byId = new Map(sets.map((set) => [set.id, set]));
  const undoable: ChangeSet[] = [];
  const redoable: ChangeSet[] = [];
  for (const set of [...sets].sort((a, b) => a.seq - b.seq)) {
    const target = set.targetId === null ? undefined : byId.get(set.targetId);
    if (set.kind === 'do') {
      undoable.push(set);
      redoable.length = 0;
    } else if (set.kind === 'undo' && target) {
      const at = undoable.lastIndexOf(target);
      if (at >= 0) undoable.splice(at, 1);
      redoable.push(target);
    } else if (set.kind === 'redo' && target) {
      const at = redoable.lastIndexOf(target);
      if (at >= 0) redoable.splice(at, 1);
      undoable.push(target);
    }
  }
  return { undo: undoable.at(-1) ?? null, redo: redoable.at(-1) ?? null };
}
