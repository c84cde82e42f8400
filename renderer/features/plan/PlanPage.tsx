import { FileDown, FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { exceptionFinder } from '../../../shared/domain/plan.ts';
import { today as dayOf } from '../../../shared/domain/time.ts';
import type { PlanView } from '../../../shared/ipc/plan.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AccuracyTable } from './AccuracyTable.tsx';
import { ActionTable } from './ActionTable.tsx';
import { FindingTable } from './FindingTable.tsx';
import { ReviewTable } from './ReviewTable.tsx';
import { type PlanTab, useExport } from './useExport.ts';

type Asked = {
  readonly part?: PlanTab;
  readonly actionId?: string;
  readonly findingId?: string;
  readonly reviewId?: string;
};

/** What is to be done before and after, what was found, and what we say of the draft report. */
export function PlanPage(asked: Asked) {
  return <PlanParts key={Object.values(asked).join(' ')} {...asked} />;
}

function PlanParts(asked: Asked) {
  const { actionId, findingId, reviewId } = asked;
  const plan = useStore((state) => state.data.plan);
  const openImport = useStore((state) => state.openImport);
  const today = dayOf(useNow());
  const [tab, setTab] = useState<PlanTab>(firstTab(asked, plan));
  const entries = useExport(tab);
  if (!plan) return null;
  const whyOf = exceptionFinder(plan, today);
  const attention = (kind: 'preparation' | 'improvement') =>
    plan.actions.filter((one) => one.plan === kind && whyOf(one).length > 0).length;
  const badTab = (id: 'preparation' | 'improvement', label: string) => {
    const count = attention(id);
    return count > 0
      ? { id, label, badCount: count, badLabel: `${count} need attention` }
      : { id, label, count: plan.actions.filter((one) => one.plan === id).length };
  };
  return (
    <Page>
      <PageHead
        title="Actions"
        fact="What is to be done before and after, and what was found"
        actions={
          <>
            {(tab === 'preparation' || tab === 'improvement') && (
              <Button icon={FileSpreadsheet} onClick={() => openImport('actions')}>
                Import updates...
              </Button>
            )}
            {entries && <MenuButton label="Export" icon={FileDown} groups={entries} />}
          </>
        }
      />
      <Tabs<PlanTab>
        label="Plans and findings"
        selected={tab}
        onSelect={setTab}
        ofPage
        tabs={[
          badTab('preparation', 'Preparation'),
          badTab('improvement', 'Action plan'),
          { id: 'reviews', label: 'Earlier reviews', count: plan.reviews.length },
          { id: 'findings', label: 'Findings', count: plan.findings.length },
          { id: 'accuracy', label: 'Factual accuracy', count: plan.accuracy.length },
        ]}
      >
        {(tab === 'preparation' || tab === 'improvement') && (
          <ActionTable key={tab} view={plan} plan={tab} today={today} openId={actionId} />
        )}
        {tab === 'findings' && <FindingTable view={plan} today={today} openId={findingId} />}
        {tab === 'reviews' && <ReviewTable view={plan} openId={reviewId} />}
        {tab === 'accuracy' && <AccuracyTable view={plan} />}
      </Tabs>
    </Page>
  );
}

/** The part that what is asked for stands in. */
function firstTab({ part, actionId, findingId, reviewId }: Asked, plan: PlanView | null): PlanTab {
  if (part) return part;
  if (findingId) return 'findings';
  if (reviewId) return 'reviews';
  return plan?.actions.find(({ id }) => id === actionId)?.plan ?? 'preparation';
}
