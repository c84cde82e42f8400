import { FileText, MessageSquareText, PencilLine, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FeedbackEntry } from '../../../shared/domain/feedback.ts';
import { FeedbackKind } from '../../../shared/domain/feedback.ts';
import { today as todayAt } from '../../../shared/domain/time.ts';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { RegisterExport } from '../../registers/RegisterExport.tsx';
import { rowWith } from '../../state/row-with.ts';
import { useStore } from '../../state/store.ts';
import { useAsked } from '../../state/useAsked.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NearList } from '../../ui/NearList.tsx';
import { Page, PageBody, PageHead } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { EditFeedbackDialog } from './EditFeedbackDialog.tsx';
import { Entry } from './Entry.tsx';
import { FeedbackMatrix } from './FeedbackMatrix.tsx';
import { countKinds, daysOf, everything, filterLog, type LogFilter } from './feedback-log.ts';
import { kindPlurals } from './feedback-words.ts';
import { KeepInTouchDialog } from './KeepInTouchDialog.tsx';
import { LogFilters } from './LogFilters.tsx';

const usualHeight = 72;
const daysInSight = 3;

/** The log of what was said, newest first, by day; with what it asks us to do. */
export function FeedbackPage({ feedbackId }: { readonly feedbackId?: string }) {
  return <FeedbackParts key={feedbackId} feedbackId={feedbackId} />;
}

function FeedbackParts({ feedbackId }: { readonly feedbackId: string | undefined }) {
  const entries = useStore((state) => state.data.feedback?.entries);
  const openCapture = useStore((state) => state.openCapture);
  const today = todayAt(useNow());
  const [filter, setFilter] = useState<LogFilter>(everything);
  const [editing, setEditing] = useState<FeedbackEntry | null>(rowWith(entries ?? [], feedbackId));
  const [shownAs, setShownAs] = useState<'log' | 'matrix'>('log');
  const [isKeepingInTouch, setKeepingInTouch] = useState(false);
  useAsked({ 'keep-in-touch': () => setKeepingInTouch(true) });
  const days = useMemo(() => daysOf(filterLog(entries ?? [], filter)), [entries, filter]);
  if (!entries) return null;
  const isMatrix = shownAs === 'matrix' && entries.length > 0;
  const isAllEmbargoed = entries.every((one) => one.isEmbargoed);
  const logButton = (
    <Button kind="primary" icon={PencilLine} keys="F8" onClick={() => openCapture({})}>
      Log feedback
    </Button>
  );

  return (
    <Page>
      <PageHead
        title="Feedback"
        fact={entries.length > 0 ? <Facts entries={entries} /> : undefined}
        actions={
          <>
            {entries.length > 0 && (
              <>
                <Segmented
                  label="Shown as"
                  options={[
                    { value: 'log', label: 'Log' },
                    { value: 'matrix', label: 'Matrix' },
                  ]}
                  value={shownAs}
                  onChange={setShownAs}
                />
                <RegisterExport kinds={['feedback']} />
              </>
            )}
            <Button icon={FileText} onClick={() => setKeepingInTouch(true)}>
              Keep-in-touch note...
            </Button>
            {entries.length > 0 && logButton}
          </>
        }
        ruled={entries.length === 0}
      />
      {isMatrix && <FeedbackMatrix entries={entries} onEdit={setEditing} />}
      {entries.length > 0 && !isMatrix && (
        <LogFilters entries={entries} filter={filter} onFilter={setFilter} />
      )}
      {!isMatrix && (
        <PageBody>
          {entries.length === 0 && (
            <EmptyState icon={MessageSquareText} title="Nothing logged yet" action={logButton}>
              Write down what inspectors and partners say as they say it: by role, never by name. F8 opens it
              anywhere.
            </EmptyState>
          )}
          {entries.length > 0 && days.length === 0 && (
            <EmptyState
              icon={SearchX}
              title="No entry fits"
              action={<Button onClick={() => setFilter(everything)}>Show everything</Button>}
            >
              Another kind, line or meeting may find it.
            </EmptyState>
          )}
          {days.map(({ day, entries: own }, at) => (
            <Section
              key={day}
              title={day === today ? 'Today' : formatDayLong(day)}
              fact={own.length === 1 ? '1 entry' : `${own.length} entries`}
            >
              <NearList
                className="feedback-log"
                itemClassName="feedback-entry"
                items={own}
                itemKey={({ id }) => id}
                usual={usualHeight}
                first={at < daysInSight ? undefined : 0}
              >
                {(entry) => (
                  <Entry
                    entry={entry}
                    today={today}
                    showsEmbargo={!isAllEmbargoed}
                    onEdit={() => setEditing(entry)}
                  />
                )}
              </NearList>
            </Section>
          ))}
        </PageBody>
      )}
      {isKeepingInTouch && <KeepInTouchDialog today={today} onClose={() => setKeepingInTouch(false)} />}
      {editing && <EditFeedbackDialog entry={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function Facts({ entries }: { readonly entries: readonly FeedbackEntry[] }) {
  const counts = countKinds(entries);
  const words = FeedbackKind.options
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kindPlurals[kind][counts[kind] === 1 ? 0 : 1]}`);
  const embargoed = entries.filter((entry) => entry.isEmbargoed).length;
  return (
    <>
      <span>{entries.length === 1 ? '1 entry' : `${entries.length} entries`}</span>
      <span>{words.join(', ')}</span>
      <span>
        {embargoed === entries.length ? 'All embargoed until publication' : `${embargoed} embargoed`}
      </span>
    </>
  );
}
