import type { Absence, BusyTime, UsualHours } from '../../shared/domain/availability.ts';
import type { PersonId, RowId } from '../../shared/domain/ids.ts';
import type { IsoDate } from '../../shared/domain/time.ts';

/** An absence of a person at any time, unless said otherwise. */
export const anAbsence = (person: string, given: Partial<Absence> = {}): Absence => ({
  id: `absence of ${person}` as RowId,
  personId: person as PersonId,
  placeId: null,
  fromDay: null,
  toDay: null,
  weekdays: [],
  start: 0,
  end: 1440,
  words: '',
  ...given,
});

export const aBusyTime = (
  person: string,
  day: IsoDate,
  start: number,
  end: number,
  given: Partial<BusyTime> = {},
): BusyTime => ({
  id: `${person} ${day} ${start}` as RowId,
  personId: person as PersonId,
  placeId: null,
  calendar: 'Calendar',
  ...{ day, start, end },
  ...given,
});

export const someHours = (person: string, weekday: number, start: number, end: number): UsualHours => ({
  id: `${person} ${weekday} ${start}` as RowId,
  personId: person as PersonId,
  placeId: null,
  ...{ weekday, start, end },
});
