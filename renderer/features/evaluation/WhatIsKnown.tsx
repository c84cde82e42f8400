import type { Criterion } from '../../../shared/domain/engagement.ts';
import { contributionStateLabels, contributorGroupLabels } from '../../../shared/domain/evaluation.ts';
import { feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Section } from '../../ui/Section.tsx';

/** What inspectors and partners said, what was contributed and which documents are held under a criterion. */
export function WhatIsKnown({
  criterion,
  view,
}: {
  readonly criterion: Criterion;
  readonly view: EvaluationView;
}) {
  const { data } = useStore();
  const names = useNames();
  const heard = (data.feedback?.entries ?? []).filter((entry) => entry.criterionId === criterion.id);
  const comments = view.contributions.filter((one) => one.criterionId === criterion.id);
  const ids = new Set(
    data.evidence?.links.filter((link) => link.criterionId === criterion.id).map((link) => link.evidenceId),
  );
  const documents = (data.evidence?.items ?? []).filter((item) => ids.has(item.id));
  const lines = [
    ...heard.map((entry) => ({
      id: entry.id,
      what: feedbackKindLabels[entry.kind],
      words: entry.text,
      by: entry.saidBy,
    })),
    ...comments.map((one) => ({
      id: one.id,
      what: `${contributorGroupLabels[one.group]}, ${contributionStateLabels[one.state].toLowerCase()}`,
      words: one.text,
      by: one.saidBy,
    })),
    ...documents.map((item) => ({ id: item.id, what: 'Document', words: item.title, by: item.from })),
  ];
  return (
    <Section title="What there is to go by" fact={String(lines.length)} level={3}>
      {lines.length === 0 ? (
        <p className="text-3">No feedback, contribution or document stands under it yet.</p>
      ) : (
        <ul className="evaluation-known">
          {lines.map(({ id, what, words, by }) => (
            <li key={id}>
              <span className="type-small text-2">{[what, by].filter(Boolean).join('. ')}</span>
              <span>{names.withoutNames(words)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
