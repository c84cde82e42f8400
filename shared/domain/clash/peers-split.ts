import { type Clash, clashKey, none } from '../clash.ts';
import type { PersonId } from '../ids.ts';
import { listed } from './wording.ts';
import type { Placed, TimetableIndex } from './world.ts';

/** Finds a meeting that has some members of a strand, asked one by one, without the others. */
export function peersSplit(index: TimetableIndex, { meeting }: Placed): readonly Clash[] {
  if (meeting.kind === 'block' || !index.limits.has('peers-split')) return none;
  const clashes: Clash[] = [];
  for (const [strandId, members] of index.members) {
    if (members.length < 2 || meeting.strandIds.includes(strandId)) continue;
    const there = members.filter((id) => meeting.personIds.includes(id));
    if (there.length === 0 || there.length === members.length) continue;
    const identity = { rule: 'peers-split', meetingIds: [meeting.id], subjectId: strandId } as const;
    const named = (ids: readonly PersonId[]) => listed(ids.map(index.world.names.person));
    const missing = members.filter((id) => !there.includes(id));
    clashes.push({
      ...identity,
      key: clashKey(identity),
      severity: 'soft',
      sentence: `${named(there)} ${there.length === 1 ? 'is' : 'are'} in ${meeting.title} without ${named(missing)}`,
      from: null,
      to: null,
    });
  }
  return clashes;
}
