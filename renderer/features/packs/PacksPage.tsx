import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { PackRecipe } from '../../../shared/domain/pack.ts';
import { useStore } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Page, PageHead } from '../../ui/Page.tsx';
import { MadePack } from './MadePack.tsx';
import { PackChecks } from './PackChecks.tsx';
import { PackDocuments } from './PackDocuments.tsx';
import { PackForm } from './PackForm.tsx';
import { PackLog } from './PackLog.tsx';
import { PackOptions } from './PackOptions.tsx';
import { firstSubject, keyOf, plainOptions, type SubjectKey, subjectOf, sumWords } from './pack-words.ts';
import { RecipeField } from './RecipeField.tsx';
import { SubjectField } from './SubjectField.tsx';
import { usePackPreview } from './usePackPreview.ts';
import { useSubjects } from './useSubjects.ts';
import { VerifyDialog } from './VerifyDialog.tsx';

/** Makes a pack about a child, a line of enquiry, a request, a meeting, a paper or everything: what is in it, what stands in its way, and the packs made so far. */
export function PacksPage({
  childId,
  meetingId,
}: {
  readonly childId?: string;
  readonly meetingId?: string;
}) {
  const children = useStore((state) => state.data.children?.children);
  const engagement = useStore((state) => state.data.engagement);
  const known = useSubjects();
  const [chosen, setChosen] = useState<SubjectKey | null>(
    childId ? `child:${childId}` : meetingId ? `meeting:${meetingId}` : null,
  );
  const [options, setOptions] = useState(plainOptions);
  const [recipeId, setRecipeId] = useState<PackRecipe['id'] | null>(null);
  const [isVerifying, setVerifying] = useState(false);
  const made = useStore((state) => state.packMade);
  const forgetPackMade = useStore((state) => state.forgetPackMade);
  const key = chosen && subjectOf(chosen, known) ? chosen : firstSubject(known);
  const subject = key && subjectOf(key, known);
  const choices = subject && { ...options, subject };
  const preview = usePackPreview(children && engagement ? choices : null, recipeId);
  if (!children || !engagement) return null;
  if (!key || !choices) return null;

  const choose = (next: SubjectKey) => {
    setChosen(next);
    setOptions((before) => ({ ...before, leaveOut: [], order: [] }));
    setRecipeId(null);
    forgetPackMade();
  };
  const useRecipe = (recipe: PackRecipe | null) => {
    setRecipeId(recipe?.id ?? null);
    if (!recipe) return setOptions((before) => ({ ...before, isOnlyNew: false }));
    const { subject: about, ...kept } = recipe.choices;
    setChosen(keyOf(about));
    // A recipe of before an option was there keeps to the usual.
    setOptions({ ...plainOptions, ...kept });
  };
  const change = (patch: Partial<typeof options>) => setOptions((before) => ({ ...before, ...patch }));
  const leaveOut = (ids: readonly string[]) => change({ leaveOut: [...ids] });
  const usual = engagement.engagement.marking;
  const marking = options.marking ?? usual;

  return (
    <Page>
      <PageHead
        title={preview ? `Pack for ${preview.subject}` : 'Packs'}
        fact={
          preview && (
            <>
              <span>{sumWords(preview.documents, preview.hasPaper)}</span>
              {marking && <span>{marking} on each page of the index</span>}
            </>
          )
        }
        actions={
          <Button size="small" icon={ShieldCheck} onClick={() => setVerifying(true)}>
            Check a pack...
          </Button>
        }
        ruled
      />
      <div className="packs">
        <div className="packs-side">
          <div className="packs-findings">
            <div className="packs-options">
              <RecipeField recipeId={recipeId} choices={choices} onChoose={useRecipe} />
              <SubjectField value={key} onChange={choose} />
              <PackOptions
                options={options}
                marking={usual}
                hasRecipe={recipeId !== null}
                onChange={change}
              />
            </div>
            {!preview && (
              <p className="packs-counts text-2" role="status">
                Checking every document...
              </p>
            )}
            {preview && (
              <PackChecks
                preview={preview}
                {...('childId' in choices.subject ? { childId: choices.subject.childId } : {})}
                onLeaveOut={(id) => leaveOut([...options.leaveOut, id])}
              />
            )}
          </div>
          {preview && <PackForm key={key} choices={choices} recipeId={recipeId} preview={preview} />}
        </div>
        <div className="packs-main">
          {made && <MadePack made={made} onClose={forgetPackMade} />}
          {preview && (
            <PackDocuments
              documents={preview.documents}
              hasPaper={preview.hasPaper}
              leaveOut={options.leaveOut}
              onLeaveOut={leaveOut}
              onOrder={(order) => change({ order: [...order] })}
            />
          )}
          <PackLog />
        </div>
      </div>
      {isVerifying && <VerifyDialog onClose={() => setVerifying(false)} />}
    </Page>
  );
}
