import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Lesson, lessonKindLabels } from '../../../shared/domain/lesson.ts';
import type { AfterView } from '../../../shared/ipc/after.ts';
import { useNames } from '../../people/useNames.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { LessonDialog } from './LessonDialog.tsx';

/** What worked and what to change, by area; those brought along from last time say so. */
export function LessonList({ view }: { readonly view: AfterView }) {
  const names = useNames();
  const [editing, setEditing] = useState<Lesson | 'new' | null>(null);
  return (
    <Section
      title="Lessons for next time"
      fact="they go along in the template, without names"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add lesson...
        </Button>
      }
    >
      <DataTable
        label="Lessons"
        rows={view.lessons}
        rowKey={({ id }) => id}
        groupOf={({ area }) => ({ id: area, title: area || 'In general' })}
        onOpen={setEditing}
        empty={
          <EmptyState title="No lesson yet" inline>
            Write down what worked and what to change while it is fresh. The next engagement can start from
            it.
          </EmptyState>
        }
        columns={[
          { id: 'text', head: 'What', name: true, cell: ({ text }) => names.withoutNames(text) },
          { id: 'kind', head: 'Kind', width: '9rem', cell: ({ kind }) => lessonKindLabels[kind] },
          {
            id: 'from',
            head: 'From',
            width: '9rem',
            cell: ({ isEarlier }) => (isEarlier ? 'Last time' : 'This time'),
          },
        ]}
      />
      {editing && (
        <LessonDialog lesson={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
