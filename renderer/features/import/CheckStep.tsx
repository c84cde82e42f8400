import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import { findRows } from '../../../shared/domain/find-rows.ts';
import type { ImportPreview, ImportTarget } from '../../../shared/ipc/imports.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { BadRows } from './BadRows.tsx';
import { ChosenChildren } from './ChosenChildren.tsx';
import { DuplicateRows } from './DuplicateRows.tsx';
import { asConfirmed, partRows, rowText, targetWords } from './import-words.ts';
import { cellColumn, remarksColumn, rowName, rowNumberColumn, valueColumns } from './row-columns.tsx';
import type { Import } from './useImport.ts';

/** Shows what was read: what cannot be imported and why, what is there twice, and what is ready, to tick. */
export function CheckStep({ run, preview }: { readonly run: Import; readonly preview: ImportPreview }) {
  const areCoded = useStore((state) => state.namesAsCodes);
  const [search, setSearch] = useState('');
  const { target } = preview;
  const showing = { target, areCoded };
  const parts = partRows({ ...preview, rows: asConfirmed(preview.rows, preview.grid) });
  const ready = findRows(parts.ready, rowText, search);
  const labels = new Map(preview.fields.map(({ field, label }) => [field, label]));
  const isAboutChildren = target === 'children';

  /** Ticks outside the search stay as they are, and the order of ticking is kept. */
  function tick(keys: ReadonlySet<string>) {
    const inSight = new Set(ready.map((row) => row.rowNumber));
    const kept = [...run.chosen].filter(
      (rowNumber) => !inSight.has(rowNumber) || keys.has(String(rowNumber)),
    );
    run.choose(new Set([...kept, ...[...keys].map(Number)]));
  }

  return (
    <div className="stack stack-loose import-part">
      <Counts parts={parts} blankRows={preview.blankRows} target={target} />
      {preview.taken && (
        <Checkbox
          label={
            preview.taken.count === 1
              ? 'Put the meeting that is on those days under Unscheduled first'
              : `Put the ${preview.taken.count} meetings that are on those days under Unscheduled first`
          }
          hint={
            preview.taken.areUntouched
              ? 'They are as the framework put them there. Its breaks and team sessions go, where the days bring their own. Undo puts all of it back.'
              : 'What is pinned stays. Nothing is lost, and Undo puts them back.'
          }
          isChecked={run.clearsDays}
          onChange={run.setClearsDays}
        />
      )}
      {isAboutChildren && <AboutChildren areCoded={areCoded} count={run.chosen.size} />}
      <BadRows rows={parts.bad} labels={labels} showing={showing} isPasted={preview.isPasted} />
      <DuplicateRows rows={findRows(parts.duplicates, rowText, search)} run={run} showing={showing} />
      {isAboutChildren && <ChosenChildren run={run} preview={preview} />}
      {parts.ready.length > 0 && (
        <Section
          title={isAboutChildren ? 'The list' : 'Ready'}
          fact={`${run.chosen.size} of ${parts.ready.length} ticked`}
          level={3}
        >
          {parts.ready.length > 8 && (
            <div className="import-find">
              <SearchBox label={targetWords[target].filter} value={search} onChange={setSearch} />
            </div>
          )}
          <DataTable
            label={isAboutChildren ? 'Children in the list' : 'Rows that are ready'}
            rows={ready}
            rowKey={(row) => String(row.rowNumber)}
            ticked={new Set([...run.chosen].map(String))}
            onTick={tick}
            tickLabel={(row) => `Tick ${rowName(row, showing)}`}
            empty={
              <EmptyState title="No row matches" inline>
                Try fewer letters of the name, or another column’s words.
              </EmptyState>
            }
            columns={[
              preview.grid ? cellColumn(preview.grid) : rowNumberColumn,
              ...valueColumns(parts.ready, showing),
              ...remarksColumn(parts.ready, labels, showing),
            ]}
          />
        </Section>
      )}
    </div>
  );
}

/** More than are ever tracked; a slip with the box that ticks all. */
const manyChildren = 20;

function AboutChildren({ areCoded, count }: { readonly areCoded: boolean; readonly count: number }) {
  return (
    <>
      <Banner
        tone="info"
        title={
          areCoded ? 'Names are shown as initials.' : 'Names are shown here because choosing needs them.'
        }
      >
        Only the children you tick are kept, with the columns you matched. They become Child A, Child B and on
        in the order you tick them. The rest of the list is forgotten when this closes, unless you keep the
        whole list to check it and to choose from.
      </Banner>
      {count > manyChildren && (
        <Banner tone="warn" role="status" title={`${count} children are ticked.`}>
          Keep only those whom the team has chosen to follow.
        </Banner>
      )}
    </>
  );
}

function Counts({
  parts,
  blankRows,
  target,
}: {
  readonly parts: ReturnType<typeof partRows>;
  readonly blankRows: number;
  readonly target: ImportTarget;
}) {
  const { bad, duplicates, ready } = parts;
  return (
    <p className="import-counts" role="status">
      <StatusMark status={ready.length > 0 ? 'ok' : 'none'}>{ready.length} ready</StatusMark>
      {bad.length > 0 && <StatusMark status="bad">{bad.length} cannot be imported</StatusMark>}
      {duplicates.length > 0 && target === 'actions' && (
        <StatusMark status="ok">{duplicates.length} here already</StatusMark>
      )}
      {duplicates.length > 0 && target !== 'actions' && (
        <StatusMark status="warn">{counted(duplicates.length, 'duplicate')}</StatusMark>
      )}
      {blankRows > 0 && (
        <StatusMark status="not-applicable">
          {blankRows} blank {blankRows === 1 ? 'row' : 'rows'} skipped
        </StatusMark>
      )}
    </p>
  );
}
