import { counted } from '../../../shared/domain/counted.ts';
import { initialsOf } from '../../../shared/domain/people.ts';
import type {
  GridPart,
  GridPreview,
  ImportPreview,
  ImportRow,
  ImportTarget,
} from '../../../shared/ipc/imports.ts';

/** What each kind of import is about, in words. */
export const targetWords: Readonly<
  Record<
    ImportTarget,
    { readonly title: string; readonly one: string; readonly many: string; readonly filter: string }
  >
> = {
  people: { title: 'Import people', one: 'person', many: 'people', filter: 'Find a row' },
  places: { title: 'Import places', one: 'place', many: 'places', filter: 'Find a row' },
  meetings: { title: 'Import meetings', one: 'meeting', many: 'meetings', filter: 'Find a row' },
  actions: { title: 'Import updates to actions', one: 'action', many: 'actions', filter: 'Find a row' },
  children: {
    title: 'Track children from a list',
    one: 'child',
    many: 'children',
    filter: 'Find by name, need or setting, or paste several UPNs',
  },
};

/** How it is said of rows that seem to be there already: an update is what a plan's workbook comes back for. */
export const seenWords = (target: ImportTarget) =>
  target === 'actions'
    ? ({
        title: 'Here already',
        fact: 'the state, the rating, the day and the report of a row are taken over',
        ...{ leave: 'Leave out', merge: 'Update', add: 'Add', merged: 'updated' },
      } as const)
    : ({
        title: 'Seen before',
        fact: 'merging fills blanks and changes nothing that is there',
        ...{ leave: 'Leave out', merge: 'Merge', add: 'Add', merged: 'merged' },
      } as const);

/** Whether a row says anything of an action that is not known of it yet. */
export const saysSomethingNew = ({ notes, values }: ImportRow): boolean =>
  notes.length > 0 || (values.report ?? '') !== '';

/** "1 person", "66 people". */
export function countedRows(count: number, target: ImportTarget): string {
  const { one, many } = targetWords[target];
  return counted(count, one, many);
}

/** The rows of a preview, parted by what the user has to do about them. */
export type PartedRows = {
  readonly bad: readonly ImportRow[];
  readonly duplicates: readonly ImportRow[];
  readonly ready: readonly ImportRow[];
};

/** Parts the rows; every row is in one part. */
export function partRows(preview: ImportPreview): PartedRows {
  return {
    bad: preview.rows.filter((row) => row.isBad),
    duplicates: preview.rows.filter((row) => !row.isBad && row.duplicateOf !== null),
    ready: preview.rows.filter((row) => !row.isBad && row.duplicateOf === null),
  };
}

/** The rows of a grid with its columns, names and rooms called what the user has said they are. */
export function asConfirmed(rows: readonly ImportRow[], grid: GridPreview | null): readonly ImportRow[] {
  if (!grid) return rows;
  const called = {
    inspectors: meantIn(grid, 'strands'),
    attendees: meantIn(grid, 'people'),
    place: meantIn(grid, 'places'),
  };
  return rows.map((row) => {
    const values = { ...row.values };
    for (const [field, meant] of Object.entries(called))
      if (values[field])
        values[field] = values[field]
          .split('; ')
          .map((text) => meant.get(text) ?? text)
          .join('; ');
    return { ...row, values };
  });
}

function meantIn(grid: GridPreview, part: GridPart): ReadonlyMap<string, string> {
  const names = new Map(grid.options[part].map(({ id, name }) => [id, name]));
  return new Map(grid[part].map(({ text, choice }) => [text, names.get(choice) ?? text]));
}

/** What of a row is looked through when rows are searched. */
export const rowText = ({ values }: ImportRow): string => Object.values(values).join(' ').toLowerCase();

const nameFields: Readonly<Record<ImportTarget, readonly string[]>> = {
  people: ['name'],
  places: [],
  meetings: ['inspectors', 'attendees'],
  children: ['forename', 'surname'],
  actions: ['owner'],
};
const hiddenWhenCoded = new Set(['email']);

/** The value of a field as it may be shown: names as initials, and addresses that spell them left out, while coded. */
export function shownValue(
  row: ImportRow,
  field: string,
  { target, areCoded }: { readonly target: ImportTarget; readonly areCoded: boolean },
): string {
  const value = row.values[field] ?? '';
  if (!areCoded || value === '') return value;
  if (hiddenWhenCoded.has(field)) return 'Not shown';
  if (!nameFields[target].includes(field)) return value;
  return value.split('; ').map(initialsOf).join('; ');
}

/** A sentence from the main process; its names stand in “ ” and become initials while coded. */
export function shownSentence(sentence: string, areCoded: boolean): string {
  return areCoded ? sentence.replaceAll(/“([^”]+)”/g, (_, name: string) => initialsOf(name)) : sentence;
}
