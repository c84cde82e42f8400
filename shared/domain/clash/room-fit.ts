import { type Clash, clashKey, none } from '../clash.ts';
import type { Place } from '../people.ts';
import { listed } from './wording.ts';
import type { Placed, TimetableIndex } from './world.ts';

/** Finds a meeting of more people than its room is said to hold. */
export function roomTooSmall(index: TimetableIndex, { meeting, place, occupants }: Placed): readonly Clash[] {
  if (meeting.kind === 'block' || !place || place.capacity === null || occupants.length <= place.capacity)
    return none;
  const identity = { rule: 'room-too-small', meetingIds: [meeting.id], subjectId: place.id } as const;
  const name = index.world.names.place(place.id);
  const sentence = `${name} holds ${place.capacity}, and ${occupants.length} are asked to ${meeting.title}`;
  return [{ ...identity, key: clashKey(identity), severity: 'soft', sentence, from: null, to: null }];
}

/** Finds a meeting whose room has no video link, or no step-free access, that it needs. */
export function roomUnsuitable(index: TimetableIndex, { meeting, place }: Placed): readonly Clash[] {
  if (meeting.kind === 'block' || !place) return none;
  const lacks = lacksOf(meeting, place);
  if (lacks.length === 0) return none;
  const identity = { rule: 'room-unsuitable', meetingIds: [meeting.id], subjectId: place.id } as const;
  const sentence = `${index.world.names.place(place.id)} has ${listed(lacks.map((what) => `no ${what}`))}`;
  return [
    {
      ...identity,
      key: clashKey({ ...identity, detail: lacks.join('+') }),
      severity: 'soft',
      sentence,
      from: null,
      to: null,
    },
  ];
}

/** What a meeting needs and the place does not have, in words; online meetings have both. */
export function lacksOf(
  needs: { readonly needsVideo: boolean; readonly needsStepFree: boolean },
  place: Pick<Place, 'hasVideo' | 'isStepFree' | 'isOnline'>,
): readonly string[] {
  if (place.isOnline) return [];
  return [
    ...(needs.needsVideo && !place.hasVideo ? ['video link'] : []),
    ...(needs.needsStepFree && !place.isStepFree ? ['step-free access'] : []),
  ];
}
