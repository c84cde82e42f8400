import { ListChecks } from 'lucide-react';
import type { CohortView } from '../../../shared/ipc/cohort.ts';
import { Banner } from '../../ui/Banner.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** What the published checks found in the list. */
export function CohortChecks({ findings }: { readonly findings: CohortView['findings'] }) {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return (
    <>
      {findings.length > 0 && (
        <Banner
          tone="info"
          icon={ListChecks}
          title={`${errors} errors and ${findings.length - errors} to look at`}
        >
          The published checks of the Annex A lists. Mend them in the spreadsheet before it is submitted.
        </Banner>
      )}
      <DataTable
        label="What the checks found"
        rows={findings.map((finding, at) => ({ ...finding, at: String(at) }))}
        rowKey={(finding) => finding.at}
        groupOf={(finding) => ({ id: finding.rule, title: finding.rule })}
        empty={
          <EmptyState inline title="The checks found nothing">
            Only the columns that the list has were checked.
          </EmptyState>
        }
        columns={[
          { id: 'row', head: 'Row', number: true, width: '4rem', cell: (finding) => finding.rowNumber },
          {
            id: 'severity',
            head: 'Kind',
            width: '8rem',
            cell: (finding) => (
              <StatusMark status={finding.severity === 'error' ? 'bad' : 'warn'}>
                {finding.severity === 'error' ? 'Error' : 'Look at it'}
              </StatusMark>
            ),
          },
          { id: 'sentence', head: 'What to mend', name: true, cell: (finding) => finding.sentence },
        ]}
      />
    </>
  );
}
