import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import type { DatedPhase, EngagementView } from '../../../shared/ipc/engagement.ts';
import { Source } from '../../people/Source.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { PhaseDialog } from './PhaseDialog.tsx';

/** The phases with their dates, each date's working, and where it comes from. */
export function PhaseList({ view }: { readonly view: EngagementView }) {
  const [editing, setEditing] = useState<DatedPhase | 'new' | null>(null);
  return (
    <Section
      title="Phases"
      fact="press one to change it or to set its dates by hand"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add phase...
        </Button>
      }
    >
      <DataTable
        label="Phases"
        rows={view.phases}
        rowKey={(phase) => phase.id}
        onOpen={setEditing}
        twoLine
        columns={[
          { id: 'title', head: 'Phase', name: true, cell: (phase) => phase.title },
          { id: 'dates', head: 'Dates', cell: (phase) => <PhaseDates phase={phase} /> },
          {
            id: 'working',
            head: 'How it was counted',
            cell: (phase) => (
              <>
                {phase.working}
                <span className="table-second">{phase.summary}</span>
              </>
            ),
          },
          { id: 'source', head: 'Source', cell: (phase) => <Source {...phase} /> },
        ]}
      />
      {editing && (
        <PhaseDialog
          phase={editing === 'new' ? null : editing}
          anchorLabel={view.anchorLabel}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

function PhaseDates({ phase }: { readonly phase: DatedPhase }) {
  if (!phase.from || !phase.to) return <span className="text-3">Not known yet</span>;
  return (
    <span className="num nowrap">
      {formatDayShort(phase.from)}
      {phase.to !== phase.from && ` to ${formatDayShort(phase.to)}`}
    </span>
  );
}
