import { type Clash, clashKey, none } from '../clash.ts';
import type { ConsentProblem } from './consent-problem.ts';
import type { Placed, TimetableIndex } from './world.ts';

const endings: Readonly<Record<ConsentProblem, string>> = {
  'not-recorded': 'is not recorded',
  refused: 'was refused',
  withdrawn: 'was withdrawn',
};

/** Finds a meeting about a child whose consent does not allow it. */
export function consentMissing(index: TimetableIndex, { meeting }: Placed): readonly Clash[] {
  const { childId } = meeting;
  if (meeting.kind === 'block' || childId === null) return none;
  const problem = index.consent.has(childId) ? index.consent.get(childId) : 'not-recorded';
  if (!problem) return none;
  const identity = { rule: 'consent-missing', meetingIds: [meeting.id], subjectId: childId } as const;
  return [
    {
      ...identity,
      // A refusal is another matter than not having asked, even to whoever accepted that.
      key: clashKey({ ...identity, detail: problem }),
      severity: 'soft',
      sentence: `Consent for ${index.world.names.child(childId)} ${endings[problem]}`,
      from: null,
      to: null,
    },
  ];
}
