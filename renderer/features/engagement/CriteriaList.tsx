import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { Source } from '../../people/Source.tsx';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Draft = Pick<Criterion, 'code' | 'title' | 'group' | 'kind'> & { readonly id: Criterion['id'] | null };

const kinds: readonly { readonly value: Criterion['kind']; readonly label: string }[] = [
  { value: 'criterion', label: 'Criterion' },
  { value: 'question', label: 'Question' },
  { value: 'line-of-enquiry', label: 'Line of enquiry' },
  { value: 'theme', label: 'Theme' },
];

const wordFor = (kind: Criterion['kind']): string =>
  kinds.find(({ value }) => value === kind)?.label.toLowerCase() ?? '';

/** What the inspection or review asks: evidence and feedback are tied to these. */
export function CriteriaList({ view, title }: { readonly view: EngagementView; readonly title: string }) {
  const act = useStore((state) => state.act);
  const [editing, setEditing] = useState<Draft | null>(null);
  const kind = view.criteria[0]?.kind ?? 'line-of-enquiry';
  const add = (
    <Button
      size="small"
      icon={Plus}
      onClick={() =>
        setEditing({ id: null, code: '', title: '', group: view.criteria[0]?.group ?? '', kind })
      }
    >
      Add {wordFor(kind)}...
    </Button>
  );
  return (
    <Section title={title} action={add}>
      <DataTable
        label={title}
        rows={view.criteria}
        rowKey={(criterion) => criterion.id}
        groupOf={(criterion) => ({ id: criterion.group, title: criterion.group || title })}
        onOpen={setEditing}
        empty={
          <EmptyState title={`No ${title.toLowerCase()} yet`} inline>
            Add what the team will look into, so that evidence and feedback can be tied to it.
          </EmptyState>
        }
        columns={[
          { id: 'code', head: 'Code', width: '4rem', cell: (criterion) => criterion.code },
          { id: 'title', head: 'What it asks', name: true, cell: (criterion) => criterion.title },
          { id: 'source', head: 'Source', cell: (criterion) => <Source {...criterion} /> },
          {
            id: 'actions',
            head: 'Remove',
            headHidden: true,
            actions: true,
            cell: (criterion) => (
              <IconButton
                icon={Trash2}
                size="small"
                label={`Remove ${criterion.title}`}
                onClick={() => void act('engagement:removeCriterion', { id: criterion.id })}
              />
            ),
          },
        ]}
      />
      {editing && <CriterionDialog draft={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function CriterionDialog({ draft: start, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    if (draft.title.trim() === '') return setProblem('Enter what it asks.');
    const { id, code, title, group, kind } = draft;
    await act('engagement:saveCriterion', { id, code, title: title.trim(), group, kind });
    onClose();
  }

  return (
    <FormDialog
      title={`${draft.id ? 'Change' : 'Add'} ${wordFor(start.kind)}`}
      size="small"
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label="What it asks"
        value={draft.title}
        error={problem}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <div className="form-grid">
        <TextField
          label="Code"
          optional
          value={draft.code}
          onChange={(code) => setDraft({ ...draft, code })}
        />
        <Select
          label="Kind"
          value={draft.kind}
          options={kinds}
          onChange={(kind) => setDraft({ ...draft, kind })}
        />
      </div>
      <TextField
        label="Group"
        optional
        value={draft.group}
        onChange={(group) => setDraft({ ...draft, group })}
      />
    </FormDialog>
  );
}
