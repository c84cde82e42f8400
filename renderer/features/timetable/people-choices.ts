import type { Place } from '../../../shared/domain/people.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { Choice } from '../../ui/option-match.ts';
import { sectorOf, type Timetable } from './timetable-model.ts';

/** Everybody who can be asked, each with role, organisation and sector to tell them apart. */
export function peopleChoices(timetable: Timetable): readonly Choice[] {
  return timetable.people
    .map((person) => {
      const organisation = person.organisationId
        ? (timetable.organisations.get(person.organisationId)?.name ?? '')
        : '';
      const sector = sectorOf(person, timetable.organisations);
      const hint = [person.role, organisation, sector && SECTOR_LABELS[sector]].filter(Boolean).join(', ');
      return { id: person.id, label: timetable.names.personName(person), hint };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}

export function strandChoices(timetable: Timetable): readonly Choice[] {
  return timetable.strands.map((strand) => ({ id: strand.id, label: timetable.names.strandName(strand) }));
}

export function placeChoices(timetable: Timetable): readonly Choice[] {
  return timetable.places.map((place) => ({ id: place.id, label: place.name, hint: placeFacts(place) }));
}

/** "Civic Centre, 12 seats, video, not step-free". */
export function placeFacts(place: Place): string {
  if (place.isOnline) return 'Online';
  return [
    place.site,
    place.capacity === null ? '' : `${place.capacity} seats`,
    place.hasVideo ? 'video' : 'no video',
    place.isStepFree ? 'step-free' : 'not step-free',
    place.travelMinutes > 0 ? `${place.travelMinutes} minutes away` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The days a meeting can be on, and first that it has none. */
export function dayOptions(days: readonly IsoDate[]): readonly { value: string; label: string }[] {
  return days.map((day) => ({ value: day, label: formatDayLong(day) }));
}
