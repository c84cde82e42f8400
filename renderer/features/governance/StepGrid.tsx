import { Plus, Trash2 } from 'lucide-react';
import type { SignOffStep } from '../../../shared/domain/governance/sign-off.ts';
import { DayField } from '../../people/DayField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';

const blank: SignOffStep = { title: '', isBody: false, initials: '', on: null };

/** The clearance grid: a line for each who signs, with initials and a date. */
export function StepGrid({
  steps,
  problem,
  onChange,
}: {
  readonly steps: readonly SignOffStep[];
  readonly problem: string | null;
  readonly onChange: (steps: readonly SignOffStep[]) => void;
}) {
  const change = (at: number, patch: Partial<SignOffStep>) =>
    onChange(steps.map((step, other) => (other === at ? { ...step, ...patch } : step)));
  return (
    <fieldset className="step-grid">
      <legend className="label">Who signs, in order</legend>
      {problem && <FieldError message={problem} />}
      {steps.map((step, at) => {
        const called = step.title.trim() || `line ${at + 1}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name while it is being typed
          <div key={at} className="step">
            <TextField
              label="Who"
              value={step.title}
              maxLength={120}
              onChange={(title) => change(at, { title })}
            />
            <TextField
              label="Initials"
              aria-label={`Initials of ${called}`}
              value={step.initials}
              maxLength={12}
              onChange={(initials) => change(at, { initials })}
            />
            <DayField
              label="Date"
              aria-label={`Date of ${called}`}
              value={step.on}
              onChange={(on) => change(at, { on })}
            />
            <Checkbox
              label="Answers jointly"
              aria-label={`${called} answers jointly`}
              isChecked={step.isBody}
              onChange={(isBody) => change(at, { isBody })}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={`Remove ${called}`}
              onClick={() => onChange(steps.filter((_, other) => other !== at))}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="small"
          icon={Plus}
          unavailable={steps.length >= 20 && 'Twenty lines are the most'}
          onClick={() => onChange([...steps, blank])}
        >
          Add line
        </Button>
      </div>
    </fieldset>
  );
}
