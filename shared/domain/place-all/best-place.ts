import { checkMeeting } from '../clash/check.ts';
import { isOfTheTeam, type Placed, placeMeeting } from '../clash/world.ts';
import type { Clash } from '../clash.ts';
import type { PlaceId } from '../ids.ts';
import type { ScheduledMeeting } from '../meeting.ts';
import type { IsoDate } from '../time.ts';
import type { Column, Space } from './places-to-try.ts';
import { isFreeFor, isFreeIn, type PlanState, takenBy, takesLunch } from './plan-state.ts';
import { dislike, withoutARoom } from './preference.ts';

/** A place for a meeting without a hard clash, and what it warns of. */
export type GoodPlace = { readonly meeting: ScheduledMeeting; readonly warnings: readonly Clash[] };

type Candidate = {
  readonly column: Column;
  readonly day: IsoDate;
  readonly start: number;
  readonly cost: number;
};

/** How many of the best places are looked at for one with fewer warnings, and what a warning counts in minutes. */
const compared = 5;
const warningCost = 60;

/** The best free place in a meeting's space, or null where none of it is free. The same for the same plan. */
export function bestPlace(state: PlanState, space: Space, keepLunch: boolean): GoodPlace | null {
  let best: (GoodPlace & { readonly cost: number }) | null = null;
  let seen = 0;
  for (const candidate of candidates(state, space)) {
    if (best && (seen >= compared || candidate.cost >= best.cost)) break;
    const good = firstRoom(state, space, candidate, keepLunch);
    if (!good) continue;
    seen += 1;
    const cost =
      candidate.cost +
      good.warnings.filter(dependsOnPlace).length * warningCost +
      (good.meeting.placeId === null && candidate.column.rooms.length > 1 ? withoutARoom : 0);
    if (!best || cost < best.cost) best = { ...good, cost };
  }
  return best && { meeting: best.meeting, warnings: best.warnings };
}

/** How many starts of a meeting's space have its people free: the fewer, the sooner it has to be placed. */
export function countFreeStarts(state: PlanState, space: Space): number {
  let count = 0;
  eachFree(state, space, () => {
    count += 1;
  });
  return count;
}

function candidates(state: PlanState, space: Space): readonly Candidate[] {
  const found: Candidate[] = [];
  eachFree(state, space, (column, day, start, teamDays) => {
    const cost = dislike(space.meeting, start, teamDays(), space.days.indexOf(day));
    found.push({ column, day, start, cost });
  });
  return found.sort((a, b) => a.cost - b.cost);
}

function eachFree(
  state: PlanState,
  { meeting, columns, days, startsOf }: Space,
  found: (
    column: Column,
    day: IsoDate,
    start: number,
    teamDays: () => readonly (readonly Placed[])[],
  ) => void,
): void {
  for (const column of columns) {
    for (const day of days) {
      const taken = column.occupants.map((one) => takenBy(state, day, one)).filter((list) => list.length > 0);
      let team: readonly (readonly Placed[])[] | null = null;
      const teamDays = () => {
        team ??= column.occupants
          .filter((one) => isOfTheTeam(state.index, one))
          .map((one) => takenBy(state, day, one));
        return team;
      };
      for (const start of startsOf(day)) {
        const end = start + meeting.minutes;
        if (taken.every((list) => isFreeIn(list, start, end))) found(column, day, start, teamDays);
      }
    }
  }
}

/** The first of its rooms in which a meeting has no hard clash at a time; null where there is none. */
function firstRoom(
  state: PlanState,
  { meeting }: Space,
  { column, day, start }: Candidate,
  keepLunch: boolean,
): GoodPlace | null {
  const end = start + meeting.minutes;
  for (const placeId of column.rooms) {
    if (placeId !== null && !isRoomFree(state, day, placeId, start, end)) continue;
    const placed: ScheduledMeeting = { ...meeting, strandIds: [...column.strandIds], day, start, placeId };
    const { blocked, warnings } = checkMeeting(state.index, placed);
    if (blocked.length > 0) continue;
    if (keepLunch && takesLunch(state, placeMeeting(state.index, placed))) return null;
    return { meeting: placed, warnings };
  }
  return null;
}

const isRoomFree = (state: PlanState, day: IsoDate, placeId: PlaceId, start: number, end: number): boolean =>
  state.index.places.get(placeId)?.isOnline === true || isFreeFor(state, day, placeId, start, end);

/** Warnings that hold wherever the meeting is put say nothing for one place or against another. */
const dependsOnPlace = ({ rule }: Clash): boolean => rule !== 'sector-missing' && rule !== 'consent-missing';
