import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classNames } from '../../ui/class-names.ts';
import type { ImportStep } from './useImport.ts';

const fileSteps: readonly (readonly [ImportStep, string])[] = [
  ['choose', 'Choose a file'],
  ['match', 'Match columns'],
  ['check', 'Check rows'],
];
const gridSteps: readonly (readonly [ImportStep, string])[] = [
  ['choose', 'Choose a file'],
  ['match', 'Look at the grid'],
  ['check', 'Check meetings'],
];
const pasteSteps: readonly (readonly [ImportStep, string])[] = [
  ['paste', 'Paste the names'],
  ['check', 'Check rows'],
];

/** Where the import has got to; each new step takes the focus, so that it is said aloud. */
export function StepList({
  step,
  isPaste,
  isGrid,
}: {
  readonly step: ImportStep;
  readonly isPaste: boolean;
  readonly isGrid: boolean;
}) {
  const steps = isPaste ? pasteSteps : isGrid ? gridSteps : fileSteps;
  const at = steps.findIndex(([own]) => own === step);
  const current = useRef<HTMLLIElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    current.current?.focus();
  }, [step]);
  return (
    <ol className="import-steps">
      {steps.map(([own, label], index) => (
        <li
          key={own}
          ref={index === at ? current : undefined}
          tabIndex={-1}
          className={classNames(
            'import-step',
            index < at && 'import-step-past',
            index === at && 'import-step-now',
          )}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="import-step-mark" aria-hidden>
            {index < at ? <Check /> : index + 1}
          </span>
          {label}
          {index < at && <span className="visually-hidden">, done</span>}
        </li>
      ))}
    </ol>
  );
}
