import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ChecklistTemplate } from '../../../shared/domain/child.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import type { EngagementView } from '../../../shared/ipc/engagement.ts';
import { Source } from '../../people/Source.tsx';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Draft = Omit<ChecklistTemplate, 'id' | 'position' | 'source' | 'isVerified'> & {
  readonly id: ChecklistTemplate['id'] | null;
};

const blank: Draft = { id: null, group: '', title: '', ownerSector: null, dueInWorkingDays: 2 };

/** What every newly tracked child's checklist begins with. */
export function ChecklistTemplates({ view }: { readonly view: EngagementView }) {
  const act = useStore((state) => state.act);
  const [editing, setEditing] = useState<Draft | null>(null);
  return (
    <Section
      title="Each child’s checklist begins with"
      fact="changes reach children added from now on"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing(blank)}>
          Add item...
        </Button>
      }
    >
      <DataTable
        label="Checklist for each child"
        rows={view.checklistTemplates}
        rowKey={(item) => item.id}
        groupOf={(item) => ({ id: item.group, title: item.group })}
        onOpen={setEditing}
        empty={
          <EmptyState title="No items yet" inline>
            Add the documents that every tracked child’s file should have.
          </EmptyState>
        }
        columns={[
          { id: 'title', head: 'Document', name: true, cell: (item) => item.title },
          {
            id: 'owner',
            head: 'From',
            cell: (item) => (item.ownerSector ? SECTOR_LABELS[item.ownerSector] : ''),
          },
          {
            id: 'due',
            head: 'Due',
            cell: (item) =>
              `${item.dueInWorkingDays} working ${item.dueInWorkingDays === 1 ? 'day' : 'days'} after the child is chosen`,
          },
          { id: 'source', head: 'Source', cell: (item) => <Source {...item} /> },
          {
            id: 'actions',
            head: 'Remove',
            headHidden: true,
            actions: true,
            cell: (item) => (
              <IconButton
                icon={Trash2}
                size="small"
                label={`Remove ${item.title}`}
                onClick={() => void act('engagement:removeChecklistTemplate', { id: item.id })}
              />
            ),
          },
        ]}
      />
      {editing && <TemplateDialog draft={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function TemplateDialog({ draft: start, onClose }: { readonly draft: Draft; readonly onClose: () => void }) {
  const act = useStore((state) => state.act);
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    if (draft.title.trim() === '') return setProblem('Enter the document.');
    const { id, group, title, ownerSector, dueInWorkingDays } = draft;
    await act('engagement:saveChecklistTemplate', {
      id,
      group,
      title: title.trim(),
      ownerSector,
      dueInWorkingDays,
    });
    onClose();
  }

  return (
    <FormDialog
      title={draft.id ? 'Change the item' : 'Add item'}
      size="small"
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label="Document"
        value={draft.title}
        error={problem}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <TextField
        label="Group"
        optional
        value={draft.group}
        onChange={(group) => setDraft({ ...draft, group })}
      />
      <div className="form-grid">
        <Select
          label="From"
          value={draft.ownerSector ?? ''}
          options={[
            { value: '', label: 'Nobody in particular' },
            ...SECTORS.map((sector) => ({ value: sector, label: SECTOR_LABELS[sector] })),
          ]}
          onChange={(sector) =>
            setDraft({ ...draft, ownerSector: SECTORS.find((one) => one === sector) ?? null })
          }
        />
        <NumberField
          label="Due, in working days"
          value={draft.dueInWorkingDays}
          onChange={(days) => setDraft({ ...draft, dueInWorkingDays: days ?? 0 })}
          max={250}
        />
      </div>
    </FormDialog>
  );
}
