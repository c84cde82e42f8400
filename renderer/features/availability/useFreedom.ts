import { useMemo } from 'react';
import {
  type Freedom,
  isFree,
  type WantedTime,
  whoIsFree,
} from '../../../shared/domain/attendance/who-is-free.ts';
import { indexAvailability } from '../../../shared/domain/availability/away.ts';
import { personAwayWords, placeAwayWords } from '../../../shared/domain/availability/words.ts';
import { noAvailability } from '../../../shared/domain/availability.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { type ClockStyle, formatTimeRange } from '../../../shared/domain/time-words.ts';
import { useAttendance } from '../../people/useAttendance.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';

export type FreedomPart = 'people' | 'team' | 'places';

/** Somebody, or a room, at the wanted time. */
export type FreedomRow = {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly isFree: boolean;
  /** "Free", or what keeps them. */
  readonly words: string;
};

const nothing: Readonly<Record<FreedomPart, readonly FreedomRow[]>> = { people: [], team: [], places: [] };

/** Everybody and every room at a time, those that are free first; nothing until the time is whole. */
export function useFreedom(wanted: WantedTime | null): Readonly<Record<FreedomPart, readonly FreedomRow[]>> {
  const { timetable, people, availability } = useStore((state) => state.data);
  const clock = useStore((state) => state.settings.clock);
  const attendance = useAttendance();
  const names = useNames();
  return useMemo(() => {
    if (!wanted || !people) return nothing;
    const found = whoIsFree(wanted, {
      people: people.people,
      places: people.places,
      meetings: timetable?.meetings ?? [],
      attendance,
      away: indexAvailability(availability?.availability ?? noAvailability),
    });
    const words = wordsAt(wanted.day, clock, names.withoutNames);
    const organisations = new Map(people.organisations.map(({ id, name }) => [id, name]));
    const rows = people.people.flatMap(
      (person, at): readonly (FreedomRow & { readonly part: FreedomPart })[] => {
        const one = found.people[at];
        if (!one) return [];
        const from = (person.organisationId && organisations.get(person.organisationId)) ?? '';
        return [
          {
            id: person.id,
            part: person.side === 'inspection' ? 'team' : 'people',
            name: names.personName(person),
            facts: [person.role || person.discipline, from].filter(Boolean).join(', '),
            isFree: isFree(one),
            words: words(one, personAwayWords),
          },
        ];
      },
    );
    return {
      people: freeFirst(rows.filter(({ part }) => part === 'people')),
      team: freeFirst(rows.filter(({ part }) => part === 'team')),
      places: freeFirst(
        people.places.flatMap((place, at): readonly FreedomRow[] => {
          const one = found.places[at];
          if (!one) return [];
          const seats = place.capacity === null || place.isOnline ? '' : `${place.capacity} seats`;
          const video = place.hasVideo && !place.isOnline ? 'video link' : '';
          const steps = place.isStepFree || place.isOnline ? '' : 'not step-free';
          const facts = [place.site, seats, video, steps].filter(Boolean).join(', ');
          return [
            { id: place.id, name: place.name, facts, isFree: isFree(one), words: words(one, placeAwayWords) },
          ];
        }),
      ),
    };
  }, [wanted, people, timetable, availability, attendance, names, clock]);
}

type AwayWords = typeof personAwayWords;

function wordsAt(day: IsoDate, clock: ClockStyle, safe: (text: string) => string) {
  return ({ meeting, away }: Pick<Freedom<string>, 'meeting' | 'away'>, awayWords: AwayWords): string => {
    if (meeting) {
      const range = formatTimeRange(meeting.start, meeting.start + meeting.minutes, clock);
      return `${safe(meeting.title)}, ${range}`;
    }
    if (!away) return 'Free';
    const said = awayWords(away, day, clock).replace(/^is /, '');
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
}

const freeFirst = <Row extends FreedomRow>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => Number(b.isFree) - Number(a.isFree) || a.name.localeCompare(b.name, 'en-GB'));
