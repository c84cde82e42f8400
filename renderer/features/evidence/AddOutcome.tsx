import type { AddedFile } from '../../../shared/ipc/evidence.ts';
import { Banner } from '../../ui/Banner.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { outcomeLines } from './outcome-lines.ts';

/** What became of files that were added, with a reason for each that was not. */
export function AddOutcome({
  files,
  from = '',
  onDismiss,
}: {
  readonly files: readonly AddedFile[];
  /** Where they came from, if not from the user's own hand. */
  readonly from?: string;
  readonly onDismiss: () => void;
}) {
  if (files.length === 0) return null;
  const added = files.filter((file) => file.outcome === 'added').length;
  const known = files.filter((file) => file.outcome === 'already-here').length;
  const refused = files.filter((file) => file.outcome === 'refused').length;
  const told = outcomeLines(files);
  const facts = [
    added > 0 && `${added} added`,
    known > 0 && `${known} here already`,
    refused > 0 && `${refused} not added`,
  ].filter(Boolean);
  return (
    <div className="evidence-outcome">
      <Banner
        tone={refused > 0 ? 'warn' : 'ok'}
        role="status"
        title={`${from}${facts.join(', ')}.`}
        actions={<LinkButton onClick={onDismiss}>Close</LinkButton>}
      >
        {told.length === 0 ? (
          'The files themselves were left where they are.'
        ) : (
          <ul className="evidence-outcome-list">
            {told.map(({ fileName, others, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
              <li key={at}>
                <b>{fileName}</b>
                {others > 0 && ` and ${others} ${others === 1 ? 'other' : 'others'}`}: {reason}
              </li>
            ))}
          </ul>
        )}
      </Banner>
    </div>
  );
}
