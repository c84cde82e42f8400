import { FileDown, FileText, ShieldCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import { sentenceFor } from '../../../shared/errors.ts';
import type { CopyProblem, RedactionSummary } from '../../../shared/ipc/redactions.ts';
import { useNames } from '../../people/useNames.ts';
import { useJobs } from '../../state/jobs.ts';
import { useStore } from '../../state/store.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Props = {
  readonly redaction: RedactionSummary;
  /** How many places are still to be decided; null while that is not known. */
  readonly open: number | null;
  readonly onPage: (page: number) => void;
};

/** The two last steps: somebody else looks at the marks, and the copy is made and proved. */
export function FinishSection({ redaction, open, onPage }: Props) {
  return (
    <>
      <Section title="Second person">
        {redaction.checkedAt ? (
          <Checked redaction={redaction} />
        ) : (
          <CheckForm redaction={redaction} open={open} />
        )}
      </Section>
      <Section title="Safe copy">
        {redaction.state === 'verified' ? (
          <Made redaction={redaction} />
        ) : (
          <MakeCopy key={redaction.checkedAt} redaction={redaction} open={open} onPage={onPage} />
        )}
      </Section>
    </>
  );
}

function Checked({ redaction: { checkedBy, checkedAt } }: Pick<Props, 'redaction'>) {
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  return (
    <StatusMark status="ok">
      {names.withoutNames(checkedBy)}, {checkedAt && formatInstantLong(checkedAt, clock)}
    </StatusMark>
  );
}

function CheckForm({ redaction, open }: Pick<Props, 'redaction' | 'open'>) {
  const { failure, save } = useSaving();
  const [checkedBy, setCheckedBy] = useState('');
  const check = (event: FormEvent) => {
    event.preventDefault();
    void save('redactions:recordCheck', { id: redaction.id, checkedBy });
  };
  return (
    <form className="redaction-word" onSubmit={check}>
      <TextField
        label="Who looked at every mark, by name or role"
        value={checkedBy}
        onChange={setCheckedBy}
        error={failure && sentenceFor(failure)}
      />
      <Button type="submit" unavailable={open !== 0 && 'Decide about everything that was found first'}>
        Record the check
      </Button>
    </form>
  );
}

function MakeCopy({ redaction, open, onPage }: Props) {
  const act = useStore((state) => state.act);
  const jobs = useJobs();
  const [problems, setProblems] = useState<readonly CopyProblem[]>([]);
  const isBusy = jobs.some(({ job }) => job === 'redactions:makeCopy');
  const why =
    (open !== 0 && 'Decide about everything that was found first') ||
    (redaction.state === 'marking' && 'A second person has to look at the marks first') ||
    (isBusy && 'The copy is being made');

  async function make() {
    setProblems([]);
    const outcome = await act('redactions:makeCopy', { id: redaction.id });
    if (outcome && !outcome.made) setProblems(outcome.problems);
  }
  const markAll = () =>
    void act('redactions:addMarks', {
      id: redaction.id,
      marks: problems.flatMap(({ page, boxes }) =>
        boxes.map((box) => ({
          page: page ?? 1,
          ...box,
          reason: 'other' as const,
          how: 'area' as const,
          isLeft: false,
        })),
      ),
    });

  return (
    <div className="stack">
      <p className="text-2">
        Each page becomes a picture with the boxes burnt in, and its words are read anew. The copy is kept
        only if nothing of what was taken out is found in it.
      </p>
      <Disclosure summary="Why not as text?">
        <p className="text-2">
          A name that is taken out of text leaves a gap of its exact length. In a trial with a list of 420
          invented children, that length alone gave away 362 of them. The boxes in a picture have a few fixed
          lengths, and the words that are read anew have none of their own.
        </p>
      </Disclosure>
      {problems.length > 0 && (
        <Banner tone="bad" role="alert" title="The copy was not kept: something can still be found in it.">
          <ul>
            {problems.map(({ page, what }) => (
              <li key={`${page} ${what}`}>
                {page !== null && <LinkButton onClick={() => onPage(page)}>Page {page}</LinkButton>} {what}
              </li>
            ))}
          </ul>
          {problems.some(({ boxes }) => boxes.length > 0) && (
            <Button size="small" onClick={markAll}>
              Mark what was found
            </Button>
          )}
        </Banner>
      )}
      <Button kind="primary" icon={ShieldCheck} unavailable={why} onClick={() => void make()}>
        Make the safe copy
      </Button>
    </div>
  );
}

function Made({ redaction }: Pick<Props, 'redaction'>) {
  const act = useStore((state) => state.act);
  const goTo = useStore((state) => state.goTo);
  const showDone = useStore((state) => state.showDone);
  const names = useNames();
  const clock = useStore((state) => state.settings.clock);
  const { madeAt, madeBy, copyId, counts, leftAsIs } = redaction;
  const taken = Object.values(counts).reduce((sum, count) => sum + count, 0);

  async function save(format: 'pdf' | 'docx') {
    const answer = await act('redactions:saveReport', { id: redaction.id, format });
    if (answer?.saved) showDone('The report was saved');
  }

  return (
    <div className="stack" role="status">
      <StatusMark status="ok">Made and proved</StatusMark>
      <p>
        {counted(taken, 'place')} taken out, {leftAsIs} left as they are. {names.withoutNames(madeBy)},{' '}
        {madeAt && formatInstantLong(madeAt, clock)}.
      </p>
      <div className="row row-wrap">
        {copyId && (
          <Button
            kind="primary"
            icon={FileText}
            onClick={() => goTo({ name: 'evidence', evidenceId: copyId })}
          >
            Open the copy
          </Button>
        )}
        <MenuButton
          label="Report"
          icon={FileDown}
          entries={[
            { id: 'pdf', label: 'As PDF...', onPress: () => void save('pdf') },
            { id: 'docx', label: 'As a Word document...', onPress: () => void save('docx') },
          ]}
        />
      </div>
    </div>
  );
}
