import { FileText } from 'lucide-react';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import { type FeedbackEntry, feedbackKindLabels } from '../../../shared/domain/feedback.ts';
import { formatInstantShort } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { NearList } from '../../ui/NearList.tsx';
import { Section } from '../../ui/Section.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { MatrixCell } from './feedback-matrix.ts';
import { criterionLabel } from './feedback-words.ts';
import { notHeardWords } from './HeardFrom.tsx';

/** Who said one thing, what is held about it, and what the self-evaluation says. */
export function MatrixPanel({
  criterion,
  cell,
  onEdit,
  onClose,
}: {
  readonly criterion: Criterion | null;
  readonly cell: MatrixCell;
  readonly onEdit: (entry: FeedbackEntry) => void;
  readonly onClose: () => void;
}) {
  const evidence = useStore((state) => state.data.evidence);
  const evaluation = useStore((state) => state.data.evaluation);
  const settings = useStore((state) => state.settings);
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const { sources, sectors } = cell.heard;
  const ids = new Set(
    evidence?.links
      .filter((link) => criterion && link.criterionId === criterion.id)
      .map((link) => link.evidenceId),
  );
  const documents = (evidence?.items ?? []).filter((item) => ids.has(item.id));
  const position = evaluation?.assessments.find(
    (one) => criterion && one.criterionId === criterion.id && one.position !== '',
  )?.position;
  const missing = notHeardWords(sectors);
  const heard = `${sources === 1 ? '1 source' : `${sources} sources`}, ${sectors.length === 1 ? '1 sector' : `${sectors.length} sectors`}`;

  return (
    <SidePanel title={feedbackKindLabels[cell.kind]} plain onClose={onClose}>
      <p className="text-2">{criterion ? criterionLabel(criterion) : 'Under nothing yet'}</p>
      <Section title="Heard" fact={heard} level={3}>
        <NearList className="matrix-heard" items={cell.entries} itemKey={({ id }) => id} usual={72}>
          {(entry) => (
            <>
              <LinkButton inSentence onClick={() => onEdit(entry)}>
                {entry.isQuote ? `“${names.withoutNames(entry.text)}”` : names.withoutNames(entry.text)}
              </LinkButton>
              <span className="matrix-by type-small text-2">
                {[
                  entry.saidBy || 'Role not given',
                  entry.isQuote ? 'quote' : 'paraphrase',
                  formatInstantShort(entry.at, settings.clock),
                ].join(', ')}
              </span>
            </>
          )}
        </NearList>
        {missing && (
          <p className="matrix-missing">
            <StatusMark status="none">{missing}</StatusMark>
          </p>
        )}
      </Section>
      <Section title="Evidence" fact={String(documents.length)} level={3}>
        {documents.length === 0 ? (
          <p className="text-3">No document stands under it yet.</p>
        ) : (
          <NearList className="matrix-heard" items={documents} itemKey={({ id }) => id} usual={32}>
            {(item) => (
              <LinkButton icon={FileText} onClick={() => goTo({ name: 'evidence', evidenceId: item.id })}>
                {names.withoutNames(item.title)}
              </LinkButton>
            )}
          </NearList>
        )}
      </Section>
      <Section title="What we say of ourselves" level={3}>
        {position ? (
          <p>{names.withoutNames(position)}</p>
        ) : (
          <LinkButton onClick={() => goTo({ name: 'evaluation' })}>Nothing yet: write it</LinkButton>
        )}
      </Section>
    </SidePanel>
  );
}
