import { useState } from 'react';
import { type Hearing, usualAudiences } from '../../../shared/domain/feedback.ts';
import { type IsoDate, today as todayAt } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Says which audience heard the final feedback, when, and who was there. */
export function HearingDialog({
  hearing,
  onClose,
}: {
  readonly hearing: Hearing | null;
  readonly onClose: () => void;
}) {
  const { failure, save } = useSaving();
  const site = useStore((state) => state.data.engagement?.phases.find((phase) => phase.isOnSite));
  const today = todayAt(useNow());
  const [audience, setAudience] = useState<string>(hearing?.audience ?? '');
  const [on, setOn] = useState<IsoDate | null>(hearing?.on ?? site?.to ?? today);
  const [present, setPresent] = useState((hearing?.present ?? []).join('\n'));
  const [note, setNote] = useState(hearing?.note ?? '');
  const [isTried, setTried] = useState(false);

  async function submit() {
    setTried(true);
    if (audience.trim() === '' || on === null) return;
    const lines = present
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean);
    const fields = { audience: audience.trim(), on, present: [...new Set(lines)], note };
    if (await save('after:saveHearing', { ...fields, id: hearing?.id ?? null })) onClose();
  }

  async function remove() {
    if (hearing && (await save('after:removeHearing', { id: hearing.id }))) onClose();
  }

  return (
    <FormDialog
      title={hearing ? 'Final feedback' : 'Add audience'}
      saveLabel={hearing ? 'Save' : 'Add audience'}
      problem={failure && sentenceFor(failure)}
      onRemove={hearing && (() => void remove())}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <div className="form-grid">
        <SuggestField
          label="Audience"
          value={audience}
          maxLength={120}
          error={isTried && audience.trim() === '' ? 'Say who heard it.' : null}
          suggestions={usualAudiences.map((value) => ({ value }))}
          onChange={setAudience}
        />
        <DayField
          label="On"
          value={on}
          error={isTried && on === null ? 'Enter the day.' : null}
          onChange={setOn}
        />
      </div>
      <TextArea
        label="Who was there"
        optional
        hint="One to a line, by role. It is kept apart from what was said, so that nothing can be traced to one of them, and never goes out to others."
        rows={4}
        value={present}
        onChange={setPresent}
      />
      <TextField label="Note" optional maxLength={1000} value={note} onChange={setNote} />
    </FormDialog>
  );
}
