import { useState } from 'react';
import { frameworks } from '../../../shared/domain/frameworks.ts';
import { anchorWarnings, phasesFor } from '../../../shared/domain/schedule.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDayShort } from '../../../shared/domain/time-words.ts';
import { workCalendar } from '../../../shared/domain/working-days.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ChosenTemplate } from '../../../shared/ipc/vault.ts';
import { DayField } from '../../people/DayField.tsx';
import { useStore } from '../../state/store.ts';
import { useStrength } from '../../state/useStrength.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Select } from '../../ui/Select.tsx';
import { StrengthMeter } from '../../ui/StrengthMeter.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LastTime } from './LastTime.tsx';

/** Starts an engagement: its kind, its one date, and the passphrase its file is kept under. */
export function NewEngagementDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const readVault = useStore((state) => state.readVault);
  const [frameworkId, setFrameworkId] = useState(frameworks[0]?.id ?? '');
  const [council, setCouncil] = useState('');
  const [title, setTitle] = useState('');
  const [template, setTemplate] = useState<ChosenTemplate | null>(null);
  const [anchorDate, setAnchorDate] = useState<IsoDate | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const strength = useStrength(passphrase);
  const [problems, setProblems] = useState<
    readonly { readonly fieldId?: string; readonly message: string }[]
  >([]);
  const framework = frameworks.find((one) => one.id === frameworkId);
  const suggested = `${council.trim()} ${framework?.name ?? ''}`.trim();

  async function create() {
    const found = [
      ...(council.trim() === '' ? [{ fieldId: 'new-council', message: 'Enter the council or area.' }] : []),
      ...(strength.score < 3
        ? [{ fieldId: 'new-passphrase', message: 'Choose a passphrase of four or more unrelated words.' }]
        : []),
    ];
    setProblems(found);
    if (found.length > 0) return;
    const answer = await act(
      'vault:createEngagement',
      {
        title: title.trim() || suggested,
        council: council.trim(),
        ...{ frameworkId, anchorDate, passphrase },
        templateToken: template?.token ?? null,
      },
      (failure) => setProblems([{ message: sentenceFor(failure) }]),
    );
    if (answer?.created) {
      onClose();
      await readVault();
    }
  }

  async function chooseTemplate() {
    const chosen = await act('vault:chooseTemplate', {}, (failure) =>
      setProblems([{ message: sentenceFor(failure) }]),
    );
    if (!chosen) return;
    setProblems([]);
    setTemplate(chosen);
    setFrameworkId(chosen.frameworkId);
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="New engagement"
      fact="Everything else is worked out from one date, and can be changed later."
      onSubmit={() => void create()}
      note="Next, choose where to keep the file."
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary">
            Create...
          </Button>
        </>
      }
    >
      <ErrorSummary problems={problems} />
      <div className="stack">
        <Select
          label="Kind"
          value={frameworkId}
          options={frameworks.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(id) => {
            setFrameworkId(id);
            setTemplate(null);
          }}
          hint={framework?.summary}
        />
        <LastTime
          template={template}
          onChoose={() => void chooseTemplate()}
          onDrop={() => setTemplate(null)}
        />
        <div className="form-grid">
          <TextField id="new-council" label="Council or area" value={council} onChange={setCouncil} />
          <DayField
            label={framework?.anchor.label ?? 'Date'}
            hint={framework?.anchor.hint}
            optional
            value={anchorDate}
            onChange={setAnchorDate}
          />
        </div>
        <TextField
          id="new-passphrase"
          label="Passphrase"
          type="password"
          autoComplete="new-password"
          hint="Four or more unrelated words. It can be pasted. Without it, or the recovery sheet, nobody can open the file."
          value={passphrase}
          onChange={setPassphrase}
        />
        {passphrase !== '' && <StrengthMeter {...strength} />}
        <TextField
          label="Title"
          optional
          hint={`Shown in the list of recent files. Left empty it is “${suggested}”.`}
          value={title}
          onChange={setTitle}
        />
        {framework && anchorDate && <DatesPreview framework={framework} anchorDate={anchorDate} />}
      </div>
    </Dialog>
  );
}

function DatesPreview({
  framework,
  anchorDate,
}: {
  readonly framework: (typeof frameworks)[number];
  readonly anchorDate: IsoDate;
}) {
  const calendar = workCalendar();
  const warnings = anchorWarnings(framework, anchorDate, calendar);
  return (
    <div className="start-dates">
      {warnings.map((warning) => (
        <Banner key={warning} tone="warn">
          {warning}
        </Banner>
      ))}
      <ol aria-label="Phases">
        {phasesFor(framework, anchorDate, calendar).map(({ phase, from, to }) => (
          <li key={phase.id}>
            <span className="num text-2">
              {from.date === to.date
                ? formatDayShort(from.date)
                : `${formatDayShort(from.date)} to ${formatDayShort(to.date)}`}
            </span>
            <span>{phase.title}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
