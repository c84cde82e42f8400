import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { EvaluationView } from '../../../shared/ipc/evaluation.ts';
import { useStore } from '../../state/store.ts';
import { MenuButton } from '../../ui/Menu.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CompareTable } from './CompareTable.tsx';
import { ContributionList } from './ContributionList.tsx';
import { ImpactList } from './ImpactList.tsx';
import { SelfEvaluation } from './SelfEvaluation.tsx';
import { useExport } from './useExport.ts';
import { VersionList } from './VersionList.tsx';

type Tab = 'self' | 'compare' | 'contributions' | 'impact' | 'versions';

/** What the partnership says of itself, criterion by criterion, and what it can show for it. */
export function EvaluationPage({ criterionId }: { readonly criterionId?: string }) {
  const evaluation = useStore((state) => state.data.evaluation);
  const criteria = useStore((state) => state.data.engagement?.criteria);
  const [tab, setTab] = useState<Tab>('self');
  const entries = useExport();
  if (!evaluation || !criteria) return null;
  return (
    <Page>
      <PageHead
        title="Evaluation"
        fact={factOf(evaluation, criteria.length)}
        actions={
          evaluation.assessments.length > 0 && (
            <MenuButton label="Export" icon={FileDown} groups={entries({ versionId: null })} />
          )
        }
        ruled={false}
      />
      <Tabs<Tab>
        label="Parts of the evaluation"
        selected={tab}
        onSelect={setTab}
        ofPage
        tabs={[
          { id: 'self', label: 'Self-evaluation' },
          { id: 'compare', label: 'Council and health' },
          { id: 'contributions', label: 'Contributions', count: evaluation.contributions.length },
          { id: 'impact', label: 'Impact', count: evaluation.impacts.length },
          { id: 'versions', label: 'Versions', count: evaluation.versions.length },
        ]}
      >
        {tab === 'self' && (
          <SelfEvaluation key={criterionId} view={evaluation} criteria={criteria} openId={criterionId} />
        )}
        {tab === 'compare' && <CompareTable view={evaluation} criteria={criteria} />}
        {tab === 'contributions' && <ContributionList view={evaluation} criteria={criteria} />}
        {tab === 'impact' && <ImpactList view={evaluation} criteria={criteria} />}
        {tab === 'versions' && <VersionList view={evaluation} />}
      </Tabs>
    </Page>
  );
}

function factOf({ assessments, versions }: EvaluationView, total: number) {
  const rated = new Set(assessments.filter((one) => one.rating !== 'none').map((one) => one.criterionId))
    .size;
  const [newest] = versions;
  return (
    <>
      <span>{`${rated} of ${total} rated`}</span>
      <span>{newest ? `Version ${newest.number}, for ${newest.audience}` : 'No version kept yet'}</span>
    </>
  );
}
