import type { Criterion } from '../../../shared/domain/engagement.ts';
import { contributionStateLabels, contributorGroupLabels } from '../../../shared/domain/evaluation.ts';
import { feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { findingKindLabels } from '../../../shared/domain/plan.ts';
import { findingStanding, findingStandingLabels } from '../../../shared/domain/review.ts';
import { voiceKindLabels } from '../../../shared/domain/voice.ts';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import type { Views } from '../../state/store-types.ts';
import { Section } from '../../ui/Section.tsx';

/** What is heard, found, contributed and held under a criterion. */
export function WhatIsKnown({
  criterion,
  view,
}: {
  readonly criterion: Criterion;
  readonly view: EvaluationView;
}) {
  const data = useStore((state) => state.data);
  const names = useNames();
  const lines = [
    ...heardLines(data, criterion.id),
    ...foundLines(data, criterion.id),
    ...commentLines(view, criterion.id),
    ...heldLines(data, criterion.id),
  ];
  return (
    <Section title="What there is to go by" fact={String(lines.length)} level={3}>
      {lines.length === 0 ? (
        <p className="text-3">No feedback, finding, contribution or document stands under it yet.</p>
      ) : (
        <ul className="evaluation-known">
          {lines.map(({ id, what, words, by }) => (
            <li key={id}>
              <span className="type-small text-2">
                {names.withoutNames([what, ...by].filter(Boolean).join('. '))}
              </span>
              <span>{names.withoutNames(words)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Known = {
  readonly id: string;
  readonly what: string;
  readonly words: string;
  /** Who or what it is from. */
  readonly by: readonly string[];
};

/** What was said, with the meeting it was said in. */
function heardLines({ feedback, timetable }: Views, id: Criterion['id']): readonly Known[] {
  const meetings = new Map(timetable?.meetings.map((one) => [one.id, one.title]));
  return (feedback?.entries ?? [])
    .filter(({ criterionId }) => criterionId === id)
    .map((entry) => ({
      id: entry.id,
      what: feedbackKindLabels[entry.kind],
      words: entry.text,
      by: [entry.saidBy, (entry.meetingId && meetings.get(entry.meetingId)) || ''],
    }));
}

/** What this engagement or an earlier one found, and how far that has got. */
function foundLines({ plan }: Views, id: Criterion['id']): readonly Known[] {
  if (!plan) return [];
  return plan.findings
    .filter(({ criterionId }) => criterionId === id)
    .map((finding) => ({
      id: finding.id,
      what: `${findingKindLabels[finding.kind]} found, ${findingStandingLabels[findingStanding(finding, plan)].toLowerCase()}`,
      words: finding.text,
      by: [plan.reviews.find((one) => one.id === finding.reviewId)?.title ?? '', finding.from],
    }));
}

function commentLines({ contributions }: EvaluationView, id: Criterion['id']): readonly Known[] {
  return contributions
    .filter(({ criterionId }) => criterionId === id)
    .map((one) => ({
      id: one.id,
      what: `${contributorGroupLabels[one.group]}, ${contributionStateLabels[one.state].toLowerCase()}`,
      words: one.text,
      by: [one.saidBy],
    }));
}

/** Documents, and what surveys, complaints and appeals showed. */
function heldLines({ evidence, voice }: Views, id: Criterion['id']): readonly Known[] {
  const ids = new Set(
    evidence?.links.filter((link) => link.criterionId === id).map((link) => link.evidenceId),
  );
  const under = ({ criterionId }: { readonly criterionId: Criterion['id'] | null }) => criterionId === id;
  return [
    ...(evidence?.items ?? [])
      .filter((item) => ids.has(item.id))
      .map((item) => ({ id: item.id, what: 'Document', words: item.title, by: [item.from] })),
    ...(voice?.surveys ?? [])
      .filter(under)
      .map((one) => ({ id: one.id, what: 'Survey', words: one.title, by: [] })),
    ...(voice?.records ?? [])
      .filter(under)
      .map((one) => ({ id: one.id, what: voiceKindLabels[one.kind], words: one.title, by: [one.shows] })),
  ];
}
