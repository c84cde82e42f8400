import { useEffect, useRef } from 'react';
import { sentenceFor } from '../../../shared/errors.ts';
import type { ImportPreview, ImportTarget } from '../../../shared/ipc/imports.ts';
import { usePendingNotes } from '../../people/usePendingNotes.ts';
import { useStore } from '../../state/store.ts';
import type { ImportStart } from '../../state/store-types.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { GridStep } from './GridStep.tsx';
import { countedRows, seenWords, targetWords } from './import-words.ts';
import { MatchStep } from './MatchStep.tsx';
import { PasteStep } from './PasteStep.tsx';
import { StepList } from './StepList.tsx';
import { type Decision, type Import, useImport } from './useImport.ts';

/** From a spreadsheet or a pasted text to rows in the engagement, shown at each step before anything is written. */
export function ImportWizard({ start }: { readonly start: ImportStart }) {
  const run = useImport(start);
  const hasStarted = useRef(false);
  const { chooseFile } = run;

  useEffect(() => {
    if (hasStarted.current || start.isPaste) return;
    hasStarted.current = true;
    void chooseFile(start.token);
  }, [start, chooseFile]);

  return (
    <Dialog
      isOpen
      onClose={run.close}
      title={start.isPaste ? 'Paste people from an e-mail' : targetWords[start.target].title}
      fact={run.preview && !run.preview.isPasted ? run.preview.fileName : undefined}
      size="wide"
      onSubmit={() => (run.step === 'done' ? run.close() : submit(run))}
      note={
        run.step === 'done'
          ? undefined
          : 'Nothing is written until the last step, and Undo takes it all back.'
      }
      foot={<Foot run={run} onClose={run.close} />}
    >
      {run.step !== 'done' && (
        <StepList step={run.step} isPaste={start.isPaste ?? false} isGrid={run.preview?.grid != null} />
      )}
      {run.failure && (
        <div className="import-failure">
          <Banner tone="bad" role="alert">
            {sentenceFor(run.failure)}
          </Banner>
        </div>
      )}
      {run.step === 'choose' && <ChooseStep run={run} />}
      {run.step === 'paste' && <PasteStep run={run} />}
      {run.step === 'match' && run.preview && !run.preview.grid && (
        <MatchStep run={run} preview={run.preview} />
      )}
      {run.step === 'match' && run.preview?.grid && (
        <GridStep run={run} preview={run.preview} grid={run.preview.grid} />
      )}
      {run.step === 'check' && run.preview && <CheckStep run={run} preview={run.preview} />}
      {run.step === 'done' && run.preview && run.result && (
        <DoneStep preview={run.preview} result={run.result} />
      )}
    </Dialog>
  );
}

/** What has to be done before the rows are looked at; null when nothing has. */
function whyNotYet({ hasSeenUnread }: Import, { missing, grid }: ImportPreview): string | null {
  if (grid && grid.unread.length > 0 && !hasSeenUnread) return 'Say that you have looked at what is left out';
  return missing.length > 0 ? 'Match the column that is needed first' : null;
}

/** Enter and Ctrl Enter do what the primary button does. */
function submit(run: Import): void {
  if (run.isBusy) return;
  if (run.step === 'paste' && run.text.trim() !== '') void run.readText();
  if (run.step === 'match' && run.preview && whyNotYet(run, run.preview) === null) run.setStep('check');
  if (run.step === 'check' && importCount(run) > 0) void run.confirm();
}

function importLabel(target: ImportTarget, { chosen, decisions }: Import): string {
  const decided = (decision: Decision) => [...decisions.values()].filter((own) => own === decision).length;
  const added = chosen.size + decided('add');
  const merged = decided('merge');
  const verb = target === 'children' ? 'Track' : 'Import';
  if (added + merged === 0) return `${verb} ${targetWords[target].many}`;
  const { merge } = seenWords(target);
  if (added === 0) return `${merge} ${countedRows(merged, target)}`;
  return `${verb} ${countedRows(added, target)}${merged > 0 ? `, ${merge.toLowerCase()} ${merged}` : ''}`;
}

function importCount({ chosen, decisions }: Import): number {
  return chosen.size + [...decisions.values()].filter((decision) => decision !== 'leave').length;
}

function DoneFoot({
  target,
  onClose,
}: {
  readonly target: ImportTarget | undefined;
  readonly onClose: () => void;
}) {
  const goTo = useStore((state) => state.goTo);
  const openAvailability = useStore((state) => state.openAvailability);
  const pending = usePendingNotes().length;
  return (
    <>
      {target === 'people' && pending > 0 && (
        <Button
          onClick={() => {
            onClose();
            openAvailability({ kind: 'notes' });
          }}
        >
          Check the availability notes...
        </Button>
      )}
      {target === 'meetings' && (
        <Button
          onClick={() => {
            onClose();
            goTo({ name: 'timetable' });
          }}
        >
          Open the timetable
        </Button>
      )}
      <Button kind="primary" type="submit">
        Close
      </Button>
    </>
  );
}

function Foot({ run, onClose }: { readonly run: Import; readonly onClose: () => void }) {
  const { step, preview, isBusy } = run;
  if (step === 'done') return <DoneFoot target={preview?.target} onClose={onClose} />;
  const count = importCount(run);
  const isPasted = preview?.isPasted ?? false;
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      {step === 'paste' && (
        <Button
          type="submit"
          kind="primary"
          unavailable={run.text.trim() === '' && 'Paste some names first'}
          hideReason
        >
          Read the names
        </Button>
      )}
      {step === 'match' && preview && (
        <>
          <Button onClick={() => void run.chooseFile()}>Choose another file...</Button>
          <Button
            type="submit"
            kind="primary"
            unavailable={whyNotYet(run, preview)}
            hideReason={!preview.grid}
          >
            {preview.grid ? 'Check the meetings' : 'Check the rows'}
          </Button>
        </>
      )}
      {step === 'check' && preview && (
        <>
          {preview.target === 'children' && (
            <Button onClick={() => void run.keepList()}>Keep the whole list</Button>
          )}
          <Button onClick={() => run.setStep(isPasted ? 'paste' : 'match')}>Back</Button>
          <Button
            type="submit"
            kind="primary"
            unavailable={isBusy ? 'Importing' : count === 0 && 'Choose at least one row'}
            hideReason={isBusy}
          >
            {importLabel(preview.target, run)}
          </Button>
        </>
      )}
    </>
  );
}
