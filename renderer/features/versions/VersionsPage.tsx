import { CalendarArrowDown, Equal, Send } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/domain/counted.ts';
import { isScheduled } from '../../../shared/domain/meeting.ts';
import { changesByPerson } from '../../../shared/domain/versions/affected.ts';
import { countChanges } from '../../../shared/domain/versions/change-words.ts';
import type { Comparison, VersionsView } from '../../../shared/ipc/versions.ts';
import { draftWords } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { useAsked } from '../../state/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead, PageSplit } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { PairPick } from './PairPick.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { TellPanel } from './TellPanel.tsx';
import { type Pair, useComparison } from './useComparison.ts';
import { useTelling } from './useTelling.ts';
import { VersionList } from './VersionList.tsx';
import { firstPair } from './version-words.ts';

/** What was given out and when, what is different since, and who has to be told. */
export function VersionsPage() {
  const view = useStore((state) => state.data.versions);
  const scheduled = useStore(
    (state) => state.data.timetable?.meetings.filter((meeting) => isScheduled(meeting)).length ?? 0,
  );
  const [isPublishing, setPublishing] = useState(false);
  const [chosen, setChosen] = useState<Pair | null>(null);
  const number = (view?.versions[0]?.number ?? 0) + 1;
  const unavailable =
    scheduled === 0
      ? 'Nothing is scheduled'
      : number > 1 && view?.draftChanges.length === 0 && `Nothing changed since version ${number - 1}`;
  useAsked({ publish: () => unavailable || setPublishing(true) });
  if (!view) return null;
  const publishButton = (
    <Button
      kind="primary"
      icon={Send}
      unavailable={unavailable}
      hideReason={view.versions.length > 0}
      onClick={() => setPublishing(true)}
    >
      {`Publish version ${number}...`}
    </Button>
  );
  const pair = chosen ?? firstPair(view.versions, view.draftChanges.length > 0);

  return (
    <Page>
      <PageHead
        title="Versions"
        fact={draftWords(view) ?? undefined}
        actions={view.versions.length > 0 && publishButton}
        ruled
      />
      {view.versions.length === 0 ? (
        <EmptyState icon={Send} title="Nothing published yet" action={publishButton}>
          Publish the timetable when it is ready to go out. From then on each change is listed, with a message
          for everybody it affects.
        </EmptyState>
      ) : (
        <Published view={view} pair={pair} onPair={setChosen} />
      )}
      {isPublishing && (
        <PublishDialog
          view={view}
          onClose={() => setPublishing(false)}
          onPublished={() => {
            setPublishing(false);
            setChosen(null);
          }}
        />
      )}
    </Page>
  );
}

function Published({
  view,
  pair,
  onPair,
}: {
  readonly view: VersionsView;
  readonly pair: Pair;
  readonly onPair: (pair: Pair) => void;
}) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const telling = useTelling();
  const comparison = useComparison(pair);

  async function save(of: { readonly from: number | null; readonly to: number }) {
    const done = await act('versions:saveInvitations', of);
    if (done && done.saved > 0) showDone(`Saved ${counted(done.saved, 'calendar file', 'calendar files')}`);
  }
  const { from, to } = pair;

  return (
    <PageSplit panel={telling && <TellPanel telling={telling} />}>
      <PageBody>
        <Section
          title="What changed"
          fact={comparison && changeFacts(comparison)}
          action={
            to !== null &&
            comparison &&
            comparison.changes.length > 0 && (
              <Button size="small" icon={CalendarArrowDown} onClick={() => void save({ from, to })}>
                Save calendar files...
              </Button>
            )
          }
        >
          <PairPick versions={view.versions} pair={pair} onChange={onPair} />
          {comparison && comparison.changes.length > 0 && (
            <ChangeTable label="What changed" changes={comparison.changes} />
          )}
          {comparison && (
            <p className="versions-same">
              <Equal aria-hidden />
              {counted(comparison.same, 'meeting is', 'meetings are')} the same in both.
            </p>
          )}
        </Section>
        <Section title="Versions" fact={counted(view.versions.length, 'version', 'versions')} ruled>
          <VersionList versions={view.versions} onCompare={onPair} onSave={(of) => void save(of)} />
        </Section>
      </PageBody>
    </PageSplit>
  );
}

/** "1 moved, 1 cancelled, 6 people affected". */
function changeFacts({ changes }: Comparison): string {
  const affected = changesByPerson(changes).size;
  const who = affected > 0 ? `, ${counted(affected, 'person', 'people')} affected` : '';
  return `${countChanges(changes)}${who}`;
}
