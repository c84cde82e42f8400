import { freeAlternatives } from '../../../shared/domain/alternatives.ts';
import type { MeetingId, StrandId } from '../../../shared/domain/ids.ts';
import { slotMinutes } from '../../../shared/domain/meeting.ts';
import type { IsoDate, Minutes } from '../../../shared/domain/time.ts';
import { formatDayBrief, formatTime } from '../../../shared/domain/time-words.ts';
import { type Candidate, mutable } from './move-candidate.ts';
import type { Timetable } from './timetable-model.ts';

/** A free place for a meeting, numbered the same in panel, grid and day tabs. */
export type Alternative = {
  readonly number: number;
  readonly candidate: Candidate;
  /** "Today, 3pm", "Wed 25, 9:15am". */
  readonly when: string;
  /** Whose column it would be in. */
  readonly who: string;
  readonly reason: string;
};

export type Now = { readonly day: IsoDate; readonly minutes: Minutes };

/** The nearest free places for a meeting round where it was wanted, best first; nothing that is already past. */
export function alternativesFor(
  timetable: Timetable,
  meetingId: string,
  near: Candidate,
  now: Now,
  limit = 3,
): readonly Alternative[] {
  const meeting = timetable.byId.get(meetingId);
  if (!meeting) return [];
  const { day, start, minutes, strandIds, placeId } = mutable(near);
  const isAhead = day >= now.day;
  const nextSlot = Math.ceil(now.minutes / slotMinutes) * slotMinutes;
  const found = freeAlternatives(timetable.index, meetingId as MeetingId, {
    days: timetable.days,
    near: { day, start, minutes, strandIds, placeId },
    ...(isAhead ? { after: { day: now.day, start: nextSlot } } : {}),
    otherStrandIds: timetable.strands.map((strand) => strand.id),
    limit,
  });
  return found.map(({ reason, warnings: _, ...where }, index) => ({
    number: index + 1,
    candidate: { ...where, personIds: meeting.personIds, childId: meeting.childId },
    when: `${where.day === now.day ? 'Today' : formatDayBrief(where.day)}, ${formatTime(where.start, timetable.clock)}`,
    who: where.strandIds.map((id) => shortStrand(timetable, id)).join(', '),
    reason: timetable.names.withoutNames(reason),
  }));
}

/** A strand that is called after its one inspector is named as briefly as a person is. */
function shortStrand(timetable: Timetable, id: StrandId): string {
  const strand = timetable.strands.find((one) => one.id === id);
  const member = timetable.people.find((person) => person.strandId === id && person.name === strand?.name);
  return member ? timetable.names.shortPersonName(member) : timetable.names.strandName(id);
}
