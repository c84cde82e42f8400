import type { PlaceId } from '../../../shared/domain/ids.ts';
import { placeIdentity } from '../../../shared/domain/import/duplicates.ts';
import type { ColumnMapping } from '../../../shared/domain/import/mapping.ts';
import { plainLetters } from '../../../shared/domain/import/names.ts';
import type { ReadRow } from '../../../shared/domain/import/rows.ts';
import { type PlaceDraft, type PlaceRow, placesTarget } from '../../../shared/domain/import/target-places.ts';
import type { Place } from '../../../shared/domain/people.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { places } from '../../db/tables.ts';
import { insertRow, updateRow } from '../../db/write.ts';
import { filled, type ImportKind, type KnownRecord } from './kind.ts';

/** Rows of a room list become places. */
export const placesKind: ImportKind<PlaceDraft, PlaceRow> = {
  target: placesTarget,
  identity: placeIdentity,
  noun: { one: 'place', many: 'places' },
  isAboutChildren: false,
  known: knownPlaces,
  show: ({ hasVideo, isStepFree, isOnline, ...values }) =>
    filled({ ...values, hasVideo: yesOrNo(hasVideo), isStepFree: yesOrNo(isStepFree) }),
  label: ({ name, site }) => [name, site].filter(Boolean).join(', '),
  refuse: () => null,
  observe: (_, columns) => (row) => blanksOf(row, columns),
  put: (ctx, tx, { toAdd, toChange }) => {
    for (const { values } of toAdd) {
      insertRow(tx, places, { id: ctx.newId() as PlaceId, name: values.name, ...factsOf(values) });
    }
    for (const { id, values } of toChange) updateRow(tx, places, id, factsOf(values));
    return [];
  },
};

/**
 * A place that was added for a meeting knows only its name, so what it does not know counts as blank; and where one
 * row alone has its name, that row's site is taken to be its own.
 */
function knownPlaces(db: ReadableDb, rows: readonly PlaceRow[]): readonly KnownRecord<PlaceRow>[] {
  const sites = new Map<string, readonly (string | null)[]>();
  for (const { name, site } of rows) {
    const key = plainLetters(name);
    sites.set(key, [...new Set([...(sites.get(key) ?? []), site])]);
  }
  return listRows(db, places).map((place) => {
    const likely = sites.get(plainLetters(place.name)) ?? [];
    return {
      ref: { from: 'existing', id: place.id },
      label: [place.name, place.site].filter(Boolean).join(', '),
      values: {
        name: place.name,
        site: place.site || (likely.length === 1 ? (likely[0] ?? null) : null),
        capacity: place.capacity,
        hasVideo: place.hasVideo || null,
        isStepFree: place.isStepFree || null,
        isOnline: place.isOnline,
        travelMinutes: place.travelMinutes || null,
      },
    };
  });
}

function factsOf(values: PlaceRow): Omit<Place, 'id' | 'name'> {
  return {
    site: values.site ?? '',
    capacity: values.capacity,
    hasVideo: values.hasVideo ?? values.isOnline,
    isStepFree: values.isStepFree ?? values.isOnline,
    isOnline: values.isOnline,
    travelMinutes: values.travelMinutes ?? 0,
  };
}

function blanksOf({ values, problems }: ReadRow<PlaceRow>, columns: ColumnMapping): readonly string[] {
  const isBlank = (field: 'hasVideo' | 'isStepFree' | 'travelMinutes'): boolean =>
    values[field] === null &&
    typeof columns[field] === 'number' &&
    !problems.some((problem) => problem.field === field);
  return [
    ...(values.isOnline ? ['It is taken to be online.'] : []),
    ...(isBlank('hasVideo') && !values.isOnline ? ['Video link is blank and taken as no.'] : []),
    ...(isBlank('isStepFree') && !values.isOnline ? ['Step-free is blank and taken as no.'] : []),
    ...(isBlank('travelMinutes') && !values.isOnline ? ['Travel is blank and taken as none.'] : []),
  ];
}

function yesOrNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'Yes' : 'No';
}
