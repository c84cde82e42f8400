import { readFlag, readName, readText, readWhole } from './cells.ts';
import type { Finished, Target } from './target.ts';
import { wordPattern } from './words.ts';

/** A room or a link as a row of a room list gives it; what the row does not say is null. */
export type PlaceRow = {
  readonly name: string;
  readonly site: string | null;
  readonly capacity: number | null;
  readonly hasVideo: boolean | null;
  readonly isStepFree: boolean | null;
  /** Guessed from the name or the site: "Microsoft Teams", "Online". */
  readonly isOnline: boolean;
  /** Minutes from the main site, one way. */
  readonly travelMinutes: number | null;
};

export type PlaceDraft = Omit<PlaceRow, 'name' | 'isOnline'> & { readonly name: string | null };

/** Reads a list of rooms and sites. */
export const placesTarget: Target<PlaceDraft, PlaceRow> = {
  kind: 'places',
  label: 'Places',
  refusedHeadings: [],
  needsOneOf: ['name'],
  fields: [
    {
      field: 'name',
      label: 'Room',
      required: true,
      synonyms: [
        ...[
          'name',
          'place',
          'room name',
          'meeting room',
          'venue',
          'space',
          'rooms',
          'place name',
          'venue name',
          'room no',
        ],
        ...['room number', 'meeting space', 'name of room', 'room or link'],
      ],
      parse: readName,
    },
    {
      field: 'site',
      label: 'Site',
      required: false,
      synonyms: [
        'building',
        'location',
        'site name',
        'address',
        'premises',
        'office',
        'school',
        'where',
        'setting',
      ],
      parse: readText(160),
    },
    {
      field: 'capacity',
      label: 'Capacity',
      required: false,
      synonyms: [
        'seats',
        'max people',
        'max',
        'maximum',
        'size',
        'holds',
        'number of seats',
        'max capacity',
        'people',
      ],
      parse: readWhole(0, 10_000),
    },
    {
      field: 'hasVideo',
      label: 'Video link',
      required: false,
      synonyms: [
        ...['video', 'video conferencing', 'vc', 'hybrid', 'has video', 'teams', 'teams room', 'screen'],
        ...['video link available', 'av', 'hybrid meetings', 'video conference', 'camera'],
      ],
      parse: readFlag,
    },
    {
      field: 'isStepFree',
      label: 'Step-free',
      required: false,
      synonyms: [
        ...[
          'step free access',
          'accessible',
          'wheelchair access',
          'wheelchair accessible',
          'wheelchair',
          'is step free',
        ],
        ...['accessibility', 'level access', 'lift', 'disabled access', 'access'],
      ],
      parse: readFlag,
    },
    {
      field: 'travelMinutes',
      label: 'Travel minutes',
      required: false,
      synonyms: [
        ...[
          'travel',
          'travel time',
          'minutes away',
          'journey',
          'journey time',
          'drive time',
          'distance in minutes',
        ],
        ...['minutes from base', 'travel from', 'minutes travel', 'travel mins'],
      ],
      parse: readWhole(0, 600),
    },
  ],
  finish: finishPlace,
};

const online = wordPattern(
  'online',
  'teams',
  'zoom',
  'virtual',
  'remote',
  'google meet',
  'webex',
  'video call',
);

function finishPlace(draft: PlaceDraft): Finished<PlaceRow> {
  const name = draft.name ?? '';
  const isOnline = online.test(name) || online.test(draft.site ?? '');
  return { values: { ...draft, name, isOnline }, problems: [], guessed: isOnline ? ['isOnline'] : [] };
}
