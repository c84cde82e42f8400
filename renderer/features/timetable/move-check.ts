import { checkMeeting } from '../../../shared/domain/clash/check.ts';
import type { Clash } from '../../../shared/domain/clash.ts';
import type { MeetingId } from '../../../shared/domain/ids.ts';
import type { MeetingWithPeople } from '../../../shared/domain/meeting.ts';
import type { Timetable } from './timetable-model.ts';

/** What a meeting would come to as given. */
export type Verdict = {
  /** Hard clashes that it does not have already and that nobody has accepted: they refuse the change. */
  readonly refused: readonly Clash[];
  /** Hard clashes that it has already and would keep: they refuse nothing and are still to be settled. */
  readonly kept: readonly Clash[];
  readonly warnings: readonly Clash[];
};

export const noVerdict: Verdict = { refused: [], kept: [], warnings: [] };

/** Checks a meeting as the main process will when it is saved, without asking it. */
export function verdictOn(timetable: Timetable, after: MeetingWithPeople): Verdict {
  const known = standingClashes(timetable, after.id);
  const { blocked, warnings } = checkMeeting(timetable.index, after);
  const inWords = (clash: Clash) => ({ ...clash, sentence: timetable.names.withoutNames(clash.sentence) });
  const open = (clashes: readonly Clash[]) =>
    clashes.filter(({ key }) => !timetable.accepted.has(key)).map(inWords);
  const hard = open(blocked);
  return {
    refused: hard.filter(({ key }) => !known.has(key)),
    kept: hard.filter(({ key }) => known.has(key)),
    warnings: open(warnings),
  };
}

const standing = new WeakMap<Timetable, Map<MeetingId, ReadonlySet<string>>>();

/** The hard clashes a meeting has where it stands; worked out once, however many places are tried for it. */
function standingClashes(timetable: Timetable, id: MeetingId): ReadonlySet<string> {
  const known = standing.get(timetable) ?? new Map<MeetingId, ReadonlySet<string>>();
  standing.set(timetable, known);
  const before = timetable.byId.get(id);
  const keys =
    known.get(id) ??
    new Set(before ? checkMeeting(timetable.index, before).blocked.map((clash) => clash.key) : []);
  known.set(id, keys);
  return keys;
}
