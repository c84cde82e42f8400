import { useState } from 'react';
import type { PaperFormat } from '../../../shared/domain/paper-format.ts';
import { today as dayOf, type IsoDate } from '../../../shared/domain/time.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

type Audience = ChannelInput<'feedback:saveKeepInTouch'>['audience'];

/** Writes the note of a day's keep-in-touch from the log, or the agenda to go through in it. */
export function KeepInTouchDialog({
  today,
  onClose,
}: {
  readonly today: IsoDate;
  readonly onClose: () => void;
}) {
  const feedback = useStore((state) => state.data.feedback);
  const showDone = useStore((state) => state.showDone);
  const { failure, save } = useSaving();
  const entries = feedback?.entries ?? [];
  const newest = entries[0] ? dayOf(entries[0].at) : today;
  const [day, setDay] = useState<IsoDate | null>(newest);
  const [audience, setAudience] = useState<Audience>('ourselves');
  const [format, setFormat] = useState<PaperFormat>('docx');
  const [isTried, setTried] = useState(false);
  const own = entries.filter((entry) => dayOf(entry.at) === day);
  const held = own.filter((entry) => entry.isEmbargoed).length;

  async function submit() {
    setTried(true);
    if (day === null) return;
    const done = await save('feedback:saveKeepInTouch', { day, audience, format });
    if (!done?.value.saved) return;
    showDone(audience === 'team' ? 'Saved the keep-in-touch agenda' : 'Saved the keep-in-touch note');
    onClose();
  }

  return (
    <FormDialog
      size="small"
      title="Keep-in-touch note"
      fact={own.length === 1 ? '1 entry that day' : `${own.length} entries that day`}
      saveLabel={audience === 'team' ? 'Save agenda...' : 'Save note...'}
      problem={failure && sentenceFor(failure)}
      onSave={() => void submit()}
      onClose={onClose}
    >
      <DayField
        label="Day"
        value={day}
        error={isTried && day === null ? 'Enter the day.' : null}
        onChange={setDay}
      />
      <RadioGroup
        label="For"
        value={audience}
        options={[
          {
            value: 'ourselves',
            label: 'Ourselves',
            hint: 'Everything that was logged, marked as not to be shared',
          },
          {
            value: 'partners',
            label: 'Partners',
            hint: `Nothing under embargo: ${held === 1 ? '1 entry stays out' : `${held} entries stay out`}`,
          },
          {
            value: 'team',
            label: 'The lead of the team: an agenda',
            hint: 'What was answered, what waits, the children by code, and the next day; nothing that was logged',
          },
        ]}
        onChange={(chosen) => {
          setAudience(chosen);
          if (chosen === 'team') setDay(today);
        }}
      />
      <RadioGroup
        label="As"
        across
        value={format}
        options={[
          { value: 'docx', label: 'Word document' },
          { value: 'pdf', label: 'PDF' },
        ]}
        onChange={setFormat}
      />
      {audience !== 'team' && (
        <p className="text-3">
          It says what was heard and by which role, what we will do, which requests wait, and who meets whom
          the next day. Attendance lists stay apart, so that nothing said can be laid at one person’s door.
        </p>
      )}
    </FormDialog>
  );
}
