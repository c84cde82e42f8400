import { FileText, Paperclip } from 'lucide-react';
import { formatNhsNumber, parseNhsNumber, parseUpn } from '../../../shared/domain/identifiers.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { formatDate } from '../../../shared/domain/time-words.ts';
import type { ChildPageView } from '../../../shared/ipc/children.ts';
import { attachEvidence } from '../../state/attach-evidence.ts';
import { useStore } from '../../state/store.ts';
import { FirstFew } from '../../ui/FirstFew.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { Agencies } from './Agencies.tsx';
import { ChildFeedback } from './ChildFeedback.tsx';
import { ChildMeetings } from './ChildMeetings.tsx';
import { useChildWords } from './useChildWords.ts';

const fewDocuments = 6;

/** What stands beside a child's documents: meetings, who is round the child, other papers, feedback, numbers and notes. */
export function ChildPanel({
  view,
  today,
  onEdit,
}: {
  readonly view: ChildPageView;
  readonly today: IsoDate;
  readonly onEdit: () => void;
}) {
  const words = useChildWords(view);
  const edit = !words.areCoded && <LinkButton onClick={onEdit}>Edit</LinkButton>;
  return (
    <aside aria-label="About this child" className="side-panel side-panel-plain child-panel">
      <ChildMeetings childId={view.child.id} today={today} />
      <Agencies view={view} />
      <OtherDocuments view={view} />
      <ChildFeedback childId={view.child.id} />
      <Section title="Numbers and dates" ruled action={edit}>
        {words.areCoded ? <p className="text-3">Hidden while names are codes</p> : <Numbers view={view} />}
      </Section>
      <Section title="Notes" ruled action={edit}>
        {view.child.notes ? (
          <p className="child-notes selectable">{words.free(view.child.notes)}</p>
        ) : (
          <p className="text-3">None yet</p>
        )}
      </Section>
    </aside>
  );
}

function OtherDocuments({ view }: { readonly view: ChildPageView }) {
  const evidence = useStore((state) => state.data.evidence);
  const goTo = useStore((state) => state.goTo);
  const words = useChildWords(view);
  const childId = view.child.id;
  const ids = new Set(
    evidence?.links.filter((link) => link.childId === childId).map((link) => link.evidenceId),
  );
  const documents = (evidence?.items ?? []).filter((item) => ids.has(item.id));
  return (
    <Section
      title="Other documents"
      fact={documents.length > 0 ? String(documents.length) : undefined}
      ruled
      action={
        <LinkButton icon={Paperclip} onClick={() => void attachEvidence({ childId })}>
          Attach files...
        </LinkButton>
      }
    >
      {documents.length === 0 ? (
        <p className="text-3">
          None yet. Files and screenshots dropped or pasted on this page are kept here.
        </p>
      ) : (
        <FirstFew
          items={documents}
          few={documents.slice(0, fewDocuments)}
          what="documents"
          className="child-documents"
          itemKey={({ id }) => id}
        >
          {(item) => (
            <LinkButton
              icon={FileText}
              className="checklist-document"
              onClick={() => goTo({ name: 'evidence', evidenceId: item.id })}
            >
              <span>{words.text(item.title)}</span>
            </LinkButton>
          )}
        </FirstFew>
      )}
    </Section>
  );
}

function Numbers({ view }: { readonly view: ChildPageView }) {
  const { child, upnProblem, nhsNumberProblem } = view;
  const upn = parseUpn(child.upn);
  const nhs = parseNhsNumber(child.nhsNumber);
  return (
    <dl className="child-numbers">
      <Fact term="Date of birth" value={child.dateOfBirth && formatDate(child.dateOfBirth)} />
      <Fact
        term="UPN"
        value={upn.ok ? upn.value.text : child.upn}
        problem={upnProblem}
        note={
          upn.ok
            ? upn.value.isTemporary
              ? 'Temporary number, check letter agrees'
              : 'Check letter agrees'
            : ''
        }
      />
      <Fact
        term="NHS number"
        value={nhs.ok ? formatNhsNumber(nhs.value.digits) : child.nhsNumber}
        problem={nhsNumberProblem}
        note={nhs.ok ? (nhs.value.isTest ? 'From the range kept for tests' : 'Check digit agrees') : ''}
      />
      <Fact term="Postcode" value={child.postcode} />
      <Fact term="Last review" value={child.lastAnnualReview && formatDate(child.lastAnnualReview)} />
    </dl>
  );
}

function Fact({
  term,
  value,
  problem = '',
  note = '',
}: {
  readonly term: string;
  readonly value: string | null;
  readonly problem?: string;
  readonly note?: string;
}) {
  return (
    <div className="child-number">
      <dt className="text-3">{term}</dt>
      <dd>
        {value ? (
          <span className="num selectable">{value}</span>
        ) : (
          <span className="text-3">Not recorded</span>
        )}
        {note && (
          <StatusMark status="ok" size="small">
            {note}
          </StatusMark>
        )}
        {problem && (
          <span className="child-number-problem">
            <StatusMark status="warn" size="small">
              Kept as it came.
            </StatusMark>{' '}
            {problem}
          </span>
        )}
      </dd>
    </div>
  );
}
