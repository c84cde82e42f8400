import { type Clash, clashKey, none } from '../clash.ts';
import type { Sector } from '../sector.ts';
import { listed } from './wording.ts';
import type { Placed, TimetableIndex } from './world.ts';

const phrases: Readonly<Record<Sector, string>> = {
  education: 'education',
  health: 'health',
  care: 'social care',
  family: 'families',
  voluntary: 'the voluntary sector',
  elected: 'the elected members',
};

/**
 * Finds a meeting without anybody from a sector it needs. Inspectors ask the questions, so theirs do not count. A meeting to
 * which nobody is asked yet lacks everybody, which is no news, unless it is about a child.
 */
export function sectorMissing(index: TimetableIndex, { meeting }: Placed): readonly Clash[] {
  if (meeting.kind === 'block' || meeting.sectorsNeeded.length === 0) return none;
  const asked = meeting.personIds.flatMap((id) => {
    const person = index.people.get(id);
    return person?.side === 'partnership' ? [person] : [];
  });
  if (asked.length === 0 && meeting.kind !== 'child') return none;
  const missing = meeting.sectorsNeeded.filter((sector) => !asked.some((person) => person.sector === sector));
  if (missing.length === 0) return none;
  const identity = {
    rule: 'sector-missing',
    meetingIds: [meeting.id],
    subjectId: '',
    detail: [...missing].sort().join('+'),
  } as const;
  return [
    {
      key: clashKey(identity),
      rule: identity.rule,
      severity: 'soft',
      meetingIds: identity.meetingIds,
      subjectId: '',
      sentence: `Nobody from ${listed(
        missing.map((sector) => phrases[sector]),
        'or',
      )} is in ${meeting.title}`,
      from: null,
      to: null,
    },
  ];
}
