import { listed } from '../../../shared/domain/clash/wording.ts';
import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import { SECTOR_LABELS, SECTOR_LETTERS, SECTORS, type Sector } from '../../../shared/domain/sector.ts';
import type { LetterTile } from '../../ui/LetterTiles.tsx';
import type { ColumnsBy } from './grouping.ts';
import {
  isOpenClash,
  isOpenWarning,
  type ShownClash,
  sectorOf,
  type Timetable,
  titleOf,
} from './timetable-model.ts';
import { cardLabel, countPeople, placeName, strandsOf } from './timetable-words.ts';

/** What a card says, worked out once for each change and not while anything is dragged. */
export type CardFacts = {
  readonly meeting: ScheduledMeeting;
  readonly title: string;
  /** Where it is; under columns of rooms, whose it is. */
  readonly place: string;
  /** "8 people", or nothing. */
  readonly count: string;
  /** The people by short name, for cards with room for a line more. */
  readonly people: string;
  readonly tiles: SectorTiles | null;
  readonly clashes: readonly ShownClash[];
  readonly warnings: readonly ShownClash[];
  readonly isAcknowledged: boolean;
  readonly label: string;
};

export type SectorTiles = { readonly label: string; readonly tiles: readonly LetterTile[] };

const namesShown = 4;

/** The facts of every scheduled meeting, by its id. */
export function cardFacts(timetable: Timetable, by: ColumnsBy = 'strands'): ReadonlyMap<string, CardFacts> {
  return new Map(timetable.scheduled.map((meeting) => [meeting.id, factsOf(timetable, meeting, by)]));
}

/** Which of the sectors a meeting needs are in it; null where it needs none in particular. */
export function sectorTiles(
  timetable: Timetable,
  meeting: Pick<ScheduledMeeting, 'sectorsNeeded' | 'personIds'>,
): SectorTiles | null {
  if (meeting.sectorsNeeded.length === 0) return null;
  const present = new Set<Sector | null>();
  for (const person of timetable.people)
    if (person.side === 'partnership' && meeting.personIds.includes(person.id))
      present.add(sectorOf(person, timetable.organisations));
  const needed = SECTORS.filter((sector) => meeting.sectorsNeeded.includes(sector));
  const inWords = (isOn: boolean) =>
    listed(needed.filter((sector) => present.has(sector) === isOn).map((sector) => SECTOR_LABELS[sector]));
  const [here, missing] = [inWords(true), inWords(false)];
  return {
    label: [here && `${here} present`, missing && `${missing} missing`].filter(Boolean).join(', '),
    tiles: needed.map((sector) => ({
      letter: SECTOR_LETTERS[sector],
      name: SECTOR_LABELS[sector],
      isOn: present.has(sector),
    })),
  };
}

function factsOf(timetable: Timetable, meeting: ScheduledMeeting, by: ColumnsBy): CardFacts {
  const { names } = timetable;
  // Lunch is a matter of a person's whole day; the head of the column says it once.
  const own = (timetable.clashesOf.get(meeting.id) ?? []).filter((clash) => clash.rule !== 'no-lunch');
  const shown = meeting.personIds.slice(0, namesShown).map((id) => names.shortPersonName(id));
  const more = meeting.personIds.length - shown.length;
  return {
    meeting,
    title: titleOf(meeting, names),
    place: by === 'rooms' ? strandsOf(timetable, meeting) : placeName(timetable, meeting),
    count: meeting.personIds.length === 0 ? '' : countPeople(meeting.personIds.length),
    people: [...shown, more > 0 && `${more} more`].filter(Boolean).join(', '),
    tiles: sectorTiles(timetable, meeting),
    clashes: own.filter(isOpenClash),
    warnings: own.filter(isOpenWarning),
    isAcknowledged: own.some((clash) => clash.acknowledgement !== null),
    label: cardLabel(timetable, meeting),
  };
}
