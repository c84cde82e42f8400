import { useState } from 'react';
import type { BackupRule } from '../../../shared/domain/backup.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { NumberField } from '../../ui/NumberField.tsx';

/** How long backups are kept on this computer. */
export function BackupRuleDialog({
  rule,
  onClose,
}: {
  readonly rule: BackupRule;
  readonly onClose: () => void;
}) {
  const act = useStore((state) => state.act);
  const [hours, setHours] = useState<number | null>(rule.hours);
  const [days, setDays] = useState<number | null>(rule.days);
  const [weeks, setWeeks] = useState<number | null>(rule.weeks);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    if (hours === null || days === null || weeks === null || hours < 1 || days < 1) {
      return setProblem('Give whole numbers: at least 1 hour and 1 day.');
    }
    let isRefused = false;
    await act('backups:editRule', { hours, days, weeks }, (failure) => {
      isRefused = true;
      setProblem(sentenceFor(failure));
    });
    if (!isRefused) onClose();
  }

  return (
    <FormDialog
      title="How long backups are kept"
      size="small"
      note="The newest backup is always kept."
      problem={problem}
      onSave={() => void save()}
      onClose={onClose}
    >
      <NumberField
        label="Hours"
        hint="The newest backup of each of so many hours"
        min={1}
        max={48}
        value={hours}
        onChange={setHours}
      />
      <NumberField
        label="Days"
        hint="Then the newest of each of so many days"
        min={1}
        max={60}
        value={days}
        onChange={setDays}
      />
      <NumberField
        label="Weeks"
        hint="Then the newest of each of so many weeks"
        min={0}
        max={104}
        value={weeks}
        onChange={setWeeks}
      />
    </FormDialog>
  );
}
