import { type ReactNode, useState } from 'react';
import type { BulkPlan } from '../../../shared/domain/bulk-moves.ts';
import { type AppFailure, sentenceFor } from '../../../shared/errors.ts';
import type { MeetingsChanged } from '../../../shared/ipc/timetable.ts';
import { beforeMovingAll } from '../../people/useAttendance.ts';
import { useStore } from '../../state/store.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { doneWords, keptWords } from './bulk-words.ts';
import { LiveClashes } from './LiveClashes.tsx';
import type { Verdict } from './move-check.ts';
import type { Timetable } from './timetable-model.ts';

/** What is sent with the reason, if one is given, and where a failure is to be shown. */
export type Send = (
  override: { readonly overrideReason?: string },
  onFailure: (failure: AppFailure) => void,
) => Promise<MeetingsChanged | null>;

/** A dialog that changes several meetings in one step: its fields, what would come of them, and what stays. */
export function BulkDialog({
  timetable,
  title,
  fact,
  saveLabel,
  size,
  plan,
  verdict,
  nothing,
  send,
  done,
  onClose,
  children,
}: {
  readonly timetable: Timetable;
  readonly title: string;
  readonly fact?: string;
  readonly saveLabel: string;
  readonly size?: 'wide';
  readonly plan: BulkPlan;
  readonly verdict: Verdict;
  /** Said when there is nothing that would change. */
  readonly nothing: string;
  readonly send: Send;
  /** What was done, without a full stop: "Moved 3 meetings". */
  readonly done: (changed: MeetingsChanged) => string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const showDone = useStore((state) => state.showDone);
  const showTimetable = useStore((state) => state.showTimetable);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<AppFailure | null>(null);
  const isBlocked = verdict.refused.length > 0;
  const isEmpty = plan.changes.length === 0;
  const lacksReason = isTried && isBlocked && reason.trim() === '';

  function save() {
    setTried(true);
    setFailure(null);
    if (isEmpty || (isBlocked && reason.trim() === '')) return;
    beforeMovingAll(
      plan.changes.map(({ before }) => before.id),
      () => void write(),
    );
  }

  async function write() {
    const changed = await send(isBlocked ? { overrideReason: reason } : {}, setFailure);
    if (!changed) return;
    showTimetable({ picked: [] });
    showDone(doneWords(timetable, done(changed), changed));
    onClose();
  }

  const problem = failure
    ? timetable.names.withoutNames(sentenceFor(failure))
    : isTried && isEmpty
      ? nothing
      : null;
  return (
    <FormDialog
      title={title}
      fact={fact}
      size={size}
      saveLabel={isBlocked ? `${saveLabel} anyway` : saveLabel}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      {children}
      {plan.kept.length > 0 && (
        <ul className="timetable-kept text-2">
          {keptWords(timetable, plan.kept).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <LiveClashes
        verdict={verdict}
        reason={reason}
        onReason={setReason}
        error={lacksReason ? 'Give a reason, or choose differently.' : null}
      />
    </FormDialog>
  );
}
