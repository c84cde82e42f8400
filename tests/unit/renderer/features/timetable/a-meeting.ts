import {
  type MeetingKind,
  MeetingWithPeople,
  plainMeeting,
  type ScheduledMeeting,
} from '../../../../../shared/domain/meeting.ts';

export const day = '2026-11-24';

type Given = {
  readonly id?: string;
  readonly title?: string;
  readonly kind?: MeetingKind;
  readonly day?: string;
  readonly start?: number;
  readonly minutes?: number;
  readonly placeId?: string | null;
  readonly childId?: string | null;
  readonly strandIds?: readonly string[];
  readonly personIds?: readonly string[];
};

/** A meeting of an hour at ten on the Tuesday, in strand "a", unless said otherwise. */
export function aMeeting(given: Given = {}): ScheduledMeeting {
  const meeting = MeetingWithPeople.parse({
    id: 'm1',
    title: 'Joint commissioning',
    kind: 'leaders',
    day,
    start: 600,
    minutes: 60,
    ...plainMeeting,
    version: 1,
    strandIds: ['a'],
    personIds: [],
    ...given,
  });
  return { ...meeting, day: meeting.day ?? day, start: meeting.start ?? 600 };
}
