import type { ImportRow } from '../../../shared/ipc/imports.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { shownSentence, shownValue } from './import-words.ts';
import { rowNumberColumn, type Showing } from './row-columns.tsx';

/** Rows that have to be mended in the spreadsheet first, each with its reason. */
export function BadRows({
  rows,
  labels,
  showing,
  isPasted,
}: {
  readonly rows: readonly ImportRow[];
  readonly labels: ReadonlyMap<string, string>;
  readonly showing: Showing;
  readonly isPasted: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <Section
      title="Cannot be imported"
      tone="bad"
      fact={isPasted ? 'nothing of this is added' : 'mend these in the spreadsheet and import it again'}
      level={3}
    >
      <DataTable
        label="Rows that cannot be imported"
        rows={rows}
        rowKey={(row) => String(row.rowNumber)}
        columns={[
          rowNumberColumn,
          {
            id: 'words',
            head: 'What it says',
            name: true,
            width: '45%',
            cell: (row) =>
              Object.keys(row.values)
                .map((field) => shownValue(row, field, showing))
                .join(', ') || 'Nothing in the matched columns',
          },
          {
            id: 'why',
            head: 'Why',
            cell: (row) =>
              row.problems
                .map(({ field, reason }) => {
                  const label = labels.get(field);
                  return shownSentence(label ? `${label}: ${reason}` : reason, showing.areCoded);
                })
                .join(' '),
          },
        ]}
      />
    </Section>
  );
}
