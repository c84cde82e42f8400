import { useState } from 'react';
import { formatDayLong, formatDayShort, parseDate } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { DatedPhase, EngagementView } from '../../../shared/ipc/engagement.ts';
import { useStore } from '../../state/store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Source } from './Source.tsx';

/** The phases with their dates, each date's working, and where it comes from. */
export function PhaseList({ view }: { readonly view: EngagementView }) {
  const [editing, setEditing] = useState<DatedPhase | null>(null);
  return (
    <Section title="Phases" fact="press one to change it or to set its dates by hand">
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
      {editing && <PhaseDialog phase={editing} onClose={() => setEditing(null)} />}
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

function PhaseDialog({ phase, onClose }: { readonly phase: DatedPhase; readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const [draft, setDraft] = useState(phase);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    const { id, title, summary, fromDate, toDate } = draft;
    let isSaved = true;
    await act('engagement:editPhase', { id, title, summary, fromDate, toDate }, (failure) => {
      isSaved = false;
      setProblem(sentenceFor(failure));
    });
    if (isSaved) onClose();
  }

  return (
    <FormDialog
      title={phase.title}
      fact={phase.working}
      problem={problem}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField label="Phase" value={draft.title} onChange={(title) => setDraft({ ...draft, title })} />
      <div className="form-grid">
        <DateField
          label="First day, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.fromDate}
          onChange={(fromDate) => setDraft({ ...draft, fromDate })}
          parse={parseDate}
          format={formatDayLong}
        />
        <DateField
          label="Last day, set by hand"
          hint="Left empty, it is counted."
          optional
          value={draft.toDate}
          onChange={(toDate) => setDraft({ ...draft, toDate })}
          parse={parseDate}
          format={formatDayLong}
        />
      </div>
      <TextField
        label="What happens"
        value={draft.summary}
        onChange={(summary) => setDraft({ ...draft, summary })}
      />
    </FormDialog>
  );
}
