import { type Clash, clashKey, none } from '../clash.ts';
import type { Placed, TimetableIndex } from './world.ts';

/** Finds a meeting about a child that is chaired by somebody from one of the agencies round that child. */
export function ownCasework(index: TimetableIndex, { meeting }: Placed): readonly Clash[] {
  const { childId, chairId } = meeting;
  if (childId === null || chairId === null || meeting.kind === 'block') return none;
  if (!index.limits.has('own-casework') || !index.casework.get(childId)?.has(chairId)) return none;
  const identity = { rule: 'own-casework', meetingIds: [meeting.id], subjectId: chairId } as const;
  const { names } = index.world;
  const sentence = `${names.person(chairId)} chairs ${meeting.title}, and works with ${names.child(childId)}`;
  return [{ ...identity, key: clashKey(identity), severity: 'soft', sentence, from: null, to: null }];
}
