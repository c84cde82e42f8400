import type { GridPreview, ImportRow, ImportTarget } from '../../../shared/ipc/imports.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Column } from '../../ui/table-rows.ts';
import { shownSentence, shownValue } from './import-words.ts';

type Group = {
  readonly head: string;
  readonly first: readonly string[];
  readonly second?: readonly string[];
  readonly width?: string;
};

/** Which fields stand together, so that a row fits the dialog: the first of them names the row. */
const groups: Readonly<Record<ImportTarget, readonly [Group, ...Group[]]>> = {
  people: [
    { head: 'Name', first: ['name'], second: ['role'], width: '24%' },
    { head: 'Organisation', first: ['organisation'], second: ['sector'], width: '19%' },
    { head: 'Contact', first: ['phone'], second: ['email'], width: '25%' },
    { head: 'Availability', first: ['availability'], second: ['notes'] },
  ],
  places: [
    { head: 'Place', first: ['name'], second: ['site'] },
    { head: 'Seats', first: ['capacity'] },
    { head: 'Video link', first: ['hasVideo'] },
    { head: 'Step-free', first: ['isStepFree'] },
    { head: 'Travel, minutes', first: ['travelMinutes'] },
  ],
  meetings: [
    { head: 'Meeting', first: ['title'], second: ['notes'], width: '20%' },
    { head: 'When', first: ['day'], second: ['start', 'minutes'], width: '9rem' },
    { head: 'Who', first: ['inspectors'], second: ['attendees'], width: '24%' },
    { head: 'Room', first: ['place'], width: '8rem' },
  ],
  actions: [
    { head: 'Action', first: ['reference', 'title'], second: ['owner', 'partner'], width: '30%' },
    { head: 'Report', first: ['report'] },
    { head: 'State', first: ['state'], second: ['rating'], width: '8rem' },
    { head: 'By when', first: ['dueOn'], width: '9rem' },
  ],
  children: [
    { head: 'Child', first: ['forename', 'surname'], second: ['upn', 'uniqueId'] },
    { head: 'Born', first: ['dateOfBirth'], second: ['nhsNumber'] },
    { head: 'Need', first: ['need'], second: ['sendStatus'] },
    { head: 'Setting', first: ['setting'], second: ['socialCareStatus'] },
    { head: 'Last review', first: ['lastAnnualReview'] },
  ],
};

export type Showing = { readonly target: ImportTarget; readonly areCoded: boolean };

/** The number beside the row in its spreadsheet. */
export const rowNumberColumn: Column<ImportRow> = {
  id: 'row',
  head: 'Row',
  number: true,
  width: '2.5rem',
  sortBy: (row) => row.rowNumber,
  cell: (row) => <span className="text-3">{row.rowNumber}</span>,
};

/** Where a grid's meeting stood: "Tues 24 Nov, B4". */
export function cellColumn(grid: GridPreview): Column<ImportRow> {
  const where = new Map(grid.meetings.map(({ rowNumber, sheet, cell }) => [rowNumber, `${sheet}, ${cell}`]));
  return {
    id: 'row',
    head: 'Cell',
    width: '6rem',
    sortBy: (row) => row.rowNumber,
    cell: (row) => <span className="text-3">{where.get(row.rowNumber)}</span>,
  };
}

/** The columns that show what was read; those that no row fills are left out. */
export function valueColumns(rows: readonly ImportRow[], showing: Showing): readonly Column<ImportRow>[] {
  return groups[showing.target]
    .map((group, index) => ({ group, isName: index === 0 }))
    .filter(({ group, isName }) => {
      const fields = [...group.first, ...(group.second ?? [])];
      return isName || rows.some((row) => fields.some((field) => row.values[field]));
    })
    .map(({ group, isName }) => ({
      id: group.head,
      head: group.head,
      name: isName,
      ...(group.width === undefined ? {} : { width: group.width }),
      sortBy: (row) => joined(row, group.first, showing, nameGap(showing)),
      cell: (row) => <Cell row={row} group={group} showing={showing} />,
    }));
}

/** What a row is called in its tick box and beside a duplicate. */
export function rowName(row: ImportRow, showing: Showing): string {
  return joined(row, groups[showing.target][0].first, showing, nameGap(showing)) || `row ${row.rowNumber}`;
}

/** What to look at before importing; left out when there is nothing. */
export function remarksColumn(
  rows: readonly ImportRow[],
  fieldLabels: ReadonlyMap<string, string>,
  { areCoded }: Showing,
): readonly Column<ImportRow>[] {
  if (rows.every((row) => row.problems.length + row.notes.length === 0)) return [];
  return [
    {
      id: 'remarks',
      head: 'To look at',
      cell: (row) => (
        <ul className="import-remarks">
          {row.problems.map(({ field, reason }) => (
            <li key={`${field}-${reason}`}>
              <StatusMark status="warn" size="small">
                {fieldLabels.get(field) ?? 'This row'}
              </StatusMark>{' '}
              {shownSentence(reason, areCoded)}
            </li>
          ))}
          {row.notes.map((note) => (
            <li key={note}>{shownSentence(note, areCoded)}</li>
          ))}
        </ul>
      ),
    },
  ];
}

/** Initials of a child stand together: "FK". */
const nameGap = ({ target, areCoded }: Showing): string => (areCoded && target === 'children' ? '' : ' ');

function Cell({
  row,
  group,
  showing,
}: {
  readonly row: ImportRow;
  readonly group: Group;
  readonly showing: Showing;
}) {
  const second = joined(row, group.second ?? [], showing, ', ');
  return (
    <>
      <span className="import-value">{joined(row, group.first, showing, nameGap(showing))}</span>
      {second && <span className="table-second">{second}</span>}
    </>
  );
}

function joined(row: ImportRow, fields: readonly string[], showing: Showing, by: string): string {
  return fields
    .map((field) => shownValue(row, field, showing))
    .filter(Boolean)
    .join(by);
}
