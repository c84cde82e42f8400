import { Archive } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../../state/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { MadePack } from './MadePack.tsx';
import { PackChecks } from './PackChecks.tsx';
import { PackDocuments } from './PackDocuments.tsx';
import { PackForm } from './PackForm.tsx';
import { PackLog } from './PackLog.tsx';
import { firstSubject, type SubjectKey, subjectOf, sumWords } from './pack-words.ts';
import { SubjectField } from './SubjectField.tsx';
import { usePackPreview } from './usePackPreview.ts';

const nothingLeftOut: readonly string[] = [];

/** Makes a pack about one child or one line of enquiry: what is in it, what stands in its way, and the packs made so far. */
export function PacksPage({ childId }: { readonly childId?: string }) {
  const children = useStore((state) => state.data.children?.children);
  const engagement = useStore((state) => state.data.engagement);
  const [chosen, setChosen] = useState<SubjectKey | null>(childId ? `child:${childId}` : null);
  const [leaveOut, setLeaveOut] = useState(nothingLeftOut);
  const made = useStore((state) => state.packMade);
  const forgetPackMade = useStore((state) => state.forgetPackMade);
  const known = { children: children ?? [], criteria: engagement?.criteria ?? [] };
  const key = chosen && subjectOf(chosen, known) ? chosen : firstSubject(known);
  const subject = key && subjectOf(key, known);
  const preview = usePackPreview(subject, leaveOut);
  if (!children || !engagement) return null;
  if (!key || !subject) {
    return (
      <Page>
        <PageHead title="Packs" ruled />
        <EmptyState icon={Archive} title="Nothing to make a pack about yet">
          Add a child or a line of enquiry. A pack gathers its documents with an index and a list of hashes.
        </EmptyState>
      </Page>
    );
  }

  const choose = (next: SubjectKey) => {
    setChosen(next);
    setLeaveOut(nothingLeftOut);
    forgetPackMade();
  };
  const marking = engagement.engagement.marking;

  return (
    <Page>
      <PageHead
        title={preview ? `Pack for ${preview.subject}` : 'Packs'}
        fact={
          preview && (
            <>
              <span>{sumWords(preview.documents)}</span>
              {marking && <span>{marking} on each page of the index</span>}
            </>
          )
        }
        ruled
      />
      <div className="packs">
        <div className="packs-side">
          <div className="packs-findings">
            <SubjectField value={key} onChange={choose} />
            {preview && (
              <PackChecks preview={preview} onLeaveOut={(id) => setLeaveOut((before) => [...before, id])} />
            )}
          </div>
          {preview && <PackForm key={key} subject={subject} leaveOut={leaveOut} preview={preview} />}
        </div>
        <div className="packs-main">
          {made && <MadePack made={made} onClose={forgetPackMade} />}
          {preview && (
            <PackDocuments documents={preview.documents} leaveOut={leaveOut} onLeaveOut={setLeaveOut} />
          )}
          <PackLog />
        </div>
      </div>
    </Page>
  );
}
