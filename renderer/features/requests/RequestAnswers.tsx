import { BellRing, Download, FileText, Paperclip, Send } from 'lucide-react';
import { useState } from 'react';
import { type InformationRequest, isOpenRequest } from '../../../shared/domain/request.ts';
import type { RequestAnswer } from '../../../shared/domain/request-answer.ts';
import { today as todayAt } from '../../../shared/domain/time.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { useNames } from '../../people/useNames.ts';
import { attachEvidence } from '../../state/attach-evidence.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import { reminderText } from './request-words.ts';

/** The documents that could answer the request, what was given of them to whom, and the way to chase or to give. */
export function RequestAnswers({
  request,
  onGiven,
  onReminded,
}: {
  readonly request: InformationRequest;
  readonly onGiven: () => void;
  readonly onReminded: () => void;
}) {
  const evidence = useStore((state) => state.data.evidence);
  const requests = useStore((state) => state.data.requests);
  const goTo = useStore((state) => state.goTo);
  const names = useNames();
  const [isGiving, setGiving] = useState(false);
  const { id } = request;
  const ids = new Set(evidence?.links.filter((link) => link.requestId === id).map((link) => link.evidenceId));
  const documents = (evidence?.items ?? []).filter((item) => ids.has(item.id));
  const given = (requests?.answers ?? []).filter((answer) => answer.requestId === id);
  return (
    <>
      <Section
        title="Documents that answer it"
        level={3}
        action={
          <LinkButton icon={Paperclip} onClick={() => void attachEvidence({ requestId: id })}>
            Attach files...
          </LinkButton>
        }
      >
        {documents.length === 0 ? (
          <p className="text-3">None attached yet</p>
        ) : (
          <ul className="requests-documents">
            {documents.map((item) => (
              <li key={item.id}>
                <LinkButton icon={FileText} onClick={() => goTo({ name: 'evidence', evidenceId: item.id })}>
                  {names.withoutNames(item.title)}
                </LinkButton>
              </li>
            ))}
          </ul>
        )}
        <div className="row row-wrap">
          <Button
            icon={Send}
            size="small"
            unavailable={documents.length === 0 && 'Attach a document first'}
            onClick={() => setGiving(true)}
          >
            Record as given...
          </Button>
          {isOpenRequest(request) && <Remind request={request} onReminded={onReminded} />}
        </div>
      </Section>
      {given.length > 0 && (
        <Section title="Given" fact="Kept exactly as it was" level={3}>
          <ul className="requests-given">
            {given.map((answer) => (
              <li key={answer.id}>
                <GivenLine answer={answer} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isGiving && (
        <GiveDialog
          request={request}
          documents={documents}
          onClose={() => setGiving(false)}
          onGiven={onGiven}
        />
      )}
    </>
  );
}

/** One document as it was given: which version, to whom, when, and its hash, with a copy to save. */
export function GivenLine({ answer }: { readonly answer: RequestAnswer }) {
  const act = useStore((state) => state.act);
  const settings = useStore((state) => state.settings);
  const names = useNames();
  return (
    <span className="requests-given-line">
      <span>
        <b>{names.withoutNames(answer.title)}</b>, version {answer.version}
      </span>
      <span className="text-2">
        Given to {names.withoutNames(answer.givenTo)}
        {answer.how && `, ${names.withoutNames(answer.how)}`}, {formatInstantLong(answer.at, settings.clock)}
      </span>
      {answer.note && <span className="text-2">{names.withoutNames(answer.note)}</span>}
      <span className="row row-wrap">
        <code className="requests-hash" title={`SHA-256 ${answer.sha256}`}>
          SHA-256 {answer.sha256.slice(0, 16)}...
        </code>
        <LinkButton icon={Download} onClick={() => void act('requests:saveGiven', { id: answer.id })}>
          Save a copy...
          <span className="visually-hidden"> of {answer.title} as it was given</span>
        </LinkButton>
      </span>
    </span>
  );
}

function Remind({
  request,
  onReminded,
}: {
  readonly request: InformationRequest;
  readonly onReminded: () => void;
}) {
  const act = useStore((state) => state.act);
  const requests = useStore((state) => state.data.requests);
  const settings = useStore((state) => state.settings);
  const showDone = useStore((state) => state.showDone);
  const today = todayAt(useNow());
  const last = requests?.reminders.findLast((reminder) => reminder.requestId === request.id);

  async function remind() {
    const isCopied = copyText(reminderText([request], today, settings.clock));
    if ((await act('requests:remindOwners', { ids: [request.id] })) !== null) onReminded();
    if (isCopied) showDone('Copied a reminder, and noted that the owner was reminded');
  }

  return (
    <>
      <Button icon={BellRing} size="small" onClick={() => void remind()}>
        Copy a reminder
      </Button>
      {last && <span className="text-3">Last reminded {formatInstantLong(last.at, settings.clock)}</span>}
    </>
  );
}
