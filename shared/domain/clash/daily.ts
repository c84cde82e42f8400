import { type Clash, clashKey, none } from '../clash.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import type { IsoDate } from '../time.ts';
import { formatDayLong } from '../time-words.ts';
import type { Placed, TimetableIndex } from './world.ts';

const afternoon = 13 * 60;

/** Finds each day on site that has meetings of the inspection and no keep-in-touch meeting among them. */
export function noKeepInTouch(index: TimetableIndex): readonly Clash[] {
  if (!index.limits.has('no-keep-in-touch')) return none;
  return missingOn(
    index,
    'no-keep-in-touch',
    index.world.facts.siteDays,
    isKeepInTouch,
    (day) => `There is no keep-in-touch meeting on ${day}`,
  );
}

/** Finds each day on site but the last that has meetings and no session in which the team triangulates what it heard. */
export function noTriangulation(index: TimetableIndex): readonly Clash[] {
  if (!index.limits.has('no-triangulation')) return none;
  return missingOn(
    index,
    'no-triangulation',
    index.world.facts.siteDays.slice(0, -1),
    isTriangulation,
    (day) => `The team has no session to triangulate at the end of ${day}`,
  );
}

const isKeepInTouch = ({ meeting }: Placed) =>
  /\bkeep(ing)?[ -]in[ -]touch\b|\bkit meeting\b/i.test(meeting.title);

/** By its title, or a session of the team's own in the afternoon. */
const isTriangulation = ({ meeting, start }: Placed) =>
  /triangulat/i.test(meeting.title) || (meeting.kind === 'team' && start >= afternoon);

function missingOn(
  index: TimetableIndex,
  rule: 'no-keep-in-touch' | 'no-triangulation',
  days: readonly IsoDate[],
  isIt: (placed: Placed) => boolean,
  sentence: (day: string) => string,
): readonly Clash[] {
  return days.flatMap((day): readonly Clash[] => {
    const onDay = index.days.get(day) ?? [];
    // A day that nobody has planned yet lacks everything; that is no news.
    if (!onDay.some(isWork) || onDay.some(isIt)) return none;
    const shown = formatDayLong(day).replace(/ \d{4}$/, '');
    return [
      {
        key: clashKey({ rule, meetingIds: [], subjectId: '', detail: day }),
        rule,
        severity: 'soft',
        meetingIds: [],
        subjectId: '',
        sentence: sentence(shown),
        from: null,
        to: null,
        day,
      },
    ];
  });
}

const isWork = ({ meeting }: { readonly meeting: Pick<MeetingWithPeople, 'kind'> }) =>
  meeting.kind !== 'block';
