import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { standingFinder } from '../../../shared/domain/voice.ts';
import { tableGroup } from '../../people/export-groups.ts';
import { useStore } from '../../state/store.ts';
import { useNow } from '../../state/useNow.ts';
import { MenuButton } from '../../ui/Menu.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { RecordTable } from './RecordTable.tsx';
import { SurveyTable } from './SurveyTable.tsx';

type Tab = 'surveys' | 'records';

/** The surveys of this inspection, and what families, tribunals and reviews have told us before it. */
export function VoicePage({ surveyId }: { readonly surveyId?: string }) {
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const view = useStore((state) => state.data.voice);
  const now = useNow();
  const [tab, setTab] = useState<Tab>('surveys');
  if (!view) return null;
  const standing = view.surveys.map(standingFinder(view.log, now));
  const open = standing.filter(({ state }) => state === 'open').length;
  const broken = standing.filter(({ state }) => state === 'broken').length;
  const groups = [
    tableGroup((format) => {
      void act('voice:exportVoice', { what: tab, format }).then((done) => {
        if (done?.saved) showDone('Saved for others to read');
      });
    }),
  ];
  return (
    <Page>
      <PageHead
        title="Surveys and voice"
        fact={[
          open === 1 ? '1 survey is open' : `${open} surveys are open`,
          ...(broken > 0 ? [broken === 1 ? '1 is broken' : `${broken} are broken`] : []),
        ].join(', ')}
        actions={view[tab].length > 0 && <MenuButton label="Export" icon={FileDown} groups={groups} />}
      />
      <Tabs<Tab>
        label="Surveys and what else we were told"
        selected={tab}
        onSelect={setTab}
        ofPage
        tabs={[
          broken > 0
            ? { id: 'surveys', label: 'Surveys', badCount: broken, badLabel: `${broken} broken` }
            : { id: 'surveys', label: 'Surveys', count: view.surveys.length },
          { id: 'records', label: 'Consultations, complaints and appeals', count: view.records.length },
        ]}
      >
        {tab === 'surveys' && <SurveyTable key={surveyId} view={view} now={now} openId={surveyId} />}
        {tab === 'records' && <RecordTable view={view} />}
      </Tabs>
    </Page>
  );
}
