import { FileDown, Lock } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { EmbargoBand } from './EmbargoBand.tsx';
import { HearingList } from './HearingList.tsx';
import { LessonList } from './LessonList.tsx';
import { OutcomePart } from './OutcomePart.tsx';

type Part = 'outcome' | 'feedback' | 'lessons';

/** What the week ended in: the outcome and what follows, the final feedback by audience, and what to do better next time. */
export function AfterPage({
  part: first = 'outcome',
  deadlineId,
}: {
  readonly part?: Part;
  readonly deadlineId?: string;
}) {
  const view = useStore((state) => state.data.engagement);
  const after = useStore((state) => state.data.after);
  const plan = useStore((state) => state.data.plan);
  const act = useStore((state) => state.act);
  const showDone = useStore((state) => state.showDone);
  const [part, setPart] = useState<Part>(first);
  if (!view || !after) return null;
  const outcome = view.outcomes.find(({ code }) => code === view.engagement.outcomeCode);

  async function saveTemplate() {
    const done = await act('after:saveTemplate', {});
    if (done?.saved) showDone(savedWords(plan?.findings.filter((one) => one.isEmbargoed).length ?? 0));
  }

  return (
    <Page>
      <PageHead
        title="After"
        fact={outcome ? outcome.title : 'The outcome is not known yet'}
        actions={
          <Button icon={FileDown} onClick={() => void saveTemplate()}>
            Save as next time’s template...
          </Button>
        }
      />
      <Tabs<Part>
        label="After the week"
        selected={part}
        onSelect={setPart}
        ofPage
        tabs={[
          { id: 'outcome', label: 'Outcome and follow-up' },
          { id: 'feedback', label: 'Final feedback', count: after.hearings.length },
          { id: 'lessons', label: 'Lessons', count: after.lessons.length },
        ]}
      >
        <EmbargoBand icon={Lock} />
        {part === 'outcome' && <OutcomePart key={deadlineId} view={view} openId={deadlineId} />}
        {part === 'feedback' && <HearingList view={after} />}
        {part === 'lessons' && <LessonList view={after} />}
      </Tabs>
    </Page>
  );
}

function savedWords(embargoed: number): string {
  const saved = 'Saved the template: no name of a person or a child is in it';
  if (embargoed === 0) return saved;
  return `${saved}. ${embargoed === 1 ? 'One finding stays' : `${embargoed} findings stay`} here until publication`;
}
