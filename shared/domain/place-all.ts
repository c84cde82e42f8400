import type { TimetableIndex } from './clash/world.ts';
import type { MeetingId } from './ids.ts';
import { isScheduled, type MeetingWithPeople } from './meeting.ts';
import { bestPlace, countFreeStarts, type GoodPlace } from './place-all/best-place.ts';
import { type PlaceOptions, type Space, spaceOf } from './place-all/places-to-try.ts';
import { addToPlan, beginPlan, type PlanState } from './place-all/plan-state.ts';
import { type WhyNot, whyNot } from './place-all/why-not.ts';

/** A meeting of the tray that has no place in the plan, why not, and what would give it one. */
export type Unplaced = WhyNot & { readonly meeting: MeetingWithPeople };

/** Where each meeting of the tray would go; nothing is written and nothing that has a place is moved. */
export type PlacePlan = {
  /** In order of day and start. */
  readonly placed: readonly GoodPlace[];
  readonly unplaced: readonly Unplaced[];
};

const rounds = 3;

/** The meetings of a timetable that wait for a place and may be given one: a pinned meeting is left as it is. */
export const waitingMeetings = ({ world }: TimetableIndex): readonly MeetingWithPeople[] =>
  world.meetings.filter((meeting) => !isScheduled(meeting) && !meeting.isPinned);

/**
 * Plans a place for each of some waiting meetings, the most constrained first, so that none has a hard clash. One that
 * is left over has no free place beside the others of the plan. The same plan for the same timetable, whatever the
 * order of its meetings. Where some are left over, they are tried first in another round, and the better plan is kept.
 */
export function placeAll(
  index: TimetableIndex,
  meetingIds: ReadonlySet<MeetingId>,
  options: PlaceOptions,
): PlacePlan {
  const wanted = waitingMeetings(index)
    .filter(({ id }) => meetingIds.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  let first: ReadonlySet<MeetingId> = new Set();
  let best = oneRound(index, wanted, options, first);
  for (let round = 1; round < rounds && best.left.length > 0; round += 1) {
    first = new Set([...first, ...best.left.map(({ id }) => id)]);
    const next = oneRound(index, wanted, options, first);
    if (next.left.length >= best.left.length) break;
    best = next;
  }
  return {
    placed: best.placed.toSorted(
      ({ meeting: a }, { meeting: b }) =>
        (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || a.start - b.start || (a.id < b.id ? -1 : 1),
    ),
    unplaced: best.left.map((meeting) => ({ meeting, ...whyNot(best.state, meeting, options) })),
  };
}

type Round = {
  readonly state: PlanState;
  readonly placed: readonly GoodPlace[];
  readonly left: readonly MeetingWithPeople[];
};

type Waiting = { readonly space: Space; readonly isFirst: boolean; free: number };

function oneRound(
  index: TimetableIndex,
  wanted: readonly MeetingWithPeople[],
  options: PlaceOptions,
  first: ReadonlySet<MeetingId>,
): Round {
  const state = beginPlan(index);
  const waiting = wanted.map((meeting): Waiting => {
    const space = spaceOf(index, meeting, options);
    return { space, isFirst: first.has(meeting.id), free: countFreeStarts(state, space) };
  });
  const placed: GoodPlace[] = [];
  const left: MeetingWithPeople[] = [];
  while (waiting.length > 0) {
    const [next] = waiting.splice(mostConstrained(waiting), 1);
    if (!next) break;
    const good = bestPlace(state, next.space, options.keepLunch);
    if (!good) {
      left.push(next.space.meeting);
      continue;
    }
    placed.push(good);
    const { occupants } = addToPlan(state, good.meeting);
    const people = new Set(occupants);
    for (const one of waiting) {
      if (one.space.columns.some((column) => column.occupants.some((who) => people.has(who))))
        one.free = countFreeStarts(state, one.space);
    }
  }
  return { state, placed, left };
}

/** Which meeting has the fewest free starts; of several, the one of most people, then the longest, then by id. */
function mostConstrained(waiting: readonly Waiting[]): number {
  const people = ({ space }: Waiting) => space.columns[0]?.occupants.length ?? 0;
  const order = (a: Waiting, b: Waiting) =>
    Number(b.isFirst) - Number(a.isFirst) ||
    a.free - b.free ||
    people(b) - people(a) ||
    b.space.meeting.minutes - a.space.meeting.minutes ||
    (a.space.meeting.id < b.space.meeting.id ? -1 : 1);
  let best = 0;
  waiting.forEach((one, at) => {
    const known = waiting[best];
    if (known && order(one, known) < 0) best = at;
  });
  return best;
}
