import { Check } from 'lucide-react';
import type { PackFinding, PackPreview } from '../../../shared/ipc/packs.ts';
import { useNames } from '../../people/useNames.ts';
import { useStore } from '../../state/store.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { toneIcons } from '../../ui/tones.ts';

/** What the checks say of the pack as it stands: what stops it, what needs a reason, what passed. */
export function PackChecks({
  preview: { missing, stops, cautions, passed },
  childId,
  onLeaveOut,
}: {
  readonly preview: PackPreview;
  /** The child whom the pack is about. */
  readonly childId?: string;
  readonly onLeaveOut: (evidenceId: string) => void;
}) {
  const names = useNames();
  const goTo = useStore((state) => state.goTo);
  const isClean = stops.length === 0 && cautions.length === 0;
  return (
    <>
      {/* Where everything passed, the list under it says so by itself. */}
      <p className={isClean ? 'visually-hidden' : 'packs-counts'} role="status">
        {stops.length > 0 && (
          <StatusMark status="bad">
            {stops.length} {stops.length === 1 ? 'stops' : 'stop'} it
          </StatusMark>
        )}
        {cautions.length > 0 && (
          <StatusMark status="warn">
            {cautions.length} {cautions.length === 1 ? 'needs' : 'need'} a reason
          </StatusMark>
        )}
        <StatusMark status="ok">{passed.length} passed</StatusMark>
      </p>
      {stops.length > 0 && (
        <Section title="Stops the pack" fact={String(stops.length)} tone="bad">
          <Findings
            findings={stops}
            tone="bad"
            onLeaveOut={onLeaveOut}
            onRedact={(evidenceId) =>
              goTo({ name: 'redaction', evidenceId, ...(childId ? { childId } : {}) })
            }
          />
        </Section>
      )}
      {cautions.length > 0 && (
        <Section title="Needs a reason, which is kept" fact={String(cautions.length)} tone="warn">
          <Findings findings={cautions} tone="warn" onLeaveOut={onLeaveOut} />
        </Section>
      )}
      {passed.length > 0 && (
        <Section title="Passed" fact={String(passed.length)} tone="ok">
          <ul className="packs-passed">
            {passed.map((what) => (
              <li key={what}>
                <Check aria-hidden />
                {what}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {missing.length > 0 && (
        <div className="packs-missing">
          <Disclosure summary="What is not in it">
            <ul>
              {missing.map((sentence) => (
                <li key={sentence}>{names.withoutNames(sentence)}</li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </>
  );
}

function Findings({
  findings,
  tone,
  onLeaveOut,
  onRedact,
}: {
  readonly findings: readonly PackFinding[];
  readonly tone: 'bad' | 'warn';
  readonly onLeaveOut: (evidenceId: string) => void;
  readonly onRedact?: (evidenceId: string) => void;
}) {
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const Icon = toneIcons[tone];
  return (
    <ul className="packs-cards">
      {findings.map(({ what, where, evidenceId }) => (
        <li key={`${what} ${where}`} className={`packs-card packs-card-${tone}`}>
          <Icon aria-hidden />
          <div>
            <p className="packs-card-what">{names.withoutNames(what)}</p>
            <p className="packs-card-where">{names.withoutNames(where)}</p>
            {evidenceId && (
              <p className="packs-card-actions">
                <LinkButton onClick={() => goTo({ name: 'evidence', evidenceId })}>
                  Look at it<span className="visually-hidden">: {what}</span>
                </LinkButton>
                {onRedact && (
                  <LinkButton onClick={() => onRedact(evidenceId)}>
                    Redact it<span className="visually-hidden">: {what}</span>
                  </LinkButton>
                )}
                <LinkButton onClick={() => onLeaveOut(evidenceId)}>
                  Leave it out<span className="visually-hidden">: {what}</span>
                </LinkButton>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
