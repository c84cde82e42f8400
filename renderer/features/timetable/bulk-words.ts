import type { BulkPlan, KeptMeeting, KeptReason, MovedMeeting } from '../../../shared/domain/bulk-moves.ts';
import { checkChanges, type PlannedChange } from '../../../shared/domain/clash/check-changes.ts';
import type { Clash } from '../../../shared/domain/clash.ts';
import { formatDayBrief, formatTimeRange } from '../../../shared/domain/time-words.ts';
import type { Verdict } from './move-check.ts';
import { type Timetable, titleOf } from './timetable-model.ts';

const reasons: Readonly<Record<KeptReason, string>> = {
  pinned: 'it is pinned',
  unscheduled: 'it has no day yet',
  'no-such-day': 'the timetable has no such day',
  'outside-the-day': 'it would run past midnight',
  'in-use': 'feedback or documents belong to it',
};

/** "5 meetings", "1 meeting". */
export const countMeetings = (count: number): string => `${count} ${count === 1 ? 'meeting' : 'meetings'}`;

/** What several changes would clash with once all are made, in names or codes; what was accepted is left out. */
export function verdictOnAll(timetable: Timetable, changes: readonly PlannedChange[]): Verdict {
  const { newBlocked, newWarnings } = checkChanges(timetable.index, changes);
  const accepted = new Set(timetable.clashes.filter((one) => one.acknowledgement).map((one) => one.key));
  const inWords = (clash: Clash) => ({ ...clash, sentence: timetable.names.withoutNames(clash.sentence) });
  const isNew = (clash: Clash) => !accepted.has(clash.key);
  return {
    refused: newBlocked.filter(isNew).map(inWords),
    kept: [],
    warnings: newWarnings.filter(isNew).map(inWords),
  };
}

/** "“Elected members” stays: it is pinned." for each that stays; of many, how many and the reasons. */
export function keptWords(timetable: Timetable, kept: readonly KeptMeeting[]): readonly string[] {
  if (kept.length > 3) {
    return (Object.keys(reasons) as KeptReason[]).flatMap((why) => {
      const count = kept.filter((one) => one.why === why).length;
      return count === 0
        ? []
        : [`${countMeetings(count)} ${count === 1 ? 'stays' : 'stay'}: ${reasons[why]}.`];
    });
  }
  return kept.map(({ id, why }) => {
    const meeting = timetable.byId.get(id);
    return `“${meeting ? titleOf(meeting, timetable.names) : 'A meeting'}” stays: ${reasons[why]}.`;
  });
}

/** When a meeting would be: the time alone on its own day, else the day as well. */
export function changedTime({ clock }: Timetable, { before, after }: MovedMeeting): string {
  if (after.day === null || after.start === null) return 'Unscheduled';
  const time = formatTimeRange(after.start, after.start + after.minutes, clock);
  return after.day === before.day ? time : `${formatDayBrief(after.day)}, ${time}`;
}

/** When a meeting is now, as short as `changedTime`. */
export function presentTime({ clock }: Timetable, { before, after }: MovedMeeting): string {
  if (before.day === null || before.start === null) return 'Unscheduled';
  const time = formatTimeRange(before.start, before.start + before.minutes, clock);
  return after.day === before.day ? time : `${formatDayBrief(before.day)}, ${time}`;
}

/** "Moved 5 meetings to Wednesday 25 November 2026. “X” stays: it is pinned." */
export function doneWords(timetable: Timetable, done: string, { kept }: Pick<BulkPlan, 'kept'>): string {
  return [`${done}.`, ...keptWords(timetable, kept)].join(' ');
}
