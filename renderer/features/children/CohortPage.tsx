import { Download, UserPlus, UserSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import { mixAdvice } from '../../../shared/domain/cohort.ts';
import { today as todayAt } from '../../../shared/domain/time.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageBody, PageHead, PageSplit, ToolBar } from '../../ui/Page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { CohortChecks } from './CohortChecks.tsx';
import { CohortList } from './CohortList.tsx';
import { CohortMix } from './CohortMix.tsx';
import { useCohort } from './useCohort.ts';

type Look = 'children' | 'checks';

/** The whole list that was kept: what to mend in it, and the choice of the tracked children with its mix; then it is shredded. */
export function CohortPage() {
  const act = useStore((state) => state.act);
  const areCoded = useStore((state) => state.namesAsCodes);
  const today = todayAt(useNow());
  const { view, ticked, setTicked, chosen, track, shred } = useCohort();
  const [look, setLook] = useState<Look>('children');
  const [words, setWords] = useState('');
  const [isShredding, setShredding] = useState(false);
  // Neither the mix nor its advice is reckoned anew with each letter that is typed.
  const mix = useMemo(
    () =>
      view && (
        <CohortMix all={view.children} chosen={chosen} advice={mixAdvice(chosen, today)} today={today} />
      ),
    [view, chosen, today],
  );
  if (!view) return null;
  const { cohort, children, findings } = view;
  if (!cohort || cohort.shreddedAt !== null) return <NoList wasShredded={cohort !== null} />;

  return (
    <Page>
      <PageHead
        title="Choose from the list"
        fact={
          <>
            <span>{children.length} children</span>
            <span>{children.filter((child) => child.isTracked).length} tracked</span>
            {findings.length > 0 && (
              <StatusMark status="warn">{findings.length} to mend or look at</StatusMark>
            )}
          </>
        }
        actions={
          <>
            <Button kind="quiet" tone="bad" onClick={() => setShredding(true)}>
              Shred the list...
            </Button>
            <Button
              kind="primary"
              icon={UserPlus}
              unavailable={chosen.length === 0 && 'Tick somebody first'}
              hideReason
              onClick={() => void track()}
            >
              {chosen.length === 0 ? 'Track the ticked' : `Track the ${chosen.length} ticked`}
            </Button>
          </>
        }
      />
      <ToolBar label="What to show of the list">
        <Segmented<Look>
          label="Show"
          options={[
            { value: 'children', label: 'Children', count: children.length },
            { value: 'checks', label: 'Checks', count: findings.length },
          ]}
          value={look}
          onChange={setLook}
        />
        {look === 'children' && (
          <SearchBox label="Find in the list, or paste several UPNs" value={words} onChange={setWords} />
        )}
        {look === 'checks' && findings.length > 0 && (
          <Button icon={Download} onClick={() => void act('cohort:saveReport', { id: cohort.id })}>
            Save what to mend...
          </Button>
        )}
      </ToolBar>
      <PageSplit panel={mix}>
        <PageBody>
          {look === 'children' ? (
            <CohortList all={children} {...{ words, ticked, setTicked, areCoded, today }} />
          ) : (
            <CohortChecks findings={findings} />
          )}
        </PageBody>
      </PageSplit>
      <AlertDialog
        isOpen={isShredding}
        title="Shred the list?"
        confirmLabel="Shred the list"
        tone="bad"
        onConfirm={() => {
          setShredding(false);
          void shred(cohort.id);
        }}
        onClose={() => setShredding(false)}
      >
        <p>
          Everybody who is not tracked is destroyed in this file beyond recovery. It cannot be undone. Copies
          and backups made since the list was kept still hold it.
        </p>
      </AlertDialog>
    </Page>
  );
}

function NoList({ wasShredded }: { readonly wasShredded: boolean }) {
  const goTo = useStore((state) => state.goTo);
  return (
    <EmptyState
      icon={UserSquare}
      title={wasShredded ? 'The list is shredded' : 'No list is kept'}
      action={<Button onClick={() => goTo({ name: 'children' })}>See all children</Button>}
    >
      {wasShredded
        ? 'Only the children who are tracked are still here.'
        : 'Import a list from the page of children and keep the whole of it to choose from.'}
    </EmptyState>
  );
}
