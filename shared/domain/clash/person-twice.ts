import { type Clash, clashKey } from '../clash.ts';
import type { MeetingId } from '../ids.ts';
import { formatTimeRange } from '../time-words.ts';
import { eachOverlap } from './overlaps.ts';
import { listed, sharedTime } from './wording.ts';
import { type Occupant, occupantName, type Placed, type TimetableIndex } from './world.ts';

/**
 * Finds where somebody is in two meetings at once. `inOrder` are all their meetings of one day, by start; with `only`,
 * the clashes of that meeting alone, told from where it stands.
 */
export function personTwice(
  index: TimetableIndex,
  occupant: Occupant,
  inOrder: readonly Placed[],
  only: MeetingId | null,
): readonly Clash[] {
  const clashes: Clash[] = [];
  eachOverlap(inOrder, only, (earlier, later) => {
    const meetingIds = [earlier.meeting.id, later.meeting.id];
    clashes.push({
      key: clashKey({ rule: 'person-twice', meetingIds, subjectId: occupant }),
      rule: 'person-twice',
      severity: 'hard',
      meetingIds,
      subjectId: occupant,
      sentence: sentence(index, occupant, earlier, later, only),
      from: later.start,
      to: Math.min(earlier.end, later.end),
    });
  });
  return clashes;
}

function sentence(
  index: TimetableIndex,
  occupant: Occupant,
  earlier: Placed,
  later: Placed,
  seenFrom: MeetingId | null,
): string {
  const who = occupantName(index, occupant);
  const { clock } = index.world.names;
  if (seenFrom === null) {
    const isSameVerb = verb(earlier) === 'is' && verb(later) === 'is';
    const first = `${verb(earlier)} ${what(index, occupant, earlier)}`;
    const second = `${isSameVerb ? '' : `${verb(later)} `}${what(index, occupant, later)}`;
    return `${who} ${first} and ${second}, ${formatTimeRange(later.start, Math.min(earlier.end, later.end), clock)}`;
  }
  const [own, other] = earlier.meeting.id === seenFrom ? [earlier, later] : [later, earlier];
  return `${who} ${verb(other)} ${what(index, occupant, other)} ${sharedTime(own, other, clock)}`;
}

/** A block is had: "has Lunch". A meeting is been in: "is in AP commissioning". */
const verb = ({ meeting }: Placed) => (meeting.kind === 'block' ? 'has' : 'is');

/** "with Jo Pike in AP commissioning", "in AP commissioning" for Jo Pike herself, "Lunch" for a block. */
function what(index: TimetableIndex, occupant: Occupant, { meeting }: Placed): string {
  if (meeting.kind === 'block') return meeting.title;
  const person = index.people.get(occupant);
  const isOwn = !person || (person.strandId !== null && meeting.strandIds.includes(person.strandId));
  if (isOwn || meeting.strandIds.length === 0) return `in ${meeting.title}`;
  return `with ${listed(meeting.strandIds.map(index.world.names.strand))} in ${meeting.title}`;
}
