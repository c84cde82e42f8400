import { useState } from 'react';
import { formatDayLong } from '../../../shared/domain/time-words.ts';
import { useStore } from '../../state/store.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ChecklistTemplates } from './ChecklistTemplates.tsx';
import { ClosureDays } from './ClosureDays.tsx';
import { CriteriaList } from './CriteriaList.tsx';
import { DeadlineList } from './DeadlineList.tsx';
import { EditEngagementDialog } from './EditEngagementDialog.tsx';
import { PhaseList } from './PhaseList.tsx';
import { RuleList } from './RuleList.tsx';

type Part = 'dates' | 'criteria' | 'checklist' | 'rules' | 'closures';

/** The engagement's dates with their working, what it asks, and what its templates hold; all of it editable. */
export function EngagementPage({ deadlineId }: { readonly deadlineId?: string }) {
  const view = useStore((state) => state.data.engagement);
  const [part, setPart] = useState<Part>('dates');
  const [isEditing, setEditing] = useState(false);
  if (!view) return null;
  const { engagement } = view;
  const lines = view.criteria.some((one) => one.kind === 'line-of-enquiry') ? 'Lines of enquiry' : 'Criteria';
  return (
    <Page>
      <PageHead
        title="Dates and framework"
        fact={`${view.frameworkName}. ${view.anchorLabel}: ${engagement.anchorDate ? formatDayLong(engagement.anchorDate) : 'not known yet'}`}
        actions={<Button onClick={() => setEditing(true)}>Change...</Button>}
      />
      <Tabs
        label="Parts of the framework"
        selected={part}
        onSelect={setPart}
        ofPage
        tabs={[
          { id: 'dates', label: 'Dates' },
          { id: 'criteria', label: lines, count: view.criteria.length },
          { id: 'checklist', label: 'Children’s checklist', count: view.checklistTemplates.length },
          { id: 'rules', label: 'Rules' },
          { id: 'closures', label: 'Closures and terms', count: view.closureDays.length },
        ]}
      >
        {part === 'dates' && (
          <>
            {view.warnings.map((warning) => (
              <Banner key={warning} tone="warn">
                {warning}
              </Banner>
            ))}
            {view.caution && <p className="engagement-caution">{view.caution}</p>}
            <PhaseList view={view} />
            <DeadlineList key={deadlineId} view={view} openId={deadlineId} />
          </>
        )}
        {part === 'criteria' && <CriteriaList view={view} title={lines} />}
        {part === 'checklist' && <ChecklistTemplates view={view} />}
        {part === 'rules' && <RuleList view={view} />}
        {part === 'closures' && <ClosureDays view={view} />}
      </Tabs>
      {isEditing && <EditEngagementDialog view={view} onClose={() => setEditing(false)} />}
    </Page>
  );
}
