import { OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextArea } from '../../ui/TextArea.tsx';
import { ClashLines } from './ClashLines.tsx';
import type { Verdict } from './move-check.ts';

const linesShown = 4;

/** What a form would clash with as it stands, and the reason that is asked for when it is to be saved all the same. */
export function LiveClashes({
  verdict: { refused, kept, warnings },
  reason,
  onReason,
  error,
  children,
}: {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly error: string | null;
  /** A better way out, shown before the reason is asked for. */
  readonly children?: ReactNode;
}) {
  return (
    <div className="timetable-live">
      <div aria-live="polite">
        <ClashLines clashes={[...refused, ...kept]} icon={OctagonAlert} tone="bad" limit={linesShown} />
        <ClashLines clashes={warnings} icon={TriangleAlert} tone="warn" limit={linesShown} />
      </div>
      {children}
      {refused.length > 0 && (
        <TextArea
          label="Why it goes there all the same"
          hint="Kept on record with the clash."
          rows={2}
          maxLength={500}
          value={reason}
          onChange={onReason}
          error={error}
        />
      )}
    </div>
  );
}
