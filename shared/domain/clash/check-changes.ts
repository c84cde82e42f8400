import type { Clash } from '../clash.ts';
import type { MeetingWithPeople } from '../meeting.ts';
import { checkMeeting, type MoveCheck } from './check.ts';
import { indexWorld, type TimetableIndex } from './world.ts';

export type PlannedChange = { readonly before: MeetingWithPeople | null; readonly after: MeetingWithPeople };

export type ChangesCheck = {
  /** What each changed meeting comes to once all of them are changed, in their order. */
  readonly checks: readonly MoveCheck[];
  /** Hard clashes that are not there now, each once. */
  readonly newBlocked: readonly Clash[];
  /** Warnings that are not there now, each once. */
  readonly newWarnings: readonly Clash[];
};

/** What several changes made together come to: each is checked against where the others go, not where they are. */
export function checkChanges(index: TimetableIndex, changes: readonly PlannedChange[]): ChangesCheck {
  const then = changes.length > 1 ? withChanges(index, changes) : index;
  const checks = changes.map(({ after }) => checkMeeting(then, after));
  const known = new Set(
    changes.flatMap(({ before }) => {
      const now = before ? checkMeeting(index, before) : { blocked: [], warnings: [] };
      return [...now.blocked, ...now.warnings].map((clash) => clash.key);
    }),
  );
  const news = (clashes: readonly Clash[]) => {
    const once = new Map(clashes.filter(({ key }) => !known.has(key)).map((clash) => [clash.key, clash]));
    return [...once.values()];
  };
  return {
    checks,
    newBlocked: news(checks.flatMap((check) => check.blocked)),
    newWarnings: news(checks.flatMap((check) => check.warnings)),
  };
}

function withChanges(index: TimetableIndex, changes: readonly PlannedChange[]): TimetableIndex {
  const after = new Map(changes.map((change) => [change.after.id, change.after]));
  const known = new Set(index.world.meetings.map(({ id }) => id));
  const meetings = index.world.meetings.map((meeting) => after.get(meeting.id) ?? meeting);
  const added = [...after.values()].filter(({ id }) => !known.has(id));
  return indexWorld({ ...index.world, meetings: [...meetings, ...added] });
}
