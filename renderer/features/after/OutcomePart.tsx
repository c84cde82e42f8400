import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { repeatsLabels } from '../../../shared/domain/engagement.ts';
import { nextOccurrence } from '../../../shared/domain/repeating.ts';
import { today as todayAt } from '../../../shared/domain/time.ts';
import { formatDayLong, formatDayShort } from '../../../shared/domain/time-words.ts';
import type { DatedDeadline, EngagementView } from '../../../shared/ipc/engagement.ts';
import { DayField } from '../../people/DayField.tsx';
import { DeadlineDialog } from '../../people/DeadlineDialog.tsx';
import { HowCounted } from '../../people/HowCounted.tsx';
import { Source } from '../../people/Source.tsx';
import { rowWith } from '../../state/row-with.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { KeptPart } from './KeptPart.tsx';
import { OutcomeDialog } from './OutcomeDialog.tsx';

type Props = {
  readonly view: EngagementView;
  /** The follow-up that is open to begin with. */
  readonly openId?: string | undefined;
};

/** What it ended in, and what follows from that, each date with its working and its source. */
export function OutcomePart({ view, openId }: Props) {
  const [isRecording, setRecording] = useState(false);
  const { outcomeCode, outcomeOn, outcomeNote } = view.engagement;
  const outcome = view.outcomes.find(({ code }) => code === outcomeCode);
  return (
    <>
      <Section
        title="Outcome"
        action={
          <Button size="small" icon={Pencil} onClick={() => setRecording(true)}>
            Record outcome...
          </Button>
        }
      >
        {outcome || outcomeOn || outcomeNote ? (
          <SummaryList
            rows={[
              {
                term: 'It ended in',
                none: 'Not known yet',
                value: outcome && (
                  <>
                    {outcome.title} <Source {...outcome} />
                  </>
                ),
              },
              { term: 'What that means', none: 'Said once the outcome is recorded', value: outcome?.summary },
              { term: 'Known since', value: outcomeOn && formatDayLong(outcomeOn) },
              { term: 'In our words', none: 'Nothing written', value: outcomeNote },
            ]}
          />
        ) : (
          <p className="text-2">
            Not known yet. Record it when it is given: what it means is said here, and what follows from it
            gets its dates.
          </p>
        )}
        <Findings />
      </Section>
      <WaitedFor view={view} />
      <FollowUps view={view} openId={openId} />
      <KeptPart />
      {isRecording && <OutcomeDialog view={view} onClose={() => setRecording(false)} />}
    </>
  );
}

function Findings() {
  const plan = useStore((state) => state.data.plan);
  const goTo = useStore((state) => state.goTo);
  const findings =
    plan?.findings.filter(({ reviewId, from }) => reviewId === null && from === '').length ?? 0;
  const points = plan?.accuracy.length ?? 0;
  const counted = [
    findings > 0 && (findings === 1 ? '1 finding' : `${findings} findings`),
    points > 0 && (points === 1 ? '1 point of factual accuracy' : `${points} points of factual accuracy`),
  ].filter(Boolean);
  return (
    <p className="text-2 after-findings">
      {counted.length > 0
        ? `${counted.join(' and ')} of this engagement: see`
        : 'What the report finds, and what we say of its accuracy, is kept under'}{' '}
      <LinkButton
        inSentence
        onClick={() => goTo({ name: 'plan', part: findings > 0 ? 'findings' : 'accuracy' })}
      >
        Actions
      </LinkButton>
      .
    </p>
  );
}

/** The events from which follow-ups are counted; their dates are typed once they have happened. */
function WaitedFor({ view }: { readonly view: EngagementView }) {
  const act = useStore((state) => state.act);
  const counted = new Set(view.deadlines.filter((one) => one.isFollowUp).map((one) => one.countedFrom));
  const events = view.events.filter(({ id }) => counted.has(id));
  if (events.length === 0) return null;
  return (
    <Section title="What has happened" fact="the dates below are counted from these">
      <div className="form-grid after-events">
        {events.map((event) => (
          <DayField
            key={event.id}
            label={event.title.charAt(0).toUpperCase() + event.title.slice(1)}
            optional
            value={event.date}
            onChange={(date) => void act('engagement:recordEvent', { id: event.id, date })}
          />
        ))}
      </div>
    </Section>
  );
}

function FollowUps({ view, openId }: Props) {
  const today = todayAt(useNow());
  const [editing, setEditing] = useState<DatedDeadline | 'new' | null>(rowWith(view.deadlines, openId));
  return (
    <Section
      title="What follows"
      action={
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          Add follow-up...
        </Button>
      }
    >
      <DataTable
        label="What follows"
        rows={view.deadlines.filter((one) => one.isFollowUp)}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        twoLine
        empty={
          <EmptyState title="Nothing follows yet" inline>
            Record the outcome and its follow-ups stand here with their dates.
          </EmptyState>
        }
        columns={[
          {
            id: 'title',
            head: 'What',
            name: true,
            cell: ({ title, repeats }) => (
              <>
                {title}
                <span className="table-second">{repeats === 'once' ? '' : repeatsLabels[repeats]}</span>
              </>
            ),
          },
          {
            id: 'date',
            head: 'When',
            width: '9rem',
            sortBy: ({ falls }) => falls,
            cell: ({ falls, repeats }) =>
              falls ? (
                <>
                  <span className="num nowrap">{formatDayShort(nextOccurrence(falls, repeats, today))}</span>
                  <span className="table-second">{falls.slice(0, 4)}</span>
                </>
              ) : (
                <span className="text-3">Not known yet</span>
              ),
          },
          {
            id: 'working',
            head: 'How it was counted',
            cell: (date) => <HowCounted working={date.working} reason={date.reason} />,
          },
          {
            id: 'state',
            head: 'State',
            width: '7rem',
            cell: ({ isDone, falls, repeats }) => (
              <State late={isLate(falls, repeats, today)} isDone={isDone} />
            ),
          },
          { id: 'source', head: 'Source', width: '14rem', cell: (deadline) => <Source {...deadline} /> },
        ]}
      />
      {editing && (
        <DeadlineDialog
          deadline={editing === 'new' ? null : editing}
          view={view}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

const isLate = (falls: DatedDeadline['falls'], repeats: DatedDeadline['repeats'], today: string): boolean =>
  falls !== null && repeats === 'once' && falls < today;

function State({ isDone, late }: { readonly isDone: boolean; readonly late: boolean }) {
  if (isDone) return <StatusMark status="ok">Done</StatusMark>;
  return late ? <StatusMark status="bad">Overdue</StatusMark> : <StatusMark status="none">To do</StatusMark>;
}
