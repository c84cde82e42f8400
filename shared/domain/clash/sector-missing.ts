import { type Clash, clashKey } from '../clash.ts';
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

/** Finds a meeting without anybody from a sector it needs. Inspectors ask the questions, so theirs do not count. */
export function sectorMissing(index: TimetableIndex, { meeting }: Placed): readonly Clash[] {
  if (meeting.kind === 'block' || meeting.sectorsNeeded.length === 0) return [];
  const present = new Set<Sector | null | undefined>();
  for (const id of meeting.personIds) {
    const person = index.people.get(id);
    if (person?.side === 'partnership') present.add(person.sector);
  }
  const missing = meeting.sectorsNeeded.filter((sector) => !present.has(sector));
  if (missing.length === 0) return [];
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
