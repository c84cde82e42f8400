import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import type { Finding } from '../../../shared/domain/plan.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { DayField } from '../../people/DayField.tsx';
import { DocumentField, useDocumentTitle } from '../../people/DocumentField.tsx';
import { useNames } from '../../people/useNames.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** What has become of a finding, by date and with what shows it; each line is kept at once. */
export function FindingProgressList({
  findingId,
  view,
  today,
}: {
  readonly findingId: Finding['id'];
  readonly view: PlanView;
  readonly today: IsoDate;
}) {
  const names = useNames();
  const documentTitle = useDocumentTitle();
  const { failure, save } = useSaving();
  const [on, setOn] = useState<IsoDate | null>(today);
  const [text, setText] = useState('');
  const [documentId, setDocumentId] = useState<EvidenceId | null>(null);
  const own = view.findingProgress.filter((one) => one.findingId === findingId);

  async function add() {
    if (on === null || text.trim() === '') return;
    if (!(await save('plan:saveFindingProgress', { id: null, findingId, on, text, documentId }))) return;
    setText('');
    setDocumentId(null);
  }

  return (
    <Section title="Progress" fact={own.length === 1 ? '1 entry' : `${own.length} entries`} level={3}>
      <TextField
        label="What has become of it"
        optional
        value={text}
        maxLength={2000}
        error={failure && sentenceFor(failure)}
        onChange={setText}
      />
      <div className="form-grid">
        <DayField label="Since" optional value={on} onChange={setOn} />
        <DocumentField label="What shows it" optional value={documentId} onChange={setDocumentId} />
      </div>
      <div>
        <Button
          unavailable={(on === null || text.trim() === '') && 'Write what has become of it, and since when'}
          onClick={() => void add()}
        >
          Add progress
        </Button>
      </div>
      <ul className="plan-progress">
        {own.map((one) => (
          <li key={one.id} className="survey-line">
            <span>
              {names.withoutNames(one.text)}
              <span className="table-second">
                {[formatDayLong(one.on), documentTitle(one.documentId)].filter(Boolean).join(', ')}
              </span>
            </span>
            <IconButton
              icon={Trash2}
              size="small"
              label={`Remove the progress of ${formatDayLong(one.on)}`}
              onClick={() => void save('plan:removeFindingProgress', { id: one.id })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
