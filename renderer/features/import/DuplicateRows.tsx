import { initialsOf } from '../../../shared/domain/people.ts';
import type { ImportRow } from '../../../shared/ipc/imports.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { seenWords, shownSentence } from './import-words.ts';
import { rowName, rowNumberColumn, type Showing, valueColumns } from './row-columns.tsx';
import type { Decision, Import } from './useImport.ts';

/** Enough to see whether the two are one. */
const mostConflicts = 4;

/** Rows that seem to be there already; nothing is merged or added of them until the user says so, but for updates. */
export function DuplicateRows({
  rows,
  run,
  showing,
}: {
  readonly rows: readonly ImportRow[];
  readonly run: Import;
  readonly showing: Showing;
}) {
  if (rows.length === 0) return null;
  const words = seenWords(showing.target);
  const decisions = (['leave', 'merge', 'add'] as const).map((value) => ({ value, label: words[value] }));
  const decisionOf = (row: ImportRow): Decision => run.decisions.get(row.rowNumber) ?? 'leave';
  const [first] = rows;
  const shared =
    first && rows.every((row) => decisionOf(row) === decisionOf(first)) ? decisionOf(first) : null;
  return (
    <Section
      title={words.title}
      {...(showing.target === 'actions' ? {} : { tone: 'warn' as const })}
      fact={words.fact}
      level={3}
      action={
        rows.length > 1 && (
          <Select
            label="All of them"
            beside
            fit
            size="small"
            value={shared}
            placeholder="As chosen below"
            options={decisions}
            onChange={(decision) =>
              run.decide(
                rows.map((row) => row.rowNumber),
                decision,
              )
            }
          />
        )
      }
    >
      <DataTable
        label="Rows that seem to be there already"
        rows={rows}
        rowKey={(row) => String(row.rowNumber)}
        columns={[
          rowNumberColumn,
          ...valueColumns(rows, showing).slice(0, 2),
          {
            id: 'same',
            head: 'Seems to be',
            width: '34%',
            cell: (row) => <SameAs row={row} showing={showing} />,
          },
          {
            id: 'decision',
            head: 'What to do',
            cell: (row) => (
              <Segmented
                label={`What to do with ${rowName(row, showing)}, row ${row.rowNumber}`}
                size="small"
                options={decisions}
                value={decisionOf(row)}
                onChange={(decision) => run.decide([row.rowNumber], decision)}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}

function SameAs({ row, showing }: { readonly row: ImportRow; readonly showing: Showing }) {
  const duplicate = row.duplicateOf;
  if (!duplicate) return null;
  const isPerson = showing.target === 'people';
  const label = showing.areCoded && isPerson ? initialsOf(duplicate.label) : duplicate.label;
  const where = duplicate.rowNumber === null ? 'in the engagement' : `row ${duplicate.rowNumber}`;
  const words = [label, where].filter(Boolean).join(', ');
  return (
    <>
      {words.charAt(0).toUpperCase() + words.slice(1)}
      <span className="table-second">{duplicate.reason}</span>
      {!duplicate.isLikely && (
        <StatusMark status="warn" size="small">
          Other things differ: look twice
        </StatusMark>
      )}
      {showing.target === 'actions' &&
        row.notes.map((note) => (
          <span key={note} className="table-second">
            {shownSentence(note, showing.areCoded)}
          </span>
        ))}
      {duplicate.conflicts.slice(0, mostConflicts).map((conflict) => (
        <span key={conflict} className="table-second">
          {shownSentence(conflict, showing.areCoded)}
        </span>
      ))}
      {duplicate.conflicts.length > mostConflicts && (
        <span className="table-second">
          And {duplicate.conflicts.length - mostConflicts} more differences.
        </span>
      )}
    </>
  );
}
