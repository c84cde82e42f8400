import { noLunch } from '../clash/no-lunch.ts';
import { byStart, type Occupant, type Placed, placeMeeting, type TimetableIndex } from '../clash/world.ts';
import type { PlaceId } from '../ids.ts';
import type { ScheduledMeeting } from '../meeting.ts';
import type { IsoDate } from '../time.ts';

/** A timetable that meetings are being added to: an index of its own, which leaves the one it began with as it was. */
export type PlanState = {
  readonly index: TimetableIndex;
  readonly days: Map<IsoDate, Placed[]>;
  /** What each person and each room is taken by on each day, in order of start. */
  readonly taken: Map<string, Placed[]>;
};

type Key = Occupant | PlaceId;

/** Begins a plan on a timetable as it stands. */
export function beginPlan(index: TimetableIndex): PlanState {
  const days = new Map([...index.days].map(([day, placed]) => [day, [...placed]]));
  const state: PlanState = { index: { ...index, days }, days, taken: new Map() };
  for (const placed of days.values()) for (const one of placed) take(state, one);
  return state;
}

/** Adds a meeting to the plan. */
export function addToPlan(state: PlanState, meeting: ScheduledMeeting): Placed {
  const placed = placeMeeting(state.index, meeting);
  const day = state.days.get(meeting.day) ?? [];
  state.days.set(meeting.day, [...day, placed].sort(byStart));
  take(state, placed);
  return placed;
}

function take({ taken }: PlanState, placed: Placed): void {
  const { day } = placed.meeting;
  const room = placed.place && !placed.place.isOnline ? [placed.place.id] : [];
  for (const key of [...placed.occupants, ...room]) {
    const known = taken.get(`${day} ${key}`);
    if (known) known.push(placed);
    else taken.set(`${day} ${key}`, [placed]);
    known?.sort(byStart);
  }
}

const nothing: readonly Placed[] = [];

/** What a person or a room is taken by on a day, in order of start. */
export const takenBy = ({ taken }: PlanState, day: IsoDate, key: Key): readonly Placed[] =>
  taken.get(`${day} ${key}`) ?? nothing;

/** Whether a person or a room is free from one minute of a day to another. */
export const isFreeFor = (state: PlanState, day: IsoDate, key: Key, start: number, end: number): boolean =>
  isFreeIn(takenBy(state, day, key), start, end);

/** Whether none of some meetings, in order of start, has a minute between two minutes. */
export function isFreeIn(inOrder: readonly Placed[], start: number, end: number): boolean {
  for (const one of inOrder) {
    if (one.start >= end) return true;
    if (one.end > start) return false;
  }
  return true;
}

/** Whether a meeting would take somebody of the team's lunch, who has time for one without it. */
export function takesLunch(state: PlanState, placed: Placed): boolean {
  const { day } = placed.meeting;
  return placed.occupants.some((occupant) => {
    const before = takenBy(state, day, occupant);
    const after = [...before, placed].sort(byStart);
    return (
      noLunch(state.index, occupant, after, null).length > noLunch(state.index, occupant, before, null).length
    );
  });
}
