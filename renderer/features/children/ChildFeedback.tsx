import { MessageSquarePlus } from 'lucide-react';
import { type FeedbackEntry, feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { FirstFew } from '../../ui/FirstFew.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';

const fewEntries = 3;

/** What was said about a child, the newest first; each opens in the log. */
export function ChildFeedback({ childId }: { readonly childId: string }) {
  const all = useStore((state) => state.data.feedback?.entries);
  const openCapture = useStore((state) => state.openCapture);
  const entries = (all ?? [])
    .filter((entry) => entry.childId === childId)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Section
      title="Feedback"
      fact={entries.length > 0 ? String(entries.length) : undefined}
      ruled
      action={
        <LinkButton icon={MessageSquarePlus} onClick={() => openCapture({ childId })}>
          Log...
        </LinkButton>
      }
    >
      {entries.length === 0 ? (
        <p className="text-3">Nothing about this child is logged yet</p>
      ) : (
        <FirstFew
          items={entries}
          few={entries.slice(0, fewEntries)}
          what="entries"
          className="child-feedback"
          itemKey={({ id }) => id}
        >
          {(entry) => <EntryLine entry={entry} />}
        </FirstFew>
      )}
    </Section>
  );
}

function EntryLine({ entry }: { readonly entry: FeedbackEntry }) {
  const goTo = useStore((state) => state.goTo);
  const clock = useStore((state) => state.settings.clock);
  const names = useNames();
  const facts = [entry.saidBy, formatInstantShort(entry.at, clock), entry.isEmbargoed && 'embargoed'];
  return (
    <button
      type="button"
      className="child-feedback-entry"
      onClick={() => goTo({ name: 'feedback', feedbackId: entry.id })}
    >
      <span className="type-name">{feedbackKindLabels[entry.kind]}</span>
      <span className="child-feedback-text">{names.withoutNames(entry.text)}</span>
      <span className="type-small text-3">{facts.filter(Boolean).join(', ')}</span>
    </button>
  );
}
