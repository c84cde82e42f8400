import { CircleX } from 'lucide-react';
import { useState } from 'react';
import type { Consent, ConsentParty } from '../../../shared/domain/child.ts';
import { isStopped } from '../../../shared/domain/readiness.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { ConsentHistory } from './ConsentHistory.tsx';
import { consentLooks, countWords, momentWords, partyLabels } from './child-words.ts';
import { useChildWords } from './useChildWords.ts';
import { useDocumentCount } from './useDocumentCount.ts';

const parties: readonly ConsentParty[] = ['parent', 'young-person'];

/** Who has agreed to the child taking part, since when and by whom; the way to record an answer or take it back. */
export function ConsentBand({ view }: { readonly view: ChildPageView }) {
  const all = useStore((state) => state.data.children?.consents);
  const summary = useStore((state) =>
    state.data.children?.children.find((child) => child.id === view.child.id),
  );
  const documents = useDocumentCount(view.child.id);
  const [dialog, setDialog] = useState<'record' | 'withdraw' | 'history' | null>(null);
  if (!all || !summary) return null;
  const steps = all.filter((consent) => consent.childId === view.child.id);
  const { consent, mayProceed } = summary.readiness;
  const canWithdraw = parties.filter((party) => consent[party] === 'given');

  return (
    <section aria-label="Consent" className="consent-band">
      <div className="consent-cell consent-about">
        <h2 className="type-head">Consent</h2>
        <p className="type-small text-3">
          {mayProceed
            ? 'Checked before every meeting and pack'
            : 'Meetings and packs are held until it is given'}
        </p>
        {documents > 0 && Object.values(consent).some(isStopped) && (
          <p className="type-small text-2">
            Stopped for packs and answers: {countWords(documents, 'document')}
          </p>
        )}
        {steps.length > 0 && (
          <LinkButton className="type-small" onClick={() => setDialog('history')}>
            History, {steps.length}
          </LinkButton>
        )}
      </div>
      {parties.map((party) => (
        <PartyCell key={party} view={view} party={party} state={consent[party]} steps={steps} />
      ))}
      <div className="consent-cell consent-actions">
        <Button kind="primary" onClick={() => setDialog('record')}>
          Record answer...
        </Button>
        {canWithdraw.length > 0 && (
          <Button kind="quiet" tone="bad" size="small" icon={CircleX} onClick={() => setDialog('withdraw')}>
            Withdraw...
          </Button>
        )}
      </div>
      {(dialog === 'record' || dialog === 'withdraw') && (
        <ConsentDialog
          view={view}
          consent={consent}
          isWithdrawal={dialog === 'withdraw'}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'history' && <ConsentHistory view={view} steps={steps} onClose={() => setDialog(null)} />}
    </section>
  );
}

function PartyCell({
  view,
  party,
  state,
  steps,
}: {
  readonly view: ChildPageView;
  readonly party: ConsentParty;
  readonly state: Consent['state'];
  readonly steps: readonly Consent[];
}) {
  const clock = useStore((store) => store.settings.clock);
  const words = useChildWords(view);
  const { status, words: stateWords } = consentLooks[state];
  const newest = steps.filter((step) => step.party === party).reduce<Consent | null>(newer, null);
  return (
    <div className={classNames('consent-cell', `consent-${status}`)}>
      <StatusMark status={status}>
        {partyLabels[party]}: {stateWords}
      </StatusMark>
      {newest?.note && <p className="consent-note">{words.free(newest.note)}</p>}
      {newest && (
        <p className="type-small text-3">
          {momentWords(newest.at, clock)}
          {newest.recordedBy && !words.areCoded && `, ${newest.recordedBy}`}
        </p>
      )}
    </div>
  );
}

/** The same choice as the count of readiness makes: of two at one moment, the one recorded later. */
const newer = (best: Consent | null, one: Consent): Consent =>
  best === null || one.at >= best.at ? one : best;
