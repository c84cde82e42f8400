import { FileDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { feedbackKindLabels, type Hearing } from '../../../shared/domain/feedback.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import type { AfterView } from '../../../shared/ipc/after.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { HearingDialog } from './HearingDialog.tsx';

/** The final feedback as each audience heard it; who was there stands apart from what was said. */
export function HearingList({ view }: { readonly view: AfterView }) {
  const [editing, setEditing] = useState<Hearing | 'new' | null>(null);
  const { hearings } = view;
  const add = (
    <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
      Add audience...
    </Button>
  );
  return (
    <>
      {hearings.length === 0 ? (
        <EmptyState title="No final feedback yet" action={add}>
          At the end the same is said to several audiences: the LANO, the Director of Children’s Services and
          elected members, the ICB, the Parent Carer Forum. Write down what each was told, under embargo until
          publication.
        </EmptyState>
      ) : (
        <div className="row after-actions">
          {add}
          <ExportMenu />
        </div>
      )}
      {hearings.map((hearing) => (
        <HearingPart key={hearing.id} hearing={hearing} onEdit={() => setEditing(hearing)} />
      ))}
      {editing && (
        <HearingDialog hearing={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function ExportMenu() {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const entry = (audience: 'ourselves' | 'partners', format: 'pdf' | 'docx') => ({
    id: `${audience}-${format}`,
    label: format === 'pdf' ? 'PDF...' : 'Word document...',
    icon: FileDown,
    onPress: () =>
      void act('after:exportFinalFeedback', { audience, format }).then((done) => {
        if (done?.saved) showDone('Saved the final feedback');
      }),
  });
  return (
    <MenuButton
      label="Export"
      icon={FileDown}
      size="small"
      groups={[
        {
          title: 'For others, without what is under embargo',
          entries: [entry('partners', 'pdf'), entry('partners', 'docx')],
        },
        {
          title: 'For ourselves, everything',
          entries: [entry('ourselves', 'pdf'), entry('ourselves', 'docx')],
        },
      ]}
    />
  );
}

function HearingPart({ hearing, onEdit }: { readonly hearing: Hearing; readonly onEdit: () => void }) {
  const feedback = useStore((state) => state.data.feedback);
  const openCapture = useStore((state) => state.openCapture);
  const names = useNames();
  const said = (feedback?.entries ?? []).filter((entry) => entry.hearingId === hearing.id);
  const held = said.filter((entry) => entry.isEmbargoed).length;
  return (
    <Section
      title={names.withoutNames(hearing.audience)}
      fact={formatDayLong(hearing.on)}
      action={
        <span className="row">
          <Button size="small" onClick={() => openCapture({ hearingId: hearing.id })}>
            Log what was said...
          </Button>
          <Button size="small" kind="quiet" onClick={onEdit}>
            Who was there...
          </Button>
        </span>
      }
    >
      {held > 0 && (
        <StatusMark status="held" size="small">
          {held === said.length ? 'All of it under embargo' : `${held} of ${said.length} under embargo`}
        </StatusMark>
      )}
      {said.length === 0 ? (
        <p className="text-3">Nothing is written down yet.</p>
      ) : (
        <ul className="after-said">
          {said.toReversed().map((entry) => (
            <li key={entry.id}>
              <span className="type-small text-2">{feedbackKindLabels[entry.kind]}</span>
              <span>{names.withoutNames(entry.text)}</span>
            </li>
          ))}
        </ul>
      )}
      {hearing.note && <p className="text-2">{names.withoutNames(hearing.note)}</p>}
    </Section>
  );
}
